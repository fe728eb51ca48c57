import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { endOfDay, memberOf } from '@/lib/predictions/queries/subjects'
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
  const isOpened = await memberOf({ kind: 'all' }, endOfDay(today, zone))
  return db().$queryRaw<TopicRow[]>(Prisma.sql`
    SELECT t.name, t.slug, ruled.n AS verdicts, said.n AS predictions
    FROM topic t
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM claim_topic own JOIN claim c ON c.id = own.claim_id
      WHERE own.topic_id = t.id AND c.state NOT IN ('merged', 'hidden') AND c.current_verdict_id IS NOT NULL
    ) ruled
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS n FROM claim_topic own JOIN prediction p ON p.claim_id = own.claim_id
      WHERE own.topic_id = t.id AND ${isOpened}
    ) said
    WHERE ${which} AND ruled.n + said.n > 0
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
