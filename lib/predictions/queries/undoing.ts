import type { z } from 'zod'
import { articleEvents } from '@/lib/articles/events'
import { claimEvents } from '@/lib/claims/events'
import { Prisma } from '@/lib/platform/generated/client'

/**
 * What takes back, on copies of the tables, what an event did to who counts for whom (see rewinding.ts). Events are taken back
 * from the newest: each finds the rows as it left them.
 */

/** `before`: the last earlier event of the entity that the taking back needs (of a kind in EARLIER), if there was one. */
export type Undone = {
  type: string
  entityId: string
  payload: unknown
  before: { type: string; payload: unknown } | null
}

const EVENTS = { ...articleEvents, ...claimEvents }

/** The statements that take an event back; none where its payload was redacted. */
const taking =
  <P>(
    shape: z.ZodType<P>,
    statements: (payload: P, entityId: string, before: Undone['before']) => readonly Prisma.Sql[],
  ) =>
  ({ payload, entityId, before }: Undone): readonly Prisma.Sql[] => {
    const read = shape.safeParse(payload)
    return read.success ? statements(read.data, entityId, before) : []
  }

/** Which earlier event of the same entity tells what stood before. */
export const EARLIER: Readonly<Record<string, readonly string[]>> = {
  'claim.unmerged': ['claim.merged'],
  'speaker.merge_undone': ['speaker.merged'],
  'article.story_joined': ['article.story_joined', 'article.story_left'],
  'article.story_left': ['article.story_joined', 'article.story_left'],
}

const { sql } = Prisma
const ids = (list: readonly string[]): Prisma.Sql => sql`ANY(${list}::uuid[])`
const uuid = (id: string | null): Prisma.Sql => sql`${id}::uuid`

type Named = { occurrenceIds: string[]; predictionIds: string[] }
/** Rows that name a speaker; with `only`, those of them that name that one. */
const named = ({ occurrenceIds, predictionIds }: Named, to: string, only?: string): Prisma.Sql[] => {
  const isHis = only === undefined ? sql`true` : sql`speaker_id = ${uuid(only)}`
  return [
    sql`UPDATE pg_temp.occurrence SET speaker_id = ${uuid(to)} WHERE id = ${ids(occurrenceIds)} AND ${isHis}`,
    sql`UPDATE pg_temp.prediction SET speaker_id = ${uuid(to)} WHERE id = ${ids(predictionIds)} AND ${isHis}`,
  ]
}
const stateOf = (claimId: string, state: string): Prisma.Sql =>
  sql`UPDATE pg_temp.claim SET state = ${state}::claim_state WHERE id = ${uuid(claimId)}`
const publisherOf = (articleIds: readonly string[], to: string, only?: string): Prisma.Sql =>
  sql`UPDATE pg_temp.article SET publisher_id = ${uuid(to)}
    WHERE id = ${ids(articleIds)} AND ${only === undefined ? sql`true` : sql`publisher_id = ${uuid(only)}`}`
const mergedInto = (table: 'speaker' | 'publisher', id: string, into: string | null): Prisma.Sql =>
  sql`UPDATE pg_temp.${Prisma.raw(table)} SET merged_into_id = ${uuid(into)} WHERE id = ${uuid(id)}`

const storyBefore = (_payload: unknown, articleId: string, before: Undone['before']): Prisma.Sql[] => {
  const joined = EVENTS['article.story_joined'].payload.safeParse(before?.payload)
  const left = EVENTS['article.story_left'].payload.safeParse(before?.payload)
  const storyId =
    before?.type === 'article.story_left' ? (left.data?.ownStoryId ?? null) : (joined.data?.storyId ?? null)
  return storyId === null
    ? [sql`DELETE FROM pg_temp.story_article WHERE article_id = ${uuid(articleId)}`]
    : [sql`UPDATE pg_temp.story_article SET story_id = ${uuid(storyId)} WHERE article_id = ${uuid(articleId)}`]
}

