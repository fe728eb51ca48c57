'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { fetchPage, importPage } from '@/lib/articles/commands/pages'
import { requireArticle } from '@/lib/articles/queries'
import { FetchPageInput, ImportPageInput } from '@/lib/articles/schema'
import { action } from '@/lib/web/action'
import { stoppable } from '@/lib/web/stoppable'
import type { ImportedAnswer } from './answers'

/** `fetchId`: made by the page, so that its stop button finds this very fetch. */
const ReadInput = FetchPageInput.extend({ fetchId: z.string().max(64).optional() })

/** Fetches a page and goes on to what was understood of it. */
export const readPageAction = action(
  ReadInput,
  async (ctx, { address, fetchId }): Promise<undefined> => {
    const { rawPageId } = await stoppable(`${ctx.actor.id}:${fetchId}`, (stop) => fetchPage(ctx, { address }, stop))
    redirect(`/desk/articles/import/address?page=${rawPageId}`)
  },
  { refreshes: false },
)

/** Imports a fetched page as it was corrected; a field that was emptied is empty. */
export const importPageAction = action(
  ImportPageInput,
  async (ctx, input): Promise<ImportedAnswer> => {
    const { outcome, articleId, title } = await importPage(ctx, input)
    const { publishedOn } = await requireArticle(ctx, articleId)
    return { outcome, articleId, title, needsDay: publishedOn === null }
  },
  { refreshes: false },
)
