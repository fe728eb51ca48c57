'use server'

import { z } from 'zod'
import { SpeakerField } from '@/app/(desk)/desk/articles/[id]/speaker-field'
import { linkClaims } from '@/lib/claims/commands'
import { LinkClaimsInput } from '@/lib/claims/schema'
import { AppError } from '@/lib/core/errors'
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
    if (intent === 'propose') await proposePrediction(ctx, saved)
    return { intent }
  },
  {
    message: ({ intent }) =>
      intent === 'propose' ? 'Proposed. A second person can open it now.' : 'Saved as a draft.',
  },
)

export const proposePredictionAction = action(RevisionForm, proposePrediction, {
  message: 'Proposed. A second person can open it now.',
})

export const approveOpeningAction = action(RevisionForm, approveOpening, {
  message: 'Approved: it is frozen and public.',
})

export const sendBackPredictionAction = action(SendBackForm, sendBackPrediction, {
  message: 'Sent back with your reason.',
})

export const addClarificationAction = action(ClarificationInput, addClarification, {
  message: 'The clarification is public.',
})

export const proposeJudgementAction = action(JudgementForm, proposeJudgement, {
  message: 'Proposed. A second person decides.',
})

export const approveJudgementAction = action(ApproveJudgementInput, approveJudgement, { message: 'Approved.' })

export const refuseJudgementAction = action(RefuseJudgementInput, refuseJudgement, {
  message: 'Refused with your reason.',
})

export const undoResolutionAction = action(UndoResolutionInput, undoResolution, {
  message: 'Undone: the prediction is open again.',
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
