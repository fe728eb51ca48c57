import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { requireSettings, requireSettingsAt } from '@/lib/settings/queries'
import { certaintyEntryOf } from '@/lib/settings/rules'
import type { LedgerSubject } from '../rules/subjects'
import { isCopied, isPublic } from './counting'
import { areMembersKept, NOBODY } from './members'

/**
 * Which predictions belong to whom. Records, lists, counts and exports all ask here, so that what a page lists is what it
 * counts. Each piece of SQL reads nothing that is not public.
 */

/** The end of a day in the newsroom's zone, as an instant: what was done before it was done by that day. */
export const endOfDay = (asOfOn: Day, zone: string): Prisma.Sql =>
  Prisma.sql`((${asOfOn}::date + 1)::timestamp AT TIME ZONE ${zone})`

/**
 * The condition on a row `p` of `prediction` that holds for exactly the opened predictions of a subject as known at `end` (see
 * `endOfDay`): of claims that are neither hidden nor merged, the copies of one story once. For a list as for a count:
 * `SELECT … FROM prediction p WHERE ${await memberOf(subject, end)}`.
 */
export async function memberOf(subject: LedgerSubject, end: Prisma.Sql, from: Db = db()): Promise<Prisma.Sql> {
  if (await areMembersKept(end, from)) return keptMemberOf(subject, end, from)
  return workedOutMemberOf(subject, end, from)
}

/** The same, worked out from the rows that it follows from, whatever is kept. */
export async function workedOutMemberOf(subject: LedgerSubject, end: Prisma.Sql, from: Db): Promise<Prisma.Sql> {
  return Prisma.sql`(p.frozen_at < ${end} AND ${isPublic} AND ${await isOf(subject, end, from)} AND NOT ${isCopied(end)})`
}

async function keptMemberOf(subject: LedgerSubject, end: Prisma.Sql, from: Db): Promise<Prisma.Sql> {
  const isKept = (kind: string, id: string) =>
    Prisma.sql`EXISTS (SELECT FROM ledger_member m
      WHERE m.kind = ${kind} AND m.subject_id = ${id}::uuid AND m.prediction_id = p.id)`
  if (subject.kind === 'all') return isKept('all', NOBODY)
  if (subject.kind !== 'phrase') return isKept(subject.kind, subject.id)
  // all are opened; said again for the index of opened ones by their words
  return Prisma.sql`(p.frozen_at IS NOT NULL AND ${isKept('all', NOBODY)} AND ${await isOf(subject, end, from)})`
}

async function isOf(subject: LedgerSubject, end: Prisma.Sql, from: Db): Promise<Prisma.Sql> {
  switch (subject.kind) {
    case 'all':
      return Prisma.sql`true`
    case 'speaker':
      return isSaidBy(speakerWithMerged(Prisma.sql`${subject.id}::uuid`), end)
    case 'unnamed':
      return isSaidBy(unnamedGroupsOf(subject.id), end)
    case 'own_voice':
      return isOwnVoiceOf(subject.id)
    case 'reported':
      return isReportedBy(subject.id, end)
    case 'topic':
      return Prisma.sql`p.claim_id IN (SELECT claim_id FROM claim_topic WHERE topic_id = ${subject.id}::uuid)`
    case 'phrase':
      return Prisma.sql`p.certainty_words = ANY(${await wordsUnder(subject.words, end, from)}::text[])`
  }
}

const isSaidBy = (speakers: Prisma.Sql, end: Prisma.Sql): Prisma.Sql =>
  isAmong(Prisma.sql`SELECT prediction_id FROM ${saidBy(speakers, end)} said`)

/** Read once as a whole and then by key, whatever the planner takes for its size. */
const isAmong = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`p.id = ANY (ARRAY(${ids}))`

/** A speaker with those merged into it; `id` is an expression of type uuid. */
export const speakerWithMerged = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT own.id FROM speaker own WHERE own.id = ${id} OR own.merged_into_id = ${id})`

/** A publisher with those merged into it. */
export const publisherWithMerged = (publisherId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM publisher WHERE id = ${publisherId}::uuid OR merged_into_id = ${publisherId}::uuid)`

