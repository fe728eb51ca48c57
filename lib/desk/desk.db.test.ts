import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, type Context, contextOf } from '@/lib/core/context'
import { disconnect } from '@/lib/platform/db'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { makeClaim, makeNewsroom, makePerson, makePublisher, NOON } from '@/lib/testing/predictions'
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
