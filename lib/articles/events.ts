import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'
import { DaySchema } from '@/lib/core/days'
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

/**
 * News of this domain. `article.imported` and `article.snapshot_added` call for extraction, `article.day_confirmed` for
 * a second one where nothing was decided yet. None carries the text: it is the publisher's.
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
  'article.hidden': { entityType: 'article', isPublic: true, payload: z.object({ reason: z.string() }) },
  'article.shown': { entityType: 'article', isPublic: true, payload: z.object({ reason: z.string() }) },
  'publisher.created': { entityType: 'publisher', isPublic: true, payload: PublisherFields },
  'publisher.updated': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ before: PublisherFields, after: PublisherFields }),
  },
  /** `articleIds`: what moved, so that undoing moves exactly these back. */
  'publisher.merged': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ intoId: Id, reason: z.string(), articleIds: z.array(Id) }),
  },
  'publisher.merge_undone': {
    entityType: 'publisher',
    isPublic: true,
    payload: z.object({ fromId: Id, articleIds: z.array(Id) }),
  },
})

export const MergedPayload = articleEvents['publisher.merged'].payload
