'use server'

import { redirect } from 'next/navigation'
import type { Proposed } from '@/app/_parts/evidence/gathered'
import { GatheringForm, gathered } from '@/app/(desk)/desk/sources/_gathering/actions'
import { approveOutcome, undoOutcome } from '@/lib/predictions/commands/outcome-approval'
import { addOutcomeSource, changeOutcomeSource, removeOutcomeSource } from '@/lib/predictions/commands/outcome-sources'
import {
  dropOutcome,
  linkPredictions,
  saveOutcome,
  sendBackOutcome,
  submitOutcome,
} from '@/lib/predictions/commands/outcomes'
import { DropOutcomeForm, LinksForm, OutcomeForm, RevisionForm, SendBackForm } from '@/lib/predictions/rules/forms'
import {
  AddOutcomeSourceInput,
  ChangeOutcomeSourceInput,
  RemoveOutcomeSourceInput,
  UndoOutcomeInput,
} from '@/lib/predictions/schema'
import { action } from '@/lib/web/action'

/** Saves what happened; the first save makes the outcome, links what it was begun for, and goes on to its page. */
export const saveOutcomeAction = action(
  OutcomeForm,
  async (ctx, input) => {
    const saved = await saveOutcome(ctx, input)
    if (input.revision !== null) return saved
    redirect(`/desk/outcomes/${saved.id}`)
  },
  { message: 'Saved. What the rules propose was worked out anew.' },
)

type Gathered = Proposed | { isKnownSource: boolean }

/** One form gathers a source and adds it, as of evidence. */
export const gatherOutcomeSourceAction = action(
  GatheringForm,
  async (ctx, form): Promise<Gathered> => {
    const proposed = await gathered(ctx, form)
    if (proposed) return proposed
    const { isKnownSource } = await addOutcomeSource(ctx, AddOutcomeSourceInput.parse(form))
    return { isKnownSource }
  },
  {
    message: (value) =>
      'isKnownSource' in value
        ? value.isKnownSource
          ? 'Added. The desk knew this source already.'
          : 'Added to the sources.'
        : '',
  },
)

export const changeOutcomeSourceAction = action(ChangeOutcomeSourceInput, changeOutcomeSource, { message: 'Saved.' })
export const removeOutcomeSourceAction = action(RemoveOutcomeSourceInput, removeOutcomeSource, {
  message: 'Taken off the list.',
})

export const linkPredictionsAction = action(LinksForm, linkPredictions, { message: 'Saved.' })

export const submitOutcomeAction = action(RevisionForm, submitOutcome, {
  message: 'Submitted. A second person can approve it now.',
})

export const dropOutcomeAction = action(DropOutcomeForm, dropOutcome, {
  message: 'Dropped. What was saved of it is kept, with your reason.',
})

export const approveOutcomeAction = action(RevisionForm, approveOutcome, {
  message: 'Approved: its predictions are resolved.',
})

export const sendBackOutcomeAction = action(SendBackForm, sendBackOutcome, { message: 'Sent back with your reason.' })

export const undoOutcomeAction = action(UndoOutcomeInput, undoOutcome, {
  message: 'Undone: its predictions are open again.',
})
