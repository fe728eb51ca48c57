'use server'

import { redirect } from 'next/navigation'
import type { Proposed } from '@/app/_parts/evidence/gathered'
import type { StepName } from '@/app/(desk)/desk/_components/step-done'
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
import { goOnWith } from '@/lib/web/done'

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

/** The form of a step is gone with it: the page says what was done. */
const goOn = (id: string, done: StepName): never => goOnWith(`/desk/outcomes/${id}`, done)

export const submitOutcomeAction = action(RevisionForm, async (ctx, input) => {
  await submitOutcome(ctx, input)
  goOn(input.id, 'submitted')
})

export const dropOutcomeAction = action(DropOutcomeForm, async (ctx, input) => {
  await dropOutcome(ctx, input)
  goOn(input.id, 'dropped')
})

export const approveOutcomeAction = action(RevisionForm, async (ctx, input) => {
  await approveOutcome(ctx, input)
  goOn(input.id, 'approved')
})

export const sendBackOutcomeAction = action(SendBackForm, async (ctx, input) => {
  await sendBackOutcome(ctx, input)
  goOn(input.id, 'sent-back')
})

export const undoOutcomeAction = action(UndoOutcomeInput, async (ctx, input) => {
  await undoOutcome(ctx, input)
  goOn(input.id, 'undone')
})
