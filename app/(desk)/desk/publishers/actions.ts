'use server'

import { createPublisher, editPublisher, mergePublishers, undoPublisherMerge } from '@/lib/articles/commands/publishers'
import { splitPublisher, undoPublisherSplit } from '@/lib/articles/commands/splitting'
import {
  MergePublishersInput,
  PublisherEdit,
  PublisherInput,
  SplitPublisherInput,
  UndoMergeInput,
  UndoSplitInput,
} from '@/lib/articles/schema'
import { action } from '@/lib/web/action'
import { goOnWith } from '@/lib/web/done'

const pageOf = (publisherId: string): string => `/desk/publishers/${publisherId}`

export const createPublisherAction = action(PublisherInput, createPublisher, { message: 'Added to the list.' })

export const editPublisherAction = action(PublisherEdit, editPublisher, { message: 'Saved.' })

export const mergePublishersAction = action(MergePublishersInput, async (ctx, input) => {
  const { moved } = await mergePublishers(ctx, input)
  goOnWith(pageOf(input.publisherId), 'merged', { moved })
})

export const undoMergeAction = action(UndoMergeInput, async (ctx, input) => {
  const { moved } = await undoPublisherMerge(ctx, input)
  goOnWith(pageOf(input.publisherId), 'merge-undone', { moved })
})

export const splitPublisherAction = action(SplitPublisherInput, async (ctx, input) => {
  const { moved } = await splitPublisher(ctx, input)
  goOnWith(pageOf(input.publisherId), 'split', { moved })
})

export const undoSplitAction = action(UndoSplitInput, async (ctx, input) => {
  const { moved } = await undoPublisherSplit(ctx, input)
  goOnWith(pageOf(input.publisherId), 'split-undone', { moved })
})
