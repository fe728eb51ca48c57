import { db } from '@/lib/platform/db'
import { proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import type { PredictionContent } from '@/lib/predictions/schema'
import { makeClaim, makeNewsroom, makePerson, makePublisher } from '@/lib/testing/predictions'

/** What tests of the opening of predictions stand on. The people are there once its desk was opened. */

export let publisherId: string
export let reviewer: Awaited<ReturnType<typeof makePerson>>
export let editor: Awaited<ReturnType<typeof makePerson>>
export let secondEditor: Awaited<ReturnType<typeof makePerson>>

/** A newsroom with its people; for `beforeAll`. */
export async function openOpeningDesk(): Promise<void> {
  await makeNewsroom()
  publisherId = await makePublisher('Harbour Post')
  reviewer = await makePerson('Rosa', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
  secondEditor = await makePerson('Emil', ['editor', 'admin'])
}

export const content: PredictionContent = {
  saidOn: '2026-02-07',
  window: { from: '2026-07-01', to: '2026-12-31' },
  windowWords: 'in the latter half of the year',
  windowBasis: 'stated',
  graceDays: 7,
  criteria: 'The ferry line carries passengers.',
  certaintyWords: 'is expected to',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

export const newClaim = (change: Partial<Parameters<typeof makeClaim>[0]> = {}) =>
  makeClaim({
    statement: 'The ferry line will open later this year',
    publisherId,
    publishedOn: '2026-02-07',
    ...change,
  })

export async function proposed(change: Partial<PredictionContent> = {}) {
  const claimId = await newClaim()
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...content, ...change } })
  await proposePrediction(reviewer, saved)
  return { claimId, ...saved }
}

export const stored = (id: string) => db().prediction.findUniqueOrThrow({ where: { id } })
