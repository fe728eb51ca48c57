import { acceptCandidate } from '@/lib/claims/commands/triage'
import { contextOf, systemActor } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import { findNewsInArticle, findNewsOfPrediction } from '@/lib/predictions/commands/finding-news'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { readArticle } from './articles'
import { content, editor, reviewer } from './openings'

export const worker = contextOf(systemActor('test'), new Date('2026-06-01T12:00:00Z'))

export async function candidateWith(articleId: string, words: string) {
  return db().candidate.findFirstOrThrow({ where: { articleId, quote: { contains: words } } })
}

/** A prediction of a visit to a place of its own, opened by two people; of a text of its own unless one is given. */
export async function openVisit(place: string, change: { text?: string; saidOn?: string } = {}) {
  const saidOn = change.saidOn ?? '2026-02-03'
  const text =
    change.text ?? `Minister Lena Ostrow is expected to visit ${place} in the second half of 2026, her office said.`
  const { articleId } = await readArticle(text, { publishedOn: saidOn, now: worker.now })
  const candidate = await candidateWith(articleId, 'is expected to visit')
  const { claimId } = await acceptCandidate(reviewer, {
    candidateId: candidate.id,
    statement: `Lena Ostrow is expected to visit ${place} in the second half of 2026.`,
    shortForm: `Lena Ostrow visits ${place}`,
    kind: 'prediction',
    speaker: { is: 'unnamed' },
  })
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...content, saidOn } })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  await findNewsOfPrediction(worker, saved.id)
  return { id: saved.id, claimId, articleId, candidateId: candidate.id }
}

/** An article of a later day, looked through. */
export async function laterArticle(text: string, publishedOn = '2026-05-20', publisher = 'Coast Herald') {
  const { articleId } = await readArticle(text, { publishedOn, publisher, now: worker.now })
  await findNewsInArticle(worker, articleId)
  return articleId
}
