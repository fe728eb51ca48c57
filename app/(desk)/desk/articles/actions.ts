'use server'

import { z } from 'zod'
import { confirmPublicationDay, hideArticle, showArticle, updateArticleDetails } from '@/lib/articles/commands/details'
import { joinStory, leaveStory } from '@/lib/articles/commands/stories'
import { ArticleDetailsInput, ConfirmDayInput, HideArticleInput } from '@/lib/articles/schema'
import { JoinStoryInput, LeaveStoryInput } from '@/lib/articles/schema/stories'
import { requestRereading } from '@/lib/claims/commands/rereading'
import { action } from '@/lib/web/action'

export const confirmDayAction = action(ConfirmDayInput, confirmPublicationDay, {
  message: 'The publication day is confirmed.',
})

export const updateDetailsAction = action(ArticleDetailsInput, updateArticleDetails, { message: 'Saved.' })

export const hideArticleAction = action(HideArticleInput, hideArticle, {
  message: 'Hidden. It is in the list of hidden articles, from where it can be brought back.',
})

export const showArticleAction = action(HideArticleInput, showArticle, { message: 'It is back in the list.' })

export const rereadAction = action(z.object({}), requestRereading, {
  message: 'They are being read again; what people decided stays.',
})

export const leaveStoryAction = action(LeaveStoryInput, leaveStory, {
  message: 'Taken out. It is not linked with that story again unless somebody does it by hand.',
})

export const joinStoryAction = action(JoinStoryInput, joinStory, { message: 'Linked as one story.' })
