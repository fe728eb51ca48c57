import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'
import { DaySchema } from '@/lib/core/day-schema'
import { Id } from '@/lib/core/ids'

const Details = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publisherId: Id,
})
const PublisherFields = z.object({
  name: z.string(),
  domain: z.string().nullable(),
  country: z.string().nullable(),
  zone: z.string().nullable(),
})
const FeedFields = z.object({
  title: z.string(),
  publisher: z.string().nullable(),
  intervalMinutes: z.int(),
  words: z.array(z.string()),
  publishers: z.array(z.string()),
  matching: z.string(),
  others: z.string(),
})

/**
 * News of this domain. `article.imported` and `article.snapshot_added` call for extraction, `article.day_confirmed` for
 * a second one where nothing was decided yet. None carries the text: it is the publisher's. News of an article is public
 * only where a published claim was made in it; public news carries no reason that somebody typed for the desk.
 */
export const articleEvents = defineEvents({
  'article.imported': {
    entityType: 'article',
    isPublic: false,
    payload: z.object({
      snapshotId: Id,
      publisherId: Id,
      title: z.string(),
      url: z.string().nullable(),
      publishedOn: DaySchema.nullable(),
      rawHash: z.string(),
    }),
  },
  'article.snapshot_added': {
    entityType: 'article',
    isPublic: false,
    payload: z.object({ snapshotId: Id, ordinal: z.int(), rawHash: z.string() }),
  },
  'article.day_confirmed': {
    entityType: 'article',
    isPublic: true,
    payload: z.object({ before: DaySchema.nullable(), publishedOn: DaySchema }),
  },
  'article.details_updated': {
    entityType: 'article',
    isPublic: true,
    payload: z.object({ before: Details, after: Details }),
  },
  'article.hidden': { entityType: 'article', isPublic: true, payload: z.object({}) },
  'article.shown': { entityType: 'article', isPublic: true, payload: z.object({}) },
  /** Records count the copies of a story once, so readers may see the effect. `similarity` null: with its story, or by hand. */
  'article.story_joined': {
    entityType: 'article',
    isPublic: true,
    payload: z.object({ storyId: Id, similarity: z.number().nullable(), isByHand: z.boolean() }),
  },
  'article.story_left': { entityType: 'article', isPublic: true, payload: z.object({ storyId: Id, ownStoryId: Id }) },
  /** Why the article was hidden, brought back or taken out of its story, for the desk; written just before that event. */
  'article.reason_given': { entityType: 'article', isPublic: false, payload: z.object({ reason: z.string() }) },
  /** A table of articles was brought in; its run tells what became of its rows. */
  'batch.started': {
    entityType: 'batch',
    isPublic: false,
    payload: z.object({ fileName: z.string(), rows: z.int(), isDryRun: z.boolean() }),
  },
  'feed.added': { entityType: 'feed', isPublic: false, payload: z.object({ address: z.string(), title: z.string() }) },
  'feed.edited': { entityType: 'feed', isPublic: false, payload: z.object({ before: FeedFields, after: FeedFields }) },
  'feed.paused': { entityType: 'feed', isPublic: false, payload: z.object({}) },
  'feed.resumed': { entityType: 'feed', isPublic: false, payload: z.object({}) },
  /** Items that somebody chose to import, or dismissed. */
  'feed.items_chosen': { entityType: 'feed', isPublic: false, payload: z.object({ itemIds: z.array(Id) }) },
  'feed.items_dismissed': { entityType: 'feed', isPublic: false, payload: z.object({ itemIds: z.array(Id) }) },
  'publisher.created': { entityType: 'publisher', isPublic: false, payload: PublisherFields },
  'publisher.updated': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ before: PublisherFields, after: PublisherFields }),
  },
  /** `articleIds`: what moved, so that undoing moves exactly these back. */
  'publisher.merged': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ intoId: Id, articleIds: z.array(Id) }),
  },
  /** Why it was merged or split, for the desk; written just before that event. */
  'publisher.reason_given': { entityType: 'publisher', isPublic: false, payload: z.object({ reason: z.string() }) },
  /** `mergeId`: the event that was undone; events from before it was noted have none. */
  'publisher.merge_undone': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ fromId: Id, articleIds: z.array(Id), mergeId: Id.optional() }),
  },
  /** These articles belong to another publisher. Undoing returns exactly these. */
  'publisher.split': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ toId: Id, articleIds: z.array(Id) }),
  },
  /** `splitId`: the event that was undone. */
  'publisher.split_undone': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ splitId: Id, fromId: Id, articleIds: z.array(Id) }),
  },
})

export const MergedPayload = articleEvents['publisher.merged'].payload
export const SplitPayload = articleEvents['publisher.split'].payload
export const SplitUndonePayload = articleEvents['publisher.split_undone'].payload