/** The unnamed groups that count under a publisher. */
export const unnamedGroupsOf = (publisherId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM speaker WHERE kind = 'unnamed' AND publisher_id IN ${publisherWithMerged(publisherId)})`

/**
 * The opened predictions of speakers (a parenthesized select of ids) as known at `end`, as rows of `prediction_id`: those
 * that they made first, and those that they repeated while it was still a prediction (see `repeatedWhere`).
 */
export const saidBy = (speakers: Prisma.Sql, end: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT p.id AS prediction_id FROM prediction p
  JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
  WHERE p.speaker_id IN ${speakers} AND p.frozen_at < ${end}
  UNION ${repeatedWhere(Prisma.sql`o.speaker_id IN ${speakers}`, end)}
)`

/**
 * The opened predictions that were made at places (occurrences `o` in articles `a`) within their window and before what
 * happened, in an article of a known day that the desk had then. Who repeats it in hindsight predicted nothing.
 */
const repeatedWhere = (place: Prisma.Sql, end: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT p.id AS prediction_id FROM occurrence o
  JOIN article a ON a.id = o.article_id
  JOIN prediction p ON p.claim_id = o.claim_id AND p.frozen_at < ${end}
  JOIN claim c ON c.id = p.claim_id AND c.state NOT IN ('merged', 'hidden')
  LEFT JOIN LATERAL (
    SELECT happened.first_on FROM resolution r LEFT JOIN outcome happened ON happened.id = r.outcome_id
    WHERE r.prediction_id = p.id AND r.created_at < ${end} ORDER BY r.created_at DESC, r.id DESC LIMIT 1
  ) known ON true
  WHERE ${place} AND o.created_at < ${end}
    AND a.published_on <= coalesce(p.due_to, a.published_on)
    AND a.published_on < coalesce(known.first_on, '9999-12-31')`

/**
 * What a publisher predicted itself: nobody else is named where it was said first, and it was said first in one of its articles,
 * so that a syndicated copy counts once, for whoever published it first.
 */
const isOwnVoiceOf = (publisherId: string): Prisma.Sql =>
  isAmong(
    saidFirstIn(publisherId, Prisma.sql`o.speaker_id IS NULL AND o.speaker_text IS NULL AND first.speaker_id IS NULL`),
  )

/** What others who are named predicted in its pages; for a list of its own, and for nobody's record but theirs. */
const isReportedBy = (publisherId: string, end: Prisma.Sql): Prisma.Sql => {
  const isNamed = Prisma.sql`(EXISTS (SELECT FROM speaker WHERE id = o.speaker_id AND kind <> 'unnamed')
    OR (o.speaker_id IS NULL AND o.speaker_text IS NOT NULL))`
  const place = Prisma.sql`a.publisher_id IN ${publisherWithMerged(publisherId)} AND ${isNamed}`
  return isAmong(Prisma.sql`${saidFirstIn(publisherId, isNamed)} UNION ${repeatedWhere(place, end)}`)
}

/** The predictions whose first place (by day of the article, then by its making) is in a publisher's article, and such a one. */
const saidFirstIn = (publisherId: string, place: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT first.id AS prediction_id FROM article a
  JOIN occurrence o ON o.article_id = a.id
  JOIN prediction first ON first.claim_id = o.claim_id AND first.frozen_at IS NOT NULL
  WHERE a.publisher_id IN ${publisherWithMerged(publisherId)} AND ${place} AND o.id = (
    SELECT eo.id FROM occurrence eo JOIN article ea ON ea.id = eo.article_id
    WHERE eo.claim_id = o.claim_id ORDER BY coalesce(ea.published_on, '9999'), eo.id LIMIT 1)`

/** The certainty words of predictions, as they stand there, that fall under a phrase of the table in force at `end`. */
async function wordsUnder(phrase: string, end: Prisma.Sql, from: Db): Promise<string[]> {
  const { certaintyTable } = await requireSettingsAt(end, from)
  const used = await from.$queryRaw<{ words: string }[]>`
    SELECT DISTINCT certainty_words AS words FROM prediction WHERE certainty_words IS NOT NULL`
  const isUnder = (words: string) => certaintyEntryOf(certaintyTable, words)?.words === phrase.toLowerCase()
  return used.map(({ words }) => words).filter(isUnder)
}

/** The ids of a speaker's predictions as of the end of a day, latest said first; at most `limit`. */
export async function listPredictionIdsOf(
  speakerId: string,
  asOfOn: Day,
  limit: number,
  from: Db = db(),
): Promise<string[]> {
  const { zone } = await requireSettings(from)
  const isMember = await memberOf({ kind: 'speaker', id: speakerId }, endOfDay(asOfOn, zone), from)
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT p.id::text AS id FROM prediction p WHERE ${isMember}
    ORDER BY p.said_on DESC NULLS LAST, p.id DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}
