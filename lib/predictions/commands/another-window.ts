import { linkClaimsIn } from '@/lib/claims/commands'
import { dropSettledDifferencesIn } from '@/lib/claims/commands/differences'
import { splitClaimIn } from '@/lib/claims/commands/merging'
import { acceptCandidateIn } from '@/lib/claims/commands/triage'
import { AcceptInput } from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import { AppError, type FieldErrors } from '@/lib/core/errors'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { Prediction } from '@/lib/platform/generated/client'
import { canWritePredictions } from '../policy'
import { contentOfPrediction } from '../queries/content'
import { draftFor, FIRST_PLACE } from '../queries/prefill'
import { relateWindows, type WindowRelation } from '../rules/another-window'
import { AnotherWindowInput, type PredictionContent } from '../schema'
import { takeNewsAsPredictionIn } from './deciding-news'
import { assertAllowed, lockPrediction } from './guards'
import { savePredictionIn } from './opening'

type Input = ReturnType<typeof AnotherWindowInput.parse>
type Related = Extract<WindowRelation, { ok: true }>
/** The claim that says the other window, and that of the opened prediction. */
export type DraftedWindow = { claimId: string; earlierClaimId: string; kind: Related['kind'] }

/**
 * Another window of an opened prediction was said later: what said it becomes a claim of its own (or is one), linked as
 * narrowing or moving, with the draft of its prediction; the usual two people open it. The opened one stays as it was frozen. Each
 * part is the command that people have for it, asked by its own rules. Throws BAD_INPUT where it is no later or no other window.
 */
export const draftAnotherWindow = (ctx: Context, given: AnotherWindowInput): Promise<DraftedWindow> =>
  inTransaction(async (tx) => {
    const input = AnotherWindowInput.parse(given)
    assertAllowed(ctx, canWritePredictions)
    const said = await whereSaid(tx, input)
    if (said.is !== 'claim') await assertInput(tx, input)
    const claimId = await claimOfItsOwn(tx, ctx, input, said)
    const earlier = await lockPrediction(tx, input.predictionId)
    assertIsOpened(earlier, claimId)
    const kind = await draftIn(tx, ctx, input, { earlier, claimId })
    await linkClaimsIn(tx, ctx, { fromClaimId: claimId, toClaimId: earlier.claimId, kind })
    await takeNewsAsPredictionIn(tx, ctx, earlier.id, claimId)
    await dropSettledDifferencesIn(tx, claimId)
    return { claimId, earlierClaimId: earlier.claimId, kind }
  })

/** All that is wrong with what was typed, told at once; an opened prediction does not change, so it is read without holding it. */
async function assertInput(tx: Tx, input: Input): Promise<void> {
  const earlier = await tx.prediction.findUnique({ where: { id: input.predictionId } })
  if (earlier === null) throw new AppError('NOT_FOUND')
  if (earlier.frozenAt === null) return
  const relation = relateWindows(contentOfPrediction(earlier), input)
  const fields: FieldErrors = relation.ok ? {} : { [relation.field]: relation.problem }
  for (const name of ['statement', 'shortForm'] as const) {
    const problem = AcceptInput.shape[name].safeParse(input[name]).error?.issues[0]?.message
    if (problem !== undefined) fields[name] = problem
  }
  if (Object.keys(fields).length > 0) throw new AppError('BAD_INPUT', { fields })
}

function assertIsOpened(earlier: Prediction, claimId: string): void {
  if (earlier.frozenAt === null)
    throw new AppError('MOVE_REFUSED', {
      text: 'This prediction is not opened yet: change its window instead. Nothing was stored.',
    })
  if (claimId === earlier.claimId) throw new AppError('BAD_INPUT', { text: 'That is this prediction. Choose another.' })
}

/** The claim that says the other window: a candidate is accepted, a place leaves the claim, a claim is one. */
async function claimOfItsOwn(tx: Tx, ctx: Context, input: Input, said: Said): Promise<string> {
  const wording = { statement: input.statement, shortForm: input.shortForm, kind: 'prediction' as const }
  if (said.is === 'candidate') {
    const { speaker } = input
    if (speaker === undefined) throw new AppError('BAD_INPUT', { fields: { 'speaker.is': 'Say who says it.' } })
    return (await acceptCandidateIn(tx, ctx, { candidateId: said.id, ...wording, speaker })).claimId
  }
  if (said.is === 'claim') return held(tx, said.id, input.predictionId)
  await assertIsLaterPlace(tx, said.id, said.claimId)
  return (await splitClaimIn(tx, ctx, { claimId: said.claimId, occurrenceIds: [said.id], ...wording })).claimId
}

