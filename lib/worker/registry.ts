import { z } from 'zod'
import { importBatchJob } from '@/lib/articles/commands/batch-run'
import { fetchFeed } from '@/lib/articles/commands/feed-fetching'
import { importFeedItem } from '@/lib/articles/commands/feed-items'
import { linkStoryJob } from '@/lib/articles/jobs'
import { FetchFeedPayload, ImportItemPayload } from '@/lib/articles/schema/feeds'
import { getEvent } from '@/lib/audit/queries'
import { queueRereading } from '@/lib/claims/commands/rereading'
import {
  askModelJob,
  carryPlacesJob,
  extractCandidatesJob,
  regroupUnnamedJob,
  renameUnnamedGroupJob,
} from '@/lib/claims/jobs'
import type { Context } from '@/lib/core/context'
import { forgetContact } from '@/lib/desk/commands/suggestions'
import { archiveSource } from '@/lib/evidence/commands/archiving'
import { checkSource } from '@/lib/evidence/commands/checking'
import { forgetUncitedCopies, queueLostChecks } from '@/lib/evidence/commands/sweeping'
import { ArchiveSourcePayload, CheckSourcePayload } from '@/lib/evidence/schema'
import { enqueueJob } from '@/lib/jobs/commands'
import { RunPayload } from '@/lib/jobs/schema'
import { planDigests, sendDigest } from '@/lib/notices/commands/digests'
import { forgetReadNotices, makeNotices, noticeFailedRun } from '@/lib/notices/commands/making'
import { remindOfPredictions } from '@/lib/notices/commands/reminding'
import { ENDS_WAITING, NEWS_EVENTS } from '@/lib/notices/queries/news'
import { DigestPayload } from '@/lib/notices/schema'
import { inTransaction } from '@/lib/platform/db'
import { lookForNews, renewNewsKeys } from '@/lib/predictions/commands/renewing-news'
import { scoreLedger } from '@/lib/predictions/commands/scoring'
import { findNewsJob } from '@/lib/predictions/jobs'
import { LookForNews, RenewNewsKeys } from '@/lib/predictions/schema'
import { reindexClaim } from '@/lib/search/commands'
import { reindexSpeakersJob } from '@/lib/search/jobs'
import { storeExternalJob } from '@/lib/verdicts/commands/external/storing'

/**
 * A job's handler: parses its payload, asks whether its work is done, does it. `ctx` is the worker's; `stop` is given when
 * the worker is told to end and waits no longer. `isLastTry`: the queue will not try again what is thrown.
 */
export type JobHandler = (ctx: Context, payload: unknown, stop: AbortSignal, isLastTry: boolean) => Promise<void>

const EventPayload = z.object({ eventId: z.uuid() })
const RereadPayload = z.object({ eventId: z.uuid(), after: z.uuid().nullable().default(null) })
const EntityPayload = z.object({ eventId: z.uuid(), entityId: z.uuid() })
export type EntityPayload = z.infer<typeof EntityPayload>

/** A handler for jobs that an event caused: handed the event's entity. */
export const onEntity =
  (work: (ctx: Context, entityId: string, stop: AbortSignal) => Promise<void>): JobHandler =>
  async (ctx, payload, stop) =>
    work(ctx, EntityPayload.parse(payload).entityId, stop)

/** Event type -> jobs it causes. News travels up this way: articles know no claims. */
export const EVENT_JOBS: Readonly<Record<string, readonly string[]>> = {
  'article.imported': ['extract_candidates', 'link_story'],
  'article.snapshot_added': ['carry_places', 'extract_candidates', 'link_story'],
  'article.day_confirmed': ['extract_candidates'],
  'article.details_updated': ['extract_candidates', 'regroup_unnamed'],
  'publisher.updated': ['rename_unnamed_group', 'reread_countries'],
  'publisher.merged': ['regroup_unnamed', 'reread_countries'],
  'publisher.merge_undone': ['regroup_unnamed', 'reread_countries'],
  'publisher.split': ['regroup_unnamed', 'reread_countries'],
  'publisher.split_undone': ['regroup_unnamed', 'reread_countries'],
  'candidates.extracted': ['find_news'],
  'candidate.marked': ['find_news'],
  'candidate.accepted': ['find_news'],
  'candidate.reopened': ['find_news'],
  'candidate.merged': ['find_news'],
  'candidate.adjusted': ['find_news'],
  'model.answered': ['find_news'],
  'prediction.opened': ['find_news'],
  'prediction.resolution_undone': ['find_news'],
  'model.asked': ['ask_model'],
  'claim.state_set': ['reindex_claim'],
  'claim.speaker_set': ['reindex_claim'],
  'claim.merged': ['reindex_claim', 'find_news'],
  'claim.unmerged': ['reindex_claim', 'find_news'],
  'claim.hidden': ['reindex_claim'],
  'claim.unhidden': ['reindex_claim', 'find_news'],
  'speaker.edited': ['reindex_speakers'],
  'speaker.merged': ['reindex_speakers'],
  'speaker.merge_undone': ['reindex_speakers'],
  'speaker.alias_split': ['reindex_speakers'],
  'speaker.regrouped': ['reindex_speakers'],
  'verdict.published': ['reindex_claim'],
  'verdict.withdrawn': ['reindex_claim'],
}

