import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { EXTRACTOR_VERSION } from '@/lib/extraction/rules'
import { enqueueJob } from '@/lib/jobs/commands'
import { db, inTransaction, type Tx } from '@/lib/platform/db'
import { claimEvents } from '../events'
import { canReread } from '../policy'
import { countReadByOlderRules, listReadByOlderRules, listReadForAnotherCountry } from '../queries/rereading'
import { type ExtractionResult, extractCandidates } from './extraction'

/** Jobs that one step queues; the next step is a job of its own, so that no transaction grows with the archive. */
const BATCH = 100

/**
 * Has all articles that older rules read be read again, a job each. Asked twice, nothing is read twice: a waiting job is
 * replaced, and a job whose work is done does nothing. `articles` counts at most 10,000. Throws MOVE_REFUSED when there are
 * none.
 */
export async function requestRereading(ctx: Context): Promise<{ articles: number }> {
  return inTransaction(async (tx) => {
    if (!canReread(ctx.actor)) throw new AppError('FORBIDDEN')
    const articles = await countReadByOlderRules(tx)
    if (articles === 0)
      throw new AppError('MOVE_REFUSED', { text: 'All articles are read by these rules already. Nothing was queued.' })
    const eventId = await recordEvent(tx, ctx, claimEvents, {
      type: 'rereading.requested',
      entityId: newId(),
      payload: { extractorVersion: EXTRACTOR_VERSION, articles },
    })
    // queued here and not by the event: whoever asked sees at once that it runs
    await enqueueJob(tx, { name: 'reread_articles', payload: { eventId, after: null }, key: 'reread_articles' })
    return { articles }
  })
}

type Listing = (from: Tx, page: { after: string | null; limit: number }) => Promise<string[]>

/** What is read again, by the job that queues it step by step. */
const LISTINGS = {
  reread_articles: listReadByOlderRules,
  reread_countries: listReadForAnotherCountry,
} as const satisfies Record<string, Listing>

/** Queues the next articles of a listing after `after`, and itself when there may be more. May run twice. */
export async function queueRereading(
  name: keyof typeof LISTINGS,
  eventId: string,
  after: string | null,
): Promise<void> {
  await inTransaction(async (tx) => {
    const ids = await LISTINGS[name](tx, { after, limit: BATCH })
    for (const articleId of ids)
      await enqueueJob(tx, {
        name: 'extract_candidates',
        payload: { eventId, entityId: articleId },
        key: `reread:${articleId}`,
      })
    const last = ids.at(-1)
    if (last === undefined || ids.length < BATCH) return
    await enqueueJob(tx, { name, payload: { eventId, after: last }, key: `${name}:${eventId}:${last}` })
  })
}

export type RereadingSummary = Omit<ExtractionResult, 'outcome'> & { read: number; failed: string[] }

/**
 * Reads them all again here and now, one after the other: what the command line does. `onArticle` is told after each. An
 * article that fails is named in the summary and the others go on; interrupted, the next run begins where this one ended.
 */
export async function rereadAll(
  ctx: Context,
  onArticle: (summary: RereadingSummary) => void = () => {},
): Promise<RereadingSummary> {
  if (!canReread(ctx.actor)) throw new AppError('FORBIDDEN')
  const summary: RereadingSummary = { read: 0, added: 0, removed: 0, kept: 0, differing: 0, failed: [] }
  let after: string | null = null
  for (;;) {
    const ids: string[] = await listReadByOlderRules(db(), { after, limit: BATCH })
    for (const articleId of ids) {
      try {
        addTo(summary, await extractCandidates(ctx, articleId))
      } catch (error) {
        summary.failed.push(`${articleId}: ${error instanceof Error ? error.message : String(error)}`)
      }
      onArticle(summary)
    }
    after = ids.at(-1) ?? null
    if (after === null) return summary
  }
}

function addTo(summary: RereadingSummary, { outcome, added, removed, kept, differing }: ExtractionResult): void {
  if (outcome === 'unchanged') return
  summary.read++
  summary.added += added
  summary.removed += removed
  summary.kept += kept
  summary.differing += differing
}
