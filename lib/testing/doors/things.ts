import { createHash } from 'node:crypto'
import { addReply } from '@/lib/claims/commands/replies'
import type { Context } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { lookAtSuggestion } from '@/lib/desk/commands/suggestions'
import { db } from '@/lib/platform/db'
import { proposeJudgement } from '@/lib/predictions/commands/judgements'
import { proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { approveOutcome } from '@/lib/predictions/commands/outcome-approval'
import { linkPredictions, saveOutcome, submitOutcome } from '@/lib/predictions/commands/outcomes'
import type { SavePredictionInput } from '@/lib/predictions/schema'
import { type MadeClaim, makeClaim } from '@/lib/testing/claims'
import { openPrediction } from '@/lib/testing/publishing'
import { candidatesOf } from '@/lib/testing/triage'
import { openVerdictDesk, type VerdictDesk } from '@/lib/testing/verdict-desk'

/** What stands behind the doors: made by Ada, who reviews, and Ben, who edits; nobody else had a hand in it. */

let opened: VerdictDesk | undefined
let count = 0
const fresh = (): number => 1000 + ++count

export async function openDoorDesk(): Promise<void> {
  opened = await openVerdictDesk()
}
export function desk(): VerdictDesk {
  if (!opened) throw new Error('the desk is shut')
  return opened
}
const pair = () => ({ writer: desk().ada, approver: desk().ben })
export const sentence = (what: string): string => `${what} of Norhaven number ${fresh()} is 40 metres long.`

/** A candidate that nobody has decided on. */
export const candidate = () =>
  candidatesOf(
    desk().ada,
    `The council of Norhaven said on Monday that ${fresh()} people crossed the strait by ferry last year.`,
  )
export const claim = () => makeClaim(desk().ada, sentence('The mole'))
export const speakerOf = async ({ claimId }: MadeClaim): Promise<string> =>
  (await db().claim.findUniqueOrThrow({ where: { id: claimId } })).speakerId ?? ''
export const speaker = async () => speakerOf(await claim())

const predicted = () =>
  makeClaim(desk().ada, `The ferry number ${fresh()} will run in November.`, { kind: 'prediction' })
export const content: SavePredictionInput['content'] = {
  ...{ saidOn: '2025-10-01', window: { from: '2025-11-01', to: '2025-11-30' }, windowWords: 'in November' },
  ...{ windowBasis: 'stated', graceDays: 0, criteria: 'The ferry carries passengers.', certaintyWords: 'will' },
}
export async function drafted(by: Context = desk().ada) {
  const { claimId } = await predicted()
  return { claimId, ...(await savePrediction(by, { claimId, revision: null, content })) }
}
export async function proposed(by: Context = desk().ada) {
  const saved = await drafted(by)
  await proposePrediction(by, saved)
  return saved
}
export const predictionClaim = predicted
export const open = () => openPrediction(pair(), `The ferry number ${fresh()} will run again in November.`)
export async function judged(by: Context = desk().ada) {
  const { predictionId, claimId } = await open()
  const given = { predictionId, kind: 'too_vague' as const, reason: 'Nobody says which ferry.' }
  return { predictionId, claimId, judgementId: (await proposeJudgement(by, given)).id }
}

const source = { url: null, title: 'A letter', publisherName: null, publishedOn: null, excerpt: 'The ferry ran.' }
const happened = {
  ...{ statement: 'The ferry ran', hasHappened: true, value: null, unit: null, note: null, sources: [source] },
  days: { from: '2025-11-10', to: '2025-11-10', precision: 'day' as const },
}
export async function recorded(by: Context = desk().ada) {
  const { predictionId } = await open()
  const first = await saveOutcome(by, { id: null, revision: null, content: happened })
  const saved = await linkPredictions(by, { ...first, links: [{ predictionId }] })
  const cited = await db().outcomeSource.findFirstOrThrow({ where: { outcomeId: saved.id } })
  return { ...saved, predictionId, citedId: cited.id }
}
export async function submitted(by: Context = desk().ada) {
  const saved = await recorded(by)
  await submitOutcome(by, saved)
  return saved
}
export async function approved() {
  const saved = await submitted()
  await approveOutcome(desk().ben, saved)
  return saved
}

/** What a later article says of an open prediction. */
export async function news(): Promise<{ id: string; predictionId: string }> {
  const [{ predictionId }, { articleId, first }] = [await open(), await candidate()]
  const id = newId()
  await db().predictionNews.create({
    data: {
      ...{ id, predictionId, articleId, candidateId: first.id, quote: first.quote, relation: 'confirms' },
      ...{ words: 'says it is so', hasHappened: false, createdAt: new Date() },
    },
  })
  return { id, predictionId }
}

export async function reply(): Promise<string> {
  const given = { byName: 'The harbour', receivedOn: '2025-10-20', body: 'We never said so.' }
  return (await addReply(desk().ben, { ...given, speakerId: await speaker() })).id
}

/** What a reader suggested. */
export async function suggestion(state: 'received' | 'looked_at' = 'received') {
  const id = newId()
  const secretHash = createHash('sha256').update(id).digest('hex')
  await db().suggestion.create({
    data: { id, claimText: sentence('The quay'), secretHash, receivedAt: new Date() },
  })
  if (state === 'received') return { suggestionId: id, revision: 1 }
  await lookAtSuggestion(desk().ada, { suggestionId: id, revision: 1 })
  return { suggestionId: id, revision: 2 }
}
