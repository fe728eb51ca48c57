'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { dismissNews, reopenNews, takeNewsAsEvidence } from '@/lib/predictions/commands/deciding-news'
import { getNewsItem } from '@/lib/predictions/queries/news'
import { action } from '@/lib/web/action'
import { goOnWith } from '@/lib/web/done'

/** `at`: the list of all news, or the page of the prediction. */
const NewsForm = z.object({ id: Id, at: z.enum(['list', 'page']) })

const placeOf = (at: 'list' | 'page', claimId: string): string =>
  at === 'list' ? '/desk/predictions/news' : `/desk/predictions/${claimId}`

export const takeNewsAsEvidenceAction = action(NewsForm, async (ctx, { id, at }) => {
  const { claimId } = await takeNewsAsEvidence(ctx, { id })
  goOnWith(placeOf(at, claimId), 'evidence', { news: id })
})

/** Goes on to the form of the outcome, which begins with what the article says; its first save takes the news as the source. */
export const takeNewsAsSourceAction = action(NewsForm, async (ctx, { id }) => {
  const item = await getNewsItem(ctx, id)
  if (item === null) throw new AppError('NOT_FOUND')
  redirect(`/desk/outcomes/new?prediction=${item.predictionId}&news=${id}`)
})

export const dismissNewsAction = action(NewsForm, async (ctx, { id, at }) => {
  const { claimId } = await dismissNews(ctx, { id })
  goOnWith(placeOf(at, claimId), 'dismissed', { news: id })
})

export const reopenNewsAction = action(NewsForm, async (ctx, { id, at }) => {
  const { claimId } = await reopenNews(ctx, { id })
  goOnWith(placeOf(at, claimId), 'reopened', { news: id })
})
