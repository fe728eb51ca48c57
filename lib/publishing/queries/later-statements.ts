import { type Day, isDay } from '@/lib/core/days'
import { Id } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { type Destination, findPublicClaim, type PublicClaim, publicPath } from './claims'
import {
  type LaterReport,
  type LinkedStatement,
  linkedOf,
  type PublicOccurrence,
  placesOf,
  reportsOf,
  type StatementRelation,
} from './statement-details'

/**
 * All that was said of a prediction besides its first place: where it was said again, the public claims that are linked with it,
 * and what later articles say that the desk took as evidence. Nothing of what the desk makes of that evidence.
 */
export type LaterStatement = { id: string; on: Day | null } & (
  | { is: 'said_again'; place: PublicOccurrence }
  | { is: 'linked'; statement: LinkedStatement }
  | { is: 'reported'; report: LaterReport }
)

/** What a timeline shows of them: all, or the first and the newest ones, and how many lie between from which day on. */
export type LaterStatements = { shown: LaterStatement[]; more: { count: number; from: Day | null } | null }

/** Up to so many are shown at once; of more the first ones and the newest ones. */
const MOST = 30
const FIRST = 8
const NEWEST = 16
const PAGE = 50
/** So far is walked along links from claim to claim. */
const MOST_LINKED = 500

type Found = {
  kind: LaterStatement['is']
  id: string
  said_on: Day | null
  relation: StatementRelation | null
  n: number
}

/**
 * `stated`: each with its day. Only over public claims is walked, so that what is a draft joins nothing; of two links with the same
 * claim the one that says more counts, in the order of the relations. What an article says is left out where its words stand
 * there already, as another place or as a claim of their own.
 */
