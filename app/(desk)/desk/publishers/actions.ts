'use server'

import { createPublisher, editPublisher, mergePublishers, undoPublisherMerge } from '@/lib/articles/commands/publishers'
import { MergePublishersInput, PublisherEdit, PublisherInput, UndoMergeInput } from '@/lib/articles/schema'
import { action } from '@/lib/web/action'

const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`)

export const createPublisherAction = action(PublisherInput, createPublisher, { message: 'Added to the list.' })

export const editPublisherAction = action(PublisherEdit, editPublisher, { message: 'Saved.' })

export const mergePublishersAction = action(MergePublishersInput, mergePublishers, {
  message: ({ moved }) => `Merged; ${articles(moved)} moved. This can be undone here.`,
})

export const undoMergeAction = action(UndoMergeInput, undoPublisherMerge, {
  message: ({ moved }) => `The merge is undone; ${articles(moved)} moved back.`,
})
