import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { enqueueJob } from '@/lib/jobs/commands'
import { inTransaction } from '@/lib/platform/db'
import { canFindNews } from '../policy'
import { listWithoutNewsKeys } from '../queries/news-ground'
import type { LookForNews, RenewNewsKeys } from '../schema'
import { findNewsInArticle, findNewsOfPrediction } from './finding-news'

/** Jobs that one step queues; the next step is a job of its own. */
const BATCH = 100
const STEPS = ['prediction', 'article'] as const

/**
 * Queues a look at each open prediction and each article that has no keys of the present rules: what was there before there
 * were any, what a failed job left, and everything after a change of the rules. Step by step, by id; may run twice.
 */
export async function renewNewsKeys(ctx: Context, { of, after }: RenewNewsKeys): Promise<void> {
  if (!canFindNews(ctx.actor)) throw new AppError('FORBIDDEN')
  await inTransaction(async (tx) => {
    const ids = await listWithoutNewsKeys(tx, of, { after, limit: BATCH })
    for (const id of ids)
      await enqueueJob(tx, { name: 'look_for_news', payload: { of, id }, key: `look_for_news:${id}` })
    const last = ids.length < BATCH ? null : (ids.at(-1) ?? null)
    const next = last === null ? STEPS[STEPS.indexOf(of) + 1] : of
    if (next === undefined) return
    await enqueueJob(tx, {
      name: 'renew_news_keys',
      payload: { of: next, after: last },
      key: `renew_news_keys:${next}:${last ?? ''}`,
    })
  })
}

/** Looks for news of one prediction, or in one article. May run twice. */
export async function lookForNews(ctx: Context, { of, id }: LookForNews): Promise<void> {
  if (of === 'prediction') await findNewsOfPrediction(ctx, id)
  else await findNewsInArticle(ctx, id)
}
