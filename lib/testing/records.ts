import { newId } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { approveOutcome } from '@/lib/predictions/commands/outcome-approval'
import { linkPredictions, saveOutcome, submitOutcome } from '@/lib/predictions/commands/outcomes'
import type { PredictionContent } from '@/lib/predictions/schema'
import { makeClaim, makeNewsroom, makePerson, makePublisher } from '@/lib/testing/predictions'

/** What tests of track records and lists of predictions stand on. The people are there once its desk was opened. */

export type Person = Awaited<ReturnType<typeof makePerson>>
export let reviewer: Person
export let editor: Person
export const TODAY = '2026-06-01'

/** A newsroom with its people; for `beforeAll`. */
export async function openRecordDesk(): Promise<void> {
  await makeNewsroom()
  reviewer = await makePerson('Rosa', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
}

export const source = { url: null, title: 'A letter', publisherName: null, publishedOn: null, excerpt: 'It came.' }

export const base: PredictionContent = {
  saidOn: '2025-02-07',
  window: { from: '2025-07-01', to: '2025-12-31' },
  windowWords: 'in the second half of 2025',
  windowBasis: 'stated',
  graceDays: 0,
  criteria: 'It is there.',
  certaintyWords: 'will',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

export type Made = { claimId: string; id: string }

export async function opened(
  claim: Partial<Parameters<typeof makeClaim>[0]>,
  change: Partial<PredictionContent> = {},
  /** When it was opened. */
  now: Date = editor.now,
): Promise<Made> {
  const claimId = await makeClaim({
    statement: 'The bridge will open',
    publisherId: claim.publisherId ?? (await makePublisher('Quay Daily')),
    publishedOn: '2025-02-07',
    ...claim,
  })
  const saved = await savePrediction({ ...reviewer, now }, { claimId, revision: null, content: { ...base, ...change } })
  await proposePrediction({ ...reviewer, now }, saved)
  await approveOpening({ ...editor, now }, saved)
  return { claimId, id: saved.id }
}

export async function resolved(predictions: Made[], happenedOn: string | null): Promise<string> {
  const days = happenedOn ? { from: happenedOn, to: happenedOn, precision: 'day' as const } : null
  const outcome = await saveOutcome(reviewer, {
    id: null,
    revision: null,
    content: {
      statement: 'What happened',
      hasHappened: days !== null,
      days,
      value: null,
      unit: null,
      note: null,
      sources: [source],
    },
  })
  const linked = await linkPredictions(reviewer, {
    ...outcome,
    links: predictions.map(({ id }) => ({ predictionId: id })),
  })
  await submitOutcome(reviewer, linked)
  await approveOutcome(editor, linked)
  return outcome.id
}

export const INSIDE = '2025-10-01'

/** The articles of these claims are copies of one text. */
export async function oneStory(predictions: readonly Made[]): Promise<void> {
  const places = await db().occurrence.findMany({ where: { claimId: { in: predictions.map((one) => one.claimId) } } })
  const { id: storyId } = await db().story.create({ data: { id: newId(), createdAt: new Date() } })
  await db().storyArticle.createMany({
    data: places.map(({ articleId }) => ({ articleId, storyId, linkedAt: new Date() })),
  })
}