/** What an event causes: besides the above, whom it concerns is told. */
const jobsOf = (type: string): readonly string[] => [
  ...(EVENT_JOBS[type] ?? []),
  ...(NEWS_EVENTS.includes(type) || type in ENDS_WAITING ? ['make_notices'] : []),
]

/** What an article says of a prediction is on its page while it is evidence, though nothing of the desk's work is public. */
const MOVE_EDITION_TOO = ['prediction.news_decided', 'evidence.removed']
const movesEdition = (event: { isPublic: boolean; type: string }): boolean =>
  event.isPublic || MOVE_EDITION_TOO.includes(event.type)

/** How long what becomes public waits to be scored together. */
const SCORING_DELAY_MS = 30_000

/** Queues the jobs of an event. Runs twice without harm: each job is keyed by event and name. */
export const dispatchEvent: JobHandler = async (ctx, payload) => {
  const event = await getEvent(EventPayload.parse(payload).eventId)
  const names = event ? jobsOf(event.type) : []
  if (event === null || (names.length === 0 && !movesEdition(event))) return
  await inTransaction(async (tx) => {
    // A public event moves the edition, and with it every record. One job waits for all that happens until its turn, which
    // nothing puts off: a busy morning is scored now and then, and pages compute for themselves what is not scored yet.
    if (movesEdition(event)) {
      const runAt = new Date(ctx.now.getTime() + SCORING_DELAY_MS)
      await enqueueJob(tx, { name: 'score_ledger', payload: {}, key: 'score_ledger', runAt, keepsTurn: true })
    }
    for (const name of names) {
      await enqueueJob(tx, {
        name,
        payload: { eventId: event.id, entityId: event.entityId },
        key: `${name}:${event.id}`,
      })
    }
  })
}

const rereading =
  (name: 'reread_articles' | 'reread_countries'): JobHandler =>
  async (_ctx, payload) => {
    const { eventId, after } = RereadPayload.parse(payload)
    await queueRereading(name, eventId, after)
  }

const importBatch: JobHandler = async (ctx, payload, stop) => {
  const begunAt = performance.now()
  await importBatchJob(ctx, RunPayload.parse(payload).runId, stop, () => performance.now() - begunAt)
}

const storeExternal: JobHandler = async (ctx, payload, stop) => {
  const begunAt = performance.now()
  await storeExternalJob(ctx, RunPayload.parse(payload).runId, stop, () => performance.now() - begunAt)
}

/** Job name -> handler: everything that the worker can do. */
export const JOBS: Readonly<Record<string, JobHandler>> = {
  dispatch_event: dispatchEvent,
  carry_places: onEntity(carryPlacesJob),
  import_batch: importBatch,
  store_external_verdicts: storeExternal,
  forget_contact: forgetContact,
  extract_candidates: onEntity(extractCandidatesJob),
  link_story: onEntity(linkStoryJob),
  ask_model: onEntity(askModelJob),
  regroup_unnamed: async (ctx, payload) => regroupUnnamedJob(ctx, EventPayload.parse(payload).eventId),
  rename_unnamed_group: onEntity(renameUnnamedGroupJob),
  reread_articles: rereading('reread_articles'),
  reread_countries: rereading('reread_countries'),
  fetch_feed: async (ctx, payload, stop) => fetchFeed(ctx, FetchFeedPayload.parse(payload), stop),
  import_feed_item: async (ctx, payload, stop, isLastTry) =>
    importFeedItem(ctx, ImportItemPayload.parse(payload).itemId, stop, isLastTry),
  check_source: async (ctx, payload, stop) => checkSource(ctx, CheckSourcePayload.parse(payload), stop),
  archive_source: async (ctx, payload, stop) =>
    archiveSource(ctx, ArchiveSourcePayload.parse(payload).archivingId, stop),
  queue_lost_checks: async (ctx) => queueLostChecks(ctx),
  forget_uncited_copies: async (ctx) => forgetUncitedCopies(ctx),
  make_notices: async (ctx, payload) => makeNotices(ctx, EventPayload.parse(payload).eventId),
  notice_failed_run: async (ctx, payload) => noticeFailedRun(ctx, RunPayload.parse(payload).runId),
  remind_of_predictions: async (ctx) => remindOfPredictions(ctx),
  score_ledger: async (ctx) => scoreLedger(ctx),
  forget_read_notices: async (ctx) => forgetReadNotices(ctx),
  plan_digests: async (ctx) => planDigests(ctx),
  send_digest: async (ctx, payload) => sendDigest(ctx, DigestPayload.parse(payload).digestId),
  find_news: async (ctx, payload) => findNewsJob(ctx, EventPayload.parse(payload).eventId),
  renew_news_keys: async (ctx, payload) => renewNewsKeys(ctx, RenewNewsKeys.parse(payload)),
  look_for_news: async (ctx, payload) => lookForNews(ctx, LookForNews.parse(payload)),
  reindex_claim: onEntity(reindexClaim),
  reindex_speakers: async (ctx, payload) => reindexSpeakersJob(ctx, EventPayload.parse(payload).eventId),
}

/**
 * Jobs that take long, in lanes: one at a time in each, beside the others, so that they hold none of them up. Those that wait for
 * somebody else's server; the web archive, which is slow and asks to be asked seldom; the scoring of the whole ledger.
 */
export const LONG_LANES: readonly ReadonlySet<string>[] = [
  new Set(['ask_model', 'fetch_feed', 'import_feed_item', 'check_source', 'send_digest']),
  new Set(['archive_source']),
  new Set(['score_ledger']),
]
