import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { canWritePredictions } from '@/lib/predictions/policy'
import { getNewsItem } from '@/lib/predictions/queries/news'
import { DoneNotice } from '../../_components/done-notice'
import { TakeBack } from './news-item'

/** What an address says of the last decision on news. */
export const NewsDone = z.object({
  done: z.enum(['evidence', 'dismissed', 'reopened']).optional().catch(undefined),
  news: z.uuid().optional().catch(undefined),
})
type NewsDone = z.output<typeof NewsDone>

const WORDS = {
  evidence: 'Taken as evidence of the claim',
  dismissed: 'Dismissed',
  reopened: 'Taken back: it waits again',
}

/** What was just decided, with its undo; nothing where nothing was. `without`: the page's address without it. */
export async function NewsDoneNotice({
  ctx,
  query: { done, news },
  at,
  without,
}: {
  ctx: Context
  query: NewsDone
  at: 'list' | 'page'
  without: string
}) {
  const item = done && news ? await getNewsItem(ctx, news) : null
  if (!done || item === null) return null
  return (
    <DoneNotice key={ctx.requestId} without={without}>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span>
          {WORDS[done]}: {item.article.publisherName} {item.words}.
        </span>
        {item.state !== 'open' && canWritePredictions(ctx.actor) ? <TakeBack id={item.id} at={at} /> : null}
      </span>
    </DoneNotice>
  )
}
