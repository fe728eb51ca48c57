import { afterAll, beforeAll, expect, test } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { ANONYMOUS, type Context, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { proposeJudgement } from '@/lib/predictions/commands/judgements'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { saveOutcome, submitOutcome } from '@/lib/predictions/commands/outcomes'
import type { OutcomeContent } from '@/lib/predictions/schema'
import { makeClaim, makeNewsroom, makePerson, makePublisher, NOON } from '@/lib/testing/predictions'
import { startVerdict } from '@/lib/verdicts/commands/drafts'
import { getDeskHome } from './queries'

let reviewer: Context
let editor: Context
let otherEditor: Context
let publisherId: string

beforeAll(async () => {
  await makeNewsroom()
  reviewer = await makePerson('Rita', ['reviewer'])
  editor = await makePerson('Edda', ['editor'])
  otherEditor = await makePerson('Otto', ['editor'])
  publisherId = await makePublisher('Quay Daily')
})
afterAll(disconnect)

const WORDS = {
  windowWords: 'within the month',
  windowBasis: 'stated' as const,
  criteria: 'The bridge carries traffic.',
}

const CLOSED: OutcomeContent = {
  ...{ statement: 'The lock closed', hasHappened: true, value: null, valueTo: null, unit: null, note: null },
  days: { from: '2026-05-10', to: '2026-05-10', precision: 'day' },
  sources: [
    {
      ...{ url: 'https://harbour.example/lock', title: 'Lock closed', publisherName: null, publishedOn: null },
      excerpt: 'The gates were shut on Sunday.',
    },
  ],
}

async function propose(by: Context, statement: string, to: string, graceDays = 0) {
  const claimId = await makeClaim({ statement, publisherId, publishedOn: '2026-05-01' })
  const content = { ...WORDS, saidOn: '2026-05-01', window: { from: '2026-05-01', to }, graceDays }
  const { id, revision } = await savePrediction(by, { claimId, revision: null, content })
  await proposePrediction(by, { id, revision })
  return { claimId, id, revision }
}

test('shows the desk to nobody who is not signed in', async () => {
  await expect(getDeskHome(contextOf(ANONYMOUS, NOON))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('offers a proposal to the editors who may approve it, and not to whoever saved it', async () => {
  const { claimId } = await propose(editor, 'The bridge opens within the month.', '2026-06-10')
  const waiting = async (ctx: Context) =>
    (await getDeskHome(ctx)).predictionsToApprove.map((prediction) => prediction.claim.id)
  expect(await waiting(otherEditor)).toContain(claimId)
  expect(await waiting(editor)).not.toContain(claimId)
  expect(await waiting(reviewer)).toEqual([])
})

test('counts a prediction as overdue only after its grace', async () => {
  const late = await propose(reviewer, 'The mill closes within the month.', '2026-05-28')
  const inGrace = await propose(reviewer, 'The quay floods within the month.', '2026-05-29', 10)
  for (const { id, revision } of [late, inGrace]) await approveOpening(editor, { id, revision })
  const home = await getDeskHome(reviewer)
  expect(home.predictionsOverdue).toEqual({ n: 1, isMore: false })
  expect(home.predictionsDue.map((prediction) => prediction.claim.id)).toEqual([late.claimId, inGrace.claimId])
})

test('offers no opening to the editor who wrote the statement, nor an outcome to those who saved it', async () => {
  const statement = 'The lock of Norhaven closes within the month.'
  const claimId = await makeClaim({ statement, publisherId, publishedOn: '2026-05-01' })
  const { revision } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  const text = {
    statement: `${statement} It was built in 1904.`,
    shortForm: 'The lock closes',
    kind: 'prediction',
  } as const
  await updateClaim(otherEditor, { id: claimId, revision, ...text, speakerId: null })
  const content = { ...WORDS, saidOn: '2026-05-01', window: { from: '2026-05-01', to: '2026-05-20' }, graceDays: 0 }
  const saved = await savePrediction(reviewer, { claimId, revision: null, content })
  await proposePrediction(reviewer, saved)
  const openings = async (ctx: Context) => (await getDeskHome(ctx)).predictionsToApprove.map(({ id }) => id)
  expect(await openings(otherEditor)).not.toContain(saved.id)
  expect(await openings(editor)).toContain(saved.id)
  await expect(approveOpening(otherEditor, saved)).rejects.toMatchObject({ code: 'SAME_PERSON' })
  await approveOpening(editor, saved)

  const first = await saveOutcome(reviewer, { id: null, revision: null, content: CLOSED, predictionIds: [saved.id] })
  const again = { ...first, content: { ...CLOSED, note: 'The gates are shut.' } }
  const outcome = await saveOutcome(otherEditor, again)
  await submitOutcome(reviewer, outcome)
  const outcomes = async (ctx: Context) => (await getDeskHome(ctx)).outcomesToApprove.map(({ id }) => id)
  expect(await outcomes(reviewer)).toEqual([])
  expect(await outcomes(otherEditor)).toEqual([])
  expect(await outcomes(editor)).toEqual([outcome.id])
  const judged = await propose(reviewer, 'The ferry sails within the month.', '2026-06-20')
  await approveOpening(editor, judged)
  await proposeJudgement(editor, { predictionId: judged.id, kind: 'void', reason: 'The ferry was sold.' })
  const judgements = async (ctx: Context) => (await getDeskHome(ctx)).judgementsToApprove.map(({ claim }) => claim.id)
  expect(await judgements(editor)).toEqual([])
  expect(await judgements(otherEditor)).toEqual([judged.claimId])
})

test('offers what one wrote oneself only at a desk of one person', async () => {
  const { id } = await propose(editor, 'The pier opens within the month.', '2026-06-11')
  const openings = async () => (await getDeskHome(editor)).predictionsToApprove.map((prediction) => prediction.id)
  expect(await openings()).not.toContain(id)
  await makeNewsroom({ isSolo: true })
  expect(await openings()).toContain(id)
  await makeNewsroom()
  expect(await openings()).not.toContain(id)
})

test('shows what is assigned to a person, until they begin its verdict', async () => {
  const claimId = await makeClaim({
    statement: 'The mill has 12 looms.',
    kind: 'statistic',
    publisherId,
    publishedOn: null,
  })
  await db().claim.update({ where: { id: claimId }, data: { assigneeId: reviewer.actor.id } })
  const assigned = async () => (await getDeskHome(reviewer)).ownAssigned.map(({ id }) => id)
  expect(await assigned()).toEqual([claimId])
  await startVerdict(reviewer, { claimId })
  expect(await assigned()).toEqual([])
})
