'use server'

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

export const confirmAliasAction = action(AliasInput, confirmAlias, { message: 'Confirmed.' })

export const refuseAliasAction = action(AliasInput, refuseAlias, { message: 'Forgotten.' })

export const splitAliasAction = action(SplitAliasInput, splitAlias, {
  message: 'It is a speaker of its own now. Merging the two again is the undo.',
})

export const editSpeakerAction = action(EditSpeakerInput, editSpeaker, { message: 'Saved.' })

export const mergeSpeakersAction = action(MergeSpeakersInput, mergeSpeakers, {
  message: 'Merged. This can be undone here.',
})

export const undoSpeakerMergeAction = action(UndoSpeakerMergeInput, undoSpeakerMerge, {
  message: 'The merge is undone.',
})
