import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { membersFrom } from '@/lib/predictions/queries/members'
import { endOfDay } from '@/lib/predictions/queries/subjects'
import { requireSettings } from '@/lib/settings/queries'
import { Slug } from '../schema'
import { type Destination, listVerdictCards, type VerdictCard } from './claims'
import { figuresOf, type SubjectFigures } from './subject-figures'

/** A topic with something public; the counts are what its page lists. */
export type TopicRow = { name: string; slug: string; verdicts: number; predictions: number }

const PAGE = 50

/** Topics with a verdict in force or an opened prediction, by slug; `after` is the slug of the last one seen. */
export async function listPublicTopics(today: Day, after = ''): Promise<{ topics: TopicRow[]; next: string | null }> {
  const rows = await publicTopics(today, Prisma.sql`t.slug > ${after}`, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  return { topics: shown, next: rows.length > PAGE ? (shown.at(-1)?.slug ?? null) : null }
}

async function publicTopics(today: Day, which: Prisma.Sql, limit: number): Promise<TopicRow[]> {
  const { zone } = await requireSettings()
  const members = await membersFrom(endOfDay(today, zone), db())
  return db().$queryRaw<TopicRow[]>(Prisma.sql`
    WITH t AS MATERIALIZED (SELECT id, name, slug FROM topic t WHERE ${which}),
    said AS (
      SELECT m.subject_id, count(*)::int AS n FROM t JOIN ${members} m ON m.kind = 'topic' AND m.subject_id = t.id
      GROUP BY m.subject_id
    )
    SELECT t.name, t.slug, ruled.n AS verdicts, coalesce(said.n, 0) AS predictions
    FROM t LEFT JOIN said ON said.subject_id = t.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM claim_topic own JOIN claim c ON c.id = own.claim_id
      WHERE own.topic_id = t.id AND c.state NOT IN ('merged', 'hidden') AND c.current_verdict_id IS NOT NULL
    ) ruled
    WHERE ruled.n + coalesce(said.n, 0) > 0
    ORDER BY t.slug LIMIT ${limit}`)
}

export type TopicPage = { topic: TopicRow; figures: SubjectFigures; verdicts: VerdictCard[] }

/** The public page of a topic; one without anything public is nothing. */
export async function getTopicPage(slug: string, today: Day): Promise<Destination<TopicPage>> {
  if (!Slug.safeParse(slug).success) return { is: 'nothing' }
  const row = await db().topic.findUnique({ where: { slug }, select: { id: true } })
  const [topic] = row === null ? [] : await publicTopics(today, Prisma.sql`t.id = ${row.id}::uuid`, 1)
  if (row === null || topic === undefined) return { is: 'nothing' }
  const [figures, { cards }] = await Promise.all([
    figuresOf({ kind: 'topic', id: row.id }, { topic: slug }, today),
    listVerdictCards({ topicId: row.id }),
  ])
  return { is: 'page', page: { topic, figures, verdicts: cards } }
}
