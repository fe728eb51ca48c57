'use server'

import { z } from 'zod'
import { confirmPublicationDay, hideArticle, showArticle, updateArticleDetails } from '@/lib/articles/commands/details'
import { ArticleDetailsInput, ConfirmDayInput, HideArticleInput } from '@/lib/articles/schema'
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
