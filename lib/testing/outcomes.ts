import { db } from '@/lib/platform/db'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { linkPredictions, saveOutcome, submitOutcome } from '@/lib/predictions/commands/outcomes'
import type { OutcomeContent, PredictionContent } from '@/lib/predictions/schema'
import { makeClaim, makeNewsroom, makePerson, makePublisher } from '@/lib/testing/predictions'

/** What tests of outcomes: what is recorded, linked and submitted stand on. The people are there once its desk was opened. */

type Person = Awaited<ReturnType<typeof makePerson>>
export let publisherId: string
export let reviewer: Person
export let editor: Person
export let secondEditor: Person

/** A newsroom with its people; for `beforeAll`. */
export async function openOutcomeDesk(): Promise<void> {
  await makeNewsroom()
  publisherId = await makePublisher('Harbour Post')
  reviewer = await makePerson('Rosa', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
  secondEditor = await makePerson('Emil', ['editor'])
}

export const prediction: PredictionContent = {
  saidOn: '2025-02-07',
  window: { from: '2025-07-01', to: '2025-12-31' },
  windowWords: 'in the latter half of 2025',
  windowBasis: 'stated',
  graceDays: 0,
  criteria: 'The minister arrives at the port.',
  certaintyWords: 'will',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

/** An opened prediction, due in the second half of 2025. */
export async function opened(change: Partial<PredictionContent> = {}): Promise<string> {
  const claimId = await makeClaim({
    statement: 'The minister will visit the port',
    publisherId,
    publishedOn: '2025-02-07',
  })
  const saved = await savePrediction(reviewer, { claimId, revision: null, content: { ...prediction, ...change } })
  await proposePrediction(reviewer, saved)
  await approveOpening(editor, saved)
  return saved.id
}

export const source = {
  url: 'https://harbour.example/visit',
  title: 'The visit in pictures',
  publisherName: 'Harbour Post',
  publishedOn: '2025-10-27',
  excerpt: 'The minister stepped off the boat on Monday.',
}
export const content: OutcomeContent = {
  statement: 'The minister visited the port',
  hasHappened: true,
  days: { from: '2025-10-27', to: '2025-10-29', precision: 'day' },
  value: null,
  valueTo: null,
  unit: null,
  note: null,
  sources: [source],
}

type Link = {
  predictionId: string
  resolution?: 'partly' | 'void' | 'did_not_happen' | null
  overrideReason?: string | null
}

export async function recorded(links: Link[], change: Partial<OutcomeContent> = {}) {
  const first = await saveOutcome(reviewer, { id: null, revision: null, content: { ...content, ...change } })
  return linkPredictions(reviewer, { ...first, links })
}
export async function submitted(links: Link[], change: Partial<OutcomeContent> = {}) {
  const saved = await recorded(links, change)
  await submitOutcome(reviewer, saved)
  return saved
}

export const resolutionOf = async (id: string) =>
  (await db().prediction.findUniqueOrThrow({ where: { id }, include: { currentResolution: true } })).currentResolution