const statedSql = (claimId: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE public AS NOT MATERIALIZED (
    SELECT c.id, c.kind FROM claim c WHERE c.state NOT IN ('merged', 'hidden') AND c.first_published_at IS NOT NULL
  ), direct AS (
    SELECT from_claim_id AS id, kind, kind::text AS relation FROM claim_link WHERE to_claim_id = ${claimId}::uuid
    UNION
    SELECT to_claim_id, kind, CASE kind WHEN 'narrows' THEN 'narrowed by' WHEN 'moves' THEN 'moved by'
      WHEN 'updates' THEN 'updated by' WHEN 'contradicts' THEN 'contradicted by' ELSE 'repeated by' END
    FROM claim_link WHERE from_claim_id = ${claimId}::uuid
  ), near(id) AS (
    SELECT ${claimId}::uuid
    UNION
    SELECT public.id FROM near
      JOIN claim_link l ON near.id IN (l.from_claim_id, l.to_claim_id) AND l.kind IN ('narrows', 'moves', 'updates')
      JOIN public ON public.id = CASE WHEN l.from_claim_id = near.id THEN l.to_claim_id ELSE l.from_claim_id END
  ), linked AS (
    (SELECT DISTINCT ON (id) id, relation FROM direct
     ORDER BY id, array_position(ARRAY['contradicts', 'narrows', 'moves', 'updates'], kind::text), relation)
    UNION ALL
    SELECT id, 'further away' FROM (SELECT id FROM near LIMIT ${MOST_LINKED}) AS walked
    WHERE id <> ${claimId}::uuid AND id NOT IN (SELECT id FROM direct)
  ), shown AS (
    SELECT linked.id, linked.relation, coalesce(p.said_on, said.published_on) AS said_on
    FROM linked JOIN public ON public.id = linked.id
    LEFT JOIN prediction p ON p.claim_id = linked.id AND p.frozen_at IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT a.published_on FROM occurrence x JOIN article a ON a.id = x.article_id AND a.hidden_at IS NULL
      WHERE x.claim_id = linked.id ORDER BY a.published_on NULLS LAST, x.id LIMIT 1
    ) said ON true
    WHERE public.kind <> 'prediction' OR p.id IS NOT NULL
  ), stated AS (
    SELECT 'said_again' AS kind, o.id, a.published_on AS said_on, NULL AS relation
    FROM occurrence o JOIN article a ON a.id = o.article_id AND a.hidden_at IS NULL
    WHERE o.claim_id = ${claimId}::uuid AND o.id <> (
      SELECT x.id FROM occurrence x JOIN article first ON first.id = x.article_id
      WHERE x.claim_id = ${claimId}::uuid ORDER BY first.published_on NULLS LAST, x.id LIMIT 1)
    UNION ALL
    SELECT 'linked', id, said_on, relation FROM shown
    UNION ALL
    SELECT 'reported', n.id, a.published_on, NULL
    FROM prediction p JOIN prediction_news n ON n.prediction_id = p.id AND n.state = 'taken_as_evidence'
      JOIN evidence e ON e.id = n.evidence_id AND e.removed_at IS NULL
      JOIN article a ON a.id = n.article_id AND a.hidden_at IS NULL
    WHERE p.claim_id = ${claimId}::uuid AND NOT EXISTS (
      SELECT FROM occurrence x WHERE x.candidate_id = n.candidate_id
        AND (x.claim_id = p.claim_id OR x.claim_id IN (SELECT id FROM shown)))
  )`

/** What has no known day stands last. */
const DAY = Prisma.sql`coalesce(said_on, '9999-12-31')`

const readStated = (claimId: string, rest: Prisma.Sql): Promise<Found[]> =>
  db().$queryRaw<Found[]>(Prisma.sql`${statedSql(claimId)}
    SELECT kind, id::text AS id, said_on, relation, (count(*) OVER ())::int AS n FROM stated ${rest}`)

const OLDEST_FIRST = Prisma.sql`ORDER BY ${DAY}, id`

/** What a prediction's timeline shows of them, in the order of days. */
export async function readLaterStatements(claimId: string): Promise<LaterStatements> {
  const found = await readStated(claimId, Prisma.sql`${OLDEST_FIRST} LIMIT ${MOST + 1}`)
  if (found.length <= MOST) return { shown: await detailsOf(found), more: null }
  const newest = await readStated(
    claimId,
    Prisma.sql`WHERE said_on IS NOT NULL ORDER BY said_on DESC, id DESC LIMIT ${NEWEST}`,
  )
  const first = found.slice(0, FIRST)
  const ids = new Set(first.map(({ id }) => id))
  const kept = [...first, ...newest.reverse().filter(({ id }) => !ids.has(id))]
  const count = (found[0]?.n ?? kept.length) - kept.length
  return { shown: await detailsOf(kept), more: { count, from: found[FIRST]?.said_on ?? null } }
}

/** A page of all of them. */
export type StatementsPage = {
  claim: PublicClaim
  statements: LaterStatement[]
  /** How many there are on all pages. */
  count: number
  /** The `after` of the page that follows; null at the end. */
  next: string | null
}

/** Where a page goes on, as it stands in its address: the day and the id of the last one seen. */
const keyOf = ({ said_on, id }: Found): string => `${said_on ?? '9999-12-31'}_${id}`

/** All that was said of a prediction later, oldest first, page by page. A page that begins after the last one is nothing. */
export async function getStatementsPage(slug: string, after?: string): Promise<Destination<StatementsPage>> {
  const claim = await findPublicClaim(slug)
  if (claim === null) return { is: 'nothing' }
  if (claim.kind !== 'prediction' || claim.slug !== slug) return { is: 'moved', path: publicPath(claim) }
  const [day = '', id = ''] = after?.split('_') ?? []
  if (after !== undefined && !(isDay(day) && Id.safeParse(id).success)) return { is: 'nothing' }
  const counted = await readStated(claim.id, Prisma.sql`LIMIT 1`)
  const past = after === undefined ? Prisma.empty : Prisma.sql`WHERE (${DAY}, id) > (${day}, ${id}::uuid)`
  const found = await readStated(claim.id, Prisma.sql`${past} ${OLDEST_FIRST} LIMIT ${PAGE + 1}`)
  if (found.length === 0) return { is: 'nothing' }
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    is: 'page',
    page: {
      claim,
      statements: await detailsOf(shown),
      count: counted[0]?.n ?? 0,
      next: found.length > PAGE && last ? keyOf(last) : null,
    },
  }
}

async function detailsOf(found: readonly Found[]): Promise<LaterStatement[]> {
  const of = (kind: LaterStatement['is']) => found.filter((one) => one.kind === kind)
  const idsOf = (kind: LaterStatement['is']) => of(kind).map(({ id }) => id)
  const relations = new Map(of('linked').map(({ id, relation }) => [id, relation ?? 'further away']))
  const [places, linked, reports] = await Promise.all([
    placesOf(idsOf('said_again')),
    linkedOf(relations),
    reportsOf(idsOf('reported')),
  ])
  return found.flatMap(({ id, said_on: on }): LaterStatement[] => {
    const [place, statement, report] = [places.get(id), linked.get(id), reports.get(id)]
    if (place) return [{ id, on, is: 'said_again', place }]
    if (statement) return [{ id, on, is: 'linked', statement }]
    return report ? [{ id, on, is: 'reported', report }] : []
  })
}
