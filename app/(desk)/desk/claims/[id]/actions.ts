'use server'

import { z } from 'zod'
import { linkClaims, setQuantities, unlinkClaims, updateClaim } from '@/lib/claims/commands'
import { assignClaim } from '@/lib/claims/commands/assigning'
import { hideClaim, mergeClaims, splitClaim, unhideClaim, unmergeClaims } from '@/lib/claims/commands/merging'
import { setTopics } from '@/lib/claims/commands/topics'
import {
  AssignClaimInput,
  HideClaimInput,
  LinkClaimsInput,
  MergeClaimsInput,
  SetQuantitiesInput,
  SplitClaimInput,
  UnhideClaimInput,
  UnlinkClaimsInput,
  UnmergeClaimsInput,
  UpdateClaimInput,
} from '@/lib/claims/schema'
import { SetTopicsInput } from '@/lib/claims/schema/topics'
import type { Context } from '@/lib/core/context'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { addComment, hideComment } from '@/lib/discussion/commands'
import { AddComment, HideComment } from '@/lib/discussion/schema'
import { removeEvidence, updateEvidence, updateSource } from '@/lib/evidence/commands'
import { moveEvidence } from '@/lib/evidence/commands/ordering'
import { MoveEvidence, RemoveEvidence, UpdateEvidence, UpdateSource } from '@/lib/evidence/schema'
import { approveVerdict, sendBackVerdict } from '@/lib/verdicts/commands/approval'
import { dropWorkingCopy } from '@/lib/verdicts/commands/copies'
import {
  approveWithdrawal,
  dropWithdrawal,
  proposeWithdrawal,
  startCorrection,
} from '@/lib/verdicts/commands/corrections'
import { dropVerdict, startVerdict, takeBackVerdict } from '@/lib/verdicts/commands/drafts'
import { markRechecked, planRecheck } from '@/lib/verdicts/commands/rechecks'
import { addRemark, dealWithRemark, reopenRemark, replyToRemark } from '@/lib/verdicts/commands/remarks'
import { saveAndPerhapsSubmit } from '@/lib/verdicts/commands/saving'
import { giveSecondRating, lookAtVerdict } from '@/lib/verdicts/commands/second-rating'
import {
  DecideWithdrawal,
  DropVerdict,
  MarkRechecked,
  PlanRecheck,
  ProposeWithdrawal,
  SaveVerdictForm,
  SendBackVerdict,
  StartCorrection,
  StartVerdict,
  TakeBackVerdict,
  VerdictRevision,
} from '@/lib/verdicts/schema'
import { DropCopy } from '@/lib/verdicts/schema/copies'
import {
  AddRemark,
  GiveSecondRating,
  LookAtVerdict,
  MoveRemark,
  ReplyToRemark,
} from '@/lib/verdicts/schema/second-person'
import { action } from '@/lib/web/action'
import { goOnWith } from '@/lib/web/done'
import type { Done } from './_components/done'
import { savedWords } from './_components/saved-words'

const UpdateClaimForm = UpdateClaimInput.extend({ speakerId: optional(Id) })
export const updateClaimAction = action(UpdateClaimForm, updateClaim, { message: 'The claim is saved.' })

/** Rows that were left empty are no figures; fields that were left open come as null. */
const filledRows = (rows: unknown): unknown =>
  Array.isArray(rows)
    ? rows
        .filter((row) => ['text', 'value', 'low', 'high'].some((name) => row?.[name]))
        .map((row) => ({ value: null, low: null, high: null, unit: '', ...row }))
    : []
const QuantitiesForm = z.preprocess(
  (form) =>
    typeof form === 'object' && form ? { ...form, quantities: filledRows(Reflect.get(form, 'quantities')) } : form,
  SetQuantitiesInput,
)
export const setQuantitiesAction = action(QuantitiesForm, setQuantities, { message: 'The figures are saved.' })

const TopicsForm = z.object({
  claimId: Id,
  topics: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((topic) => topic.trim() || []))
    .pipe(SetTopicsInput.shape.topics),
})
export const setTopicsAction = action(TopicsForm, setTopics, { message: 'The topics are saved.' })
export const linkClaimsAction = action(LinkClaimsInput, linkClaims, { message: 'The two claims are linked.' })
export const unlinkClaimsAction = action(UnlinkClaimsInput, unlinkClaims)

