import { acceptCandidate } from '@/lib/claims/commands/triage'
import { contextOf, systemActor } from '@/lib/core/context'
import type { Window } from '@/lib/core/windows'
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
export async function openVisit(place: string, change: { text?: string; saidOn?: string; window?: Window } = {}) {
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
  const saved = await savePrediction(reviewer, {
    claimId,
    revision: null,
    content: { ...content, saidOn, window: change.window ?? content.window },
  })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  await findNewsOfPrediction(worker, saved.id)
  return { id: saved.id, claimId, articleId, candidateId: candidate.id }
}

/** A prediction of growth by 3.3 percent in 2026 of a place of its own, opened by two people. */
export async function openGrowth(place: string) {
  const saidOn = '2025-12-03'
  const statement = `The economy of ${place} will grow by 3.3 percent in 2026.`
  const { articleId } = await readArticle(statement, { publishedOn: saidOn, now: worker.now })
  const { id: candidateId } = await candidateWith(articleId, 'will grow')
  const shortForm = `The economy of ${place} grows by 3.3 percent`
  const given = { candidateId, statement, shortForm, kind: 'prediction', speaker: { is: 'unnamed' } } as const
  const { claimId } = await acceptCandidate(reviewer, given)
  const window = { from: '2026-01-01', to: '2026-12-31' }
  const figure = { comparator: 'equal', targetValue: '3.3', targetUnit: 'percent', tolerance: '0.05' } as const
  const changed = { ...content, saidOn, window, ...figure }
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: changed })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  await findNewsOfPrediction(worker, saved.id)
  return { id: saved.id, claimId }
}

/** An article of a later day, looked through. */
export async function laterArticle(text: string, publishedOn = '2026-05-20', publisher = 'Coast Herald') {
  const { articleId } = await readArticle(text, { publishedOn, publisher, now: worker.now })
  await findNewsInArticle(worker, articleId)
  return articleId
}