/** By event: the statements that take it back. What is opened is never hidden, so that needs none. */
const UNDO: Readonly<Record<string, (event: Undone) => readonly Prisma.Sql[]>> = {
  'claim.topics_set': taking(EVENTS['claim.topics_set'].payload, ({ before }, claimId) => [
    sql`DELETE FROM pg_temp.claim_topic WHERE claim_id = ${uuid(claimId)}`,
    sql`INSERT INTO pg_temp.claim_topic (claim_id, topic_id)
      SELECT ${uuid(claimId)}, id FROM topic WHERE slug = ANY(${before}::text[])`,
  ]),
  // an unnamed group was that of each place's own publisher
  'claim.speaker_set': taking(EVENTS['claim.speaker_set'].payload, ({ before, occurrenceIds }) => [
    sql`UPDATE pg_temp.occurrence o SET speaker_id = coalesce(
        (SELECT own.id FROM speaker own JOIN article a ON a.publisher_id = own.publisher_id
          WHERE a.id = o.article_id AND own.kind = 'unnamed'
            AND EXISTS (SELECT FROM speaker g WHERE g.id = ${uuid(before)} AND g.kind = 'unnamed')),
        ${uuid(before)})
      WHERE id = ${ids(occurrenceIds)}`,
  ]),
  'claim.occurrence_left': taking(EVENTS['claim.occurrence_left'].payload, ({ occurrenceId }, claimId) => [
    sql`UPDATE pg_temp.occurrence SET claim_id = ${uuid(claimId)} WHERE id = ${uuid(occurrenceId)}`,
  ]),
  'claim.merged': taking(EVENTS['claim.merged'].payload, ({ stateBefore, occurrenceIds }, claimId) => [
    sql`UPDATE pg_temp.occurrence SET claim_id = ${uuid(claimId)} WHERE id = ${ids(occurrenceIds)}`,
    stateOf(claimId, stateBefore),
  ]),
  // told at both claims
  'claim.unmerged': taking(EVENTS['claim.unmerged'].payload, ({ fromClaimId }, claimId, before) => {
    const merge = EVENTS['claim.merged'].payload.safeParse(before?.payload).data
    if (claimId !== fromClaimId || merge === undefined) return []
    return [
      sql`UPDATE pg_temp.occurrence SET claim_id = ${uuid(merge.intoClaimId)}
        WHERE id = ${ids(merge.occurrenceIds)} AND claim_id = ${uuid(claimId)}`,
      stateOf(claimId, 'merged'),
    ]
  }),
  'speaker.merged': taking(EVENTS['speaker.merged'].payload, (moved, speakerId) => [
    ...named(moved, speakerId),
    mergedInto('speaker', speakerId, null),
  ]),
  'speaker.merge_undone': taking(
    EVENTS['speaker.merge_undone'].payload,
    ({ fromSpeakerId: into }, speakerId, before) => {
      const moved = EVENTS['speaker.merged'].payload.safeParse(before?.payload).data
      return [...(moved ? named(moved, into, speakerId) : []), mergedInto('speaker', speakerId, into)]
    },
  ),
  'speaker.alias_split': taking(EVENTS['speaker.alias_split'].payload, (moved, speakerId) => named(moved, speakerId)),
  'speaker.regrouped': taking(EVENTS['speaker.regrouped'].payload, (moved, speakerId) => named(moved, speakerId)),
  'article.day_confirmed': taking(EVENTS['article.day_confirmed'].payload, ({ before }, articleId) => [
    sql`UPDATE pg_temp.article SET published_on = ${before} WHERE id = ${uuid(articleId)}`,
  ]),
  'article.details_updated': taking(EVENTS['article.details_updated'].payload, ({ before }, articleId) => [
    publisherOf([articleId], before.publisherId),
  ]),
  'article.story_joined': taking(EVENTS['article.story_joined'].payload, storyBefore),
  'article.story_left': taking(EVENTS['article.story_left'].payload, storyBefore),
  'publisher.merged': taking(EVENTS['publisher.merged'].payload, ({ articleIds }, publisherId) => [
    publisherOf(articleIds, publisherId),
    mergedInto('publisher', publisherId, null),
  ]),
  'publisher.merge_undone': taking(
    EVENTS['publisher.merge_undone'].payload,
    ({ fromId: into, articleIds }, publisherId) => [
      publisherOf(articleIds, into, publisherId),
      mergedInto('publisher', publisherId, into),
    ],
  ),
  'publisher.split': taking(EVENTS['publisher.split'].payload, ({ articleIds }, publisherId) => [
    publisherOf(articleIds, publisherId),
  ]),
  'publisher.split_undone': taking(EVENTS['publisher.split_undone'].payload, ({ articleIds, fromId }) => [
    publisherOf(articleIds, fromId),
  ]),
}

export const UNDONE_TYPES: readonly string[] = Object.keys(UNDO)

/** The statements that take an event back. */
export const undoOf = (event: Undone): readonly Prisma.Sql[] => UNDO[event.type]?.(event) ?? []