/** `take`: the button that needs no choice. */
const AssignForm = AssignClaimInput.extend({ take: z.enum(['me', 'nobody']).optional() })
const assign = (ctx: Context, { take, ...input }: z.output<typeof AssignForm>) =>
  assignClaim(ctx, take ? { ...input, assigneeId: take === 'me' ? ctx.actor.id : null } : input)
export const assignClaimAction = action(AssignForm, assign, {
  message: ({ assigneeName }) => (assigneeName ? `Assigned to ${assigneeName}.` : 'Assigned to nobody now.'),
})

const goOn = (claimId: string, done: Done, otherId?: string): never =>
  goOnWith(`/desk/claims/${claimId}`, done, otherId ? { other: otherId } : {})

export const mergeClaimsAction = action(MergeClaimsInput, async (ctx, input) => {
  await mergeClaims(ctx, input)
  goOn(input.intoClaimId, 'absorbed', input.fromClaimId)
})
export const unmergeClaimsAction = action(UnmergeClaimsInput, async (ctx, input) => {
  await unmergeClaims(ctx, input)
  goOn(input.claimId, 'unmerged')
})
export const splitClaimAction = action(SplitClaimInput, async (ctx, input) => {
  const { claimId } = await splitClaim(ctx, input)
  goOn(claimId, 'split', input.claimId)
})
export const hideClaimAction = action(HideClaimInput, async (ctx, input) => {
  await hideClaim(ctx, input)
  goOn(input.claimId, 'hidden')
})
export const unhideClaimAction = action(UnhideClaimInput, async (ctx, input) => {
  await unhideClaim(ctx, input)
  goOn(input.claimId, 'unhidden')
})

export const updateEvidenceAction = action(UpdateEvidence, updateEvidence, { message: 'The evidence is saved.' })
export const updateSourceAction = action(UpdateSource, updateSource, {
  message: 'The source is saved, wherever it is cited. Published verdicts keep what they showed.',
})
export const moveEvidenceAction = action(MoveEvidence, moveEvidence)
export const removeEvidenceAction = action(RemoveEvidence, removeEvidence)

export const startVerdictAction = action(StartVerdict, startVerdict)

export const saveVerdictAction = action(SaveVerdictForm, saveAndPerhapsSubmit, { message: savedWords })

export const dropCopyAction = action(DropCopy, dropWorkingCopy)
export const takeBackVerdictAction = action(TakeBackVerdict, takeBackVerdict)
export const dropVerdictAction = action(DropVerdict, dropVerdict, {
  message: 'Dropped. What was saved of it is kept, with your reason in the history.',
})
export const approveVerdictAction = action(VerdictRevision, approveVerdict, {
  message: ({ ordinal }) => `Version ${ordinal} is published.`,
})
export const sendBackVerdictAction = action(SendBackVerdict, sendBackVerdict)
export const addRemarkAction = action(AddRemark, addRemark, { message: 'The remark is added, beside the text.' })
export const replyToRemarkAction = action(ReplyToRemark, replyToRemark)
export const dealWithRemarkAction = action(MoveRemark, dealWithRemark)
export const reopenRemarkAction = action(MoveRemark, reopenRemark)
export const giveSecondRatingAction = action(GiveSecondRating, giveSecondRating)
export const lookAtVerdictAction = action(LookAtVerdict, lookAtVerdict)
export const startCorrectionAction = action(StartCorrection, startCorrection)
export const proposeWithdrawalAction = action(ProposeWithdrawal, proposeWithdrawal)
export const approveWithdrawalAction = action(DecideWithdrawal, approveWithdrawal)
export const dropWithdrawalAction = action(DecideWithdrawal, dropWithdrawal)

export const markRecheckedAction = action(MarkRechecked, markRechecked)
export const planRecheckAction = action(PlanRecheck, planRecheck, { message: 'The day is set.' })

export const addCommentAction = action(AddComment, addComment)
export const hideCommentAction = action(HideComment, hideComment)
