'use server'

import { z } from 'zod'
import type { StepName } from '@/app/(desk)/desk/_components/step-done'
import { SpeakerField } from '@/app/(desk)/desk/articles/[id]/speaker-field'
import { linkClaims } from '@/lib/claims/commands'
import { LinkClaimsInput } from '@/lib/claims/schema'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { draftAnotherWindow } from '@/lib/predictions/commands/another-window'
import {
  approveJudgement,
  proposeJudgement,
  refuseJudgement,
  undoResolution,
} from '@/lib/predictions/commands/judgements'
import {
  addClarification,
  approveOpening,
  proposePrediction,
  savePrediction,
  sendBackPrediction,
} from '@/lib/predictions/commands/opening'
import {
  AnotherWindowForm,
  JudgementForm,
  PredictionForm,
  RevisionForm,
  SendBackForm,
} from '@/lib/predictions/rules/forms'
import { missingForForm } from '@/lib/predictions/rules/moves'
import {
  ApproveJudgementInput,
  ClarificationInput,
  RefuseJudgementInput,
  UndoResolutionInput,
} from '@/lib/predictions/schema'
import { action } from '@/lib/web/action'
import { goOnWith } from '@/lib/web/done'

/** Which page the step was taken on: it says that it is done, because the form is gone with it. */
const At = { claimId: Id }
const goOn = (claimId: string, done: StepName): never => goOnWith(`/desk/predictions/${claimId}`, done)

/** Saves, and proposes at once when that button was pressed; what is missing for that is said before anything is stored. */
export const savePredictionAction = action(
  PredictionForm,
  async (ctx, { input, intent }) => {
    const fields = intent === 'propose' ? missingForForm(input.content) : {}
    if (Object.keys(fields).length > 0)
      throw new AppError('BAD_INPUT', {
        text: 'Something is missing before it can be proposed. Add it, or save it as a draft.',
        fields,
      })
    const saved = await savePrediction(ctx, input)
    if (intent === 'save') return
    await proposePrediction(ctx, saved)
    goOn(input.claimId, 'proposed')
  },
  { message: 'Saved as a draft.' },
)

export const approveOpeningAction = action(RevisionForm.extend(At), async (ctx, { claimId, ...input }) => {
  await approveOpening(ctx, input)
  goOn(claimId, 'opened')
})

export const sendBackPredictionAction = action(SendBackForm.extend(At), async (ctx, { claimId, ...input }) => {
  await sendBackPrediction(ctx, input)
  goOn(claimId, 'sent-back')
})

export const addClarificationAction = action(ClarificationInput, addClarification, {
  message: 'The clarification is public.',
})

export const proposeJudgementAction = action(JudgementForm.extend(At), async (ctx, { claimId, ...input }) => {
  await proposeJudgement(ctx, input)
  goOn(claimId, 'judged')
})

export const approveJudgementAction = action(ApproveJudgementInput.extend(At), async (ctx, { claimId, ...input }) => {
  await approveJudgement(ctx, input)
  goOn(claimId, 'judgement-approved')
})

export const refuseJudgementAction = action(RefuseJudgementInput.extend(At), async (ctx, { claimId, ...input }) => {
  await refuseJudgement(ctx, input)
  goOn(claimId, 'judgement-refused')
})

export const undoResolutionAction = action(UndoResolutionInput.extend(At), async (ctx, { claimId, ...input }) => {
  await undoResolution(ctx, input)
  goOn(claimId, 'resolution-undone')
})

export const linkPredictionAction = action(LinkClaimsInput, linkClaims, { message: 'Linked.' })

/** Goes on to the draft of the new one. */
export const draftAnotherWindowAction = action(
  AnotherWindowForm.and(z.object({ speaker: SpeakerField.optional() })),
  async (ctx, input) => {
    const { claimId, earlierClaimId } = await draftAnotherWindow(ctx, input)
    goOnWith(`/desk/predictions/${claimId}`, 'drafted', { of: earlierClaimId })
  },
)