type Said = { is: 'candidate'; id: string } | { is: 'claim'; id: string } | { is: 'place'; id: string; claimId: string }

/** News of what was decided on is the place or the claim that it became. */
async function whereSaid(tx: Tx, { said, predictionId }: Input): Promise<Said> {
  if (said.is === 'claim') return { is: 'claim', id: said.id }
  const own = await tx.prediction.findUnique({ where: { id: predictionId }, select: { claimId: true } })
  const place = said.is === 'place' ? { id: said.id } : await candidateOfNews(tx, said.id, predictionId)
  if ('candidateId' in place) return { is: 'candidate', id: place.candidateId }
  const occurrence = await tx.occurrence.findUnique({ where: { id: place.id }, select: { claimId: true } })
  if (occurrence === null || own === null) throw new AppError('NOT_FOUND')
  if (occurrence.claimId === own.claimId) return { is: 'place', id: place.id, claimId: own.claimId }
  return { is: 'claim', id: occurrence.claimId }
}

async function candidateOfNews(
  tx: Tx,
  newsId: string,
  predictionId: string,
): Promise<{ candidateId: string } | { id: string }> {
  const news = await tx.predictionNews.findUnique({
    where: { id: newsId, predictionId },
    select: { candidate: { select: { id: true, state: true, occurrence: { select: { id: true } } } } },
  })
  if (!news?.candidate)
    throw new AppError('MOVE_REFUSED', {
      text: 'The article was read again and these words are not marked any more. Mark them in the article and accept them; nothing was changed.',
    })
  const { id, state, occurrence } = news.candidate
  return occurrence && (state === 'accepted' || state === 'merged') ? { id: occurrence.id } : { candidateId: id }
}

/** Where it was said first it was said with the frozen window: that place stays. */
async function assertIsLaterPlace(tx: Tx, occurrenceId: string, claimId: string): Promise<void> {
  await lockRow(tx, 'claim', claimId)
  const first = await tx.occurrence.findFirst({
    where: { claimId },
    orderBy: FIRST_PLACE,
    select: { id: true },
  })
  if (first?.id === occurrenceId)
    throw new AppError('MOVE_REFUSED', {
      text: 'Here it was said first, with the window that is frozen. Choose a later place; nothing was changed.',
    })
}

/** Both claims in the order of their ids, so that two who link crosswise do not wait for each other. */
async function held(tx: Tx, claimId: string, predictionId: string): Promise<string> {
  const earlier = await tx.prediction.findUnique({ where: { id: predictionId }, select: { claimId: true } })
  if (earlier === null) throw new AppError('NOT_FOUND')
  for (const id of [claimId, earlier.claimId].sort())
    if (!(await lockRow(tx, 'claim', id))) throw new AppError('NOT_FOUND')
  return claimId
}

/** Saves the draft where there is none, or the one that was looked at; what was handed over or is opened stays as it is. */
async function draftIn(
  tx: Tx,
  ctx: Context,
  input: Input,
  { earlier, claimId }: { earlier: Prediction; claimId: string },
): Promise<Related['kind']> {
  const before = await tx.prediction.findUnique({ where: { claimId } })
  const stands =
    before === null ? await draftFor(tx, claimId, contentOfPrediction(earlier)) : contentOfPrediction(before)
  const isWritten = before === null || before.state === 'draft'
  const { saidOn, window, windowWords, windowBasis } = input
  const content: PredictionContent = isWritten ? { ...stands, saidOn, window, windowWords, windowBasis } : stands
  const kind = relationOf(earlier, content)
  if (isWritten) await savePredictionIn(tx, ctx, { claimId, revision: input.revision, content })
  return kind
}

function relationOf(earlier: Prediction, { saidOn, window }: PredictionContent): Related['kind'] {
  if (saidOn === null || window === null)
    throw new AppError('MOVE_REFUSED', { text: 'The other prediction has no window, so it is no other one of this.' })
  const was = contentOfPrediction(earlier)
  const relation = relateWindows({ saidOn: was.saidOn, window: was.window }, { saidOn, window })
  if (!relation.ok) throw new AppError('BAD_INPUT', { fields: { [relation.field]: relation.problem } })
  return relation.kind
}
