import { assignClaim } from '@/lib/claims/commands/assigning'
import { hideClaim, mergeClaims } from '@/lib/claims/commands/merging'
import { mergeCandidate } from '@/lib/claims/commands/triage'
import type { Context } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { quoteSelector } from '@/lib/core/text'
import { db } from '@/lib/platform/db'
import { approveVerdict, sendBackVerdict } from '@/lib/verdicts/commands/approval'
import {
  approveWithdrawal,
  dropWithdrawal,
  proposeWithdrawal,
  startCorrection,
} from '@/lib/verdicts/commands/corrections'
import { dropVerdict, startVerdict, submitVerdict } from '@/lib/verdicts/commands/drafts'
import { planRecheck } from '@/lib/verdicts/commands/rechecks'
import type { Phase } from '@/lib/verdicts/rules/move-table'
import { makeClaim } from './claims'
import { submitVerdictOn } from './publishing'

/** Who brings a claim to where it stands: `writer` a reviewer, the two others editors. None of them is asked to move it then. */
export type Hands = { writer: Context; approver: Context; corrector: Context; assigneeId: string }

/** A claim that stands somewhere, with all ids that a client could name of it: also of what was dropped before. */
export type Stand = {
  claimId: string
  /** Two places where it is made. */
  occurrenceIds: string[]
  assigneeId: string | null
  /** The version that is open, else the last one there was. */
  verdictId: string
  revision: number
  inForceId: string
  /** A withdrawal that is proposed, else one that was dropped, else one that never was. */
  correctionId: string
  hadWithdrawal: boolean
}

let serial = 0

/** Brings a new claim to a phase, through the commands. `recheckOn`: the day that makes it due. */
export async function standAt(phase: Phase, hands: Hands, recheckOn: string): Promise<Stand> {
  const claimId = await claimOfTwoPlaces(hands)
  const places = await db().occurrence.findMany({ where: { claimId }, orderBy: { id: 'asc' }, select: { id: true } })
  const told = { correctionId: newId(), hadWithdrawal: false }
  for (const step of STEPS[phase]) {
    const correctionId = await step({ ...hands, claimId, recheckOn })
    if (correctionId) Object.assign(told, { correctionId, hadWithdrawal: true })
  }
  const claim = await db().claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { verdicts: { orderBy: { id: 'desc' }, take: 1 } },
  })
  const [version] = claim.verdicts
  return {
    ...{ claimId, ...told, assigneeId: claim.assigneeId },
    occurrenceIds: places.map(({ id }) => id),
    verdictId: version?.id ?? newId(),
    revision: version?.revision ?? 1,
    inForceId: claim.currentVerdictId ?? version?.id ?? newId(),
  }
}

async function claimOfTwoPlaces({ writer }: Hands): Promise<string> {
  const { claimId, articleId } = await makeClaim(writer, `The mole of Norhaven is ${++serial} metres long.`)
  const { id: snapshotId, body } = await db().snapshot.findFirstOrThrow({ where: { articleId } })
  const start = body.indexOf('It will meet')
  const span = { start, end: start + 'It will meet again.'.length }
  const candidateId = newId()
  await db().candidate.create({
    data: {
      ...{ id: candidateId, articleId, snapshotId, origin: 'person', ...span, ...quoteSelector(body, span) },
      ...{ kind: 'statement', checkWorthiness: 0.5, reasons: [], extractorVersion: 'test', createdAt: writer.now },
    },
  })
  await mergeCandidate(writer, { candidateId, claimId })
  return claimId
}

/** One step on the way; gives the withdrawal that it made, if any. */
type Step = (at: Hands & { claimId: string; recheckOn: string }) => Promise<string | undefined>

const quiet =
  (step: (at: Parameters<Step>[0]) => Promise<unknown>): Step =>
  async (at) => {
    await step(at)
    return undefined
  }
const openVersion = (claimId: string) =>
  db().verdict.findFirstOrThrow({ where: { claimId, state: { in: ['draft', 'submitted'] } } })

/** A draft was begun and dropped: its id is one that a client may still name. */
const begunAndDropped = quiet(async ({ writer, claimId }) => {
  const { id } = await startVerdict(writer, { claimId })
  await dropVerdict(writer, { id, revision: 1, reason: 'Begun by mistake.' })
})
const assigned = quiet(({ writer, claimId, assigneeId }) => assignClaim(writer, { claimId, assigneeId, before: null }))
const begun = quiet(({ writer, claimId }) => startVerdict(writer, { claimId }))
const written = quiet(async ({ writer, approver, claimId }) => {
  const { id, revision } = await submitVerdictOn(writer, claimId)
  await sendBackVerdict(approver, { id, revision, reason: 'Which year?' })
})
const submitted = quiet(({ writer, claimId }) => submitVerdictOn(writer, claimId))
const published = quiet(async ({ approver, claimId }) => {
  const { id, revision } = await openVersion(claimId)
  await approveVerdict(approver, { id, revision })
})
const interrupted: Step = async ({ corrector, claimId }) => {
  const { correctionId } = await proposeWithdrawal(corrector, { claimId, note: 'Perhaps wrong.' })
  await dropWithdrawal(corrector, { correctionId })
  return correctionId
}
const dueLater = quiet(async ({ corrector, claimId, recheckOn }) => {
  const { currentVerdictId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  await planRecheck(corrector, { claimId, verdictId: currentVerdictId ?? '', dueOn: recheckOn })
})
const correcting = quiet(({ corrector, claimId }) =>
  startCorrection(corrector, { claimId, level: 'minor', note: 'A comma was missing.' }),
)
const resubmitted = quiet(async ({ writer, claimId }) => {
  const { id, revision } = await openVersion(claimId)
  await submitVerdict(writer, { id, revision })
})
const proposed: Step = async ({ corrector, claimId }) =>
  (await proposeWithdrawal(corrector, { claimId, note: 'The plan was forged.' })).correctionId
const withdrawn: Step = async (at) => {
  const correctionId = await proposed(at)
  await approveWithdrawal(at.approver, { correctionId: correctionId ?? '' })
  return correctionId
}
const merged = quiet(async (at) => {
  const intoClaimId = await claimOfTwoPlaces(at)
  await mergeClaims(at.writer, { fromClaimId: at.claimId, intoClaimId })
})
const hidden = quiet(({ approver, claimId }) => hideClaim(approver, { claimId, reason: 'Not a claim.' }))

const TO_PUBLISHED = [submitted, published, interrupted]
const STEPS: Readonly<Record<Phase, readonly Step[]>> = {
  accepted: [begunAndDropped],
  assigned: [begunAndDropped, assigned],
  in_review: [written],
  submitted: [submitted],
  published: TO_PUBLISHED,
  recheck_due: [...TO_PUBLISHED, dueLater],
  correcting: [...TO_PUBLISHED, correcting],
  correction_submitted: [...TO_PUBLISHED, correcting, resubmitted],
  withdrawal_proposed: [submitted, published, proposed],
  withdrawn: [submitted, published, withdrawn],
  merged: [begun, merged],
  hidden: [begun, hidden],
}
