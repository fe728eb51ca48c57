'use server'

import { z } from 'zod'
import {
  confirmAlias,
  editSpeaker,
  mergeSpeakers,
  refuseAlias,
  splitAlias,
  undoSpeakerMerge,
} from '@/lib/claims/commands/speakers'
import {
  AliasInput,
  EditSpeakerInput,
  MergeSpeakersInput,
  SplitAliasInput,
  UndoSpeakerMergeInput,
} from '@/lib/claims/schema'
import { action } from '@/lib/web/action'
import { goOnWith } from '@/lib/web/done'
import { safeReturnPath } from '@/lib/web/origin'

const pageOf = (speakerId: string): string => `/desk/speakers/${speakerId}`

/** Spellings are kept in the list and on a speaker's page: the form says which of the two it came from. */
const here = z.string().max(1000).default('')
const backTo = (path: string): string => {
  const own = safeReturnPath(path)
  return own.startsWith('/desk/speakers') ? own : '/desk/speakers'
}

export const confirmAliasAction = action(AliasInput.extend({ here }), async (ctx, { here: path, ...input }) => {
  await confirmAlias(ctx, input)
  goOnWith(backTo(path), 'confirmed')
})

export const refuseAliasAction = action(AliasInput.extend({ here }), async (ctx, { here: path, ...input }) => {
  await refuseAlias(ctx, input)
  goOnWith(backTo(path), 'forgotten')
})

export const splitAliasAction = action(SplitAliasInput.extend({ here }), async (ctx, { here: path, ...input }) => {
  const { speakerId } = await splitAlias(ctx, input)
  goOnWith(backTo(path), 'split', { speaker: speakerId })
})

export const editSpeakerAction = action(EditSpeakerInput, async (ctx, input) => {
  await editSpeaker(ctx, input)
  goOnWith(pageOf(input.id), 'saved')
})

export const mergeSpeakersAction = action(MergeSpeakersInput, async (ctx, input) => {
  await mergeSpeakers(ctx, input)
  goOnWith(pageOf(input.fromSpeakerId), 'merged')
})

export const undoSpeakerMergeAction = action(UndoSpeakerMergeInput, async (ctx, input) => {
  await undoSpeakerMerge(ctx, input)
  goOnWith(pageOf(input.speakerId), 'merge-undone')
})
