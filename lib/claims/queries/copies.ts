import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'

/** Of an undecided candidate: where another article of its story says the very same words. One of the two is null. */
export type CopyHit = {
  candidateId: string
  /** The claim that was made of them there. */
  claimId: string | null
  /** The candidate there, nobody has decided on. */
  twinId: string | null
}

const MOST_HITS = 2000

/**
 * Where other articles of the same story say exactly what these candidates (at most 300) say, the first publication first:
 * known claims, and undecided candidates of their current texts. At most 2,000.
 */
export function findCopies(from: Db, candidateIds: readonly string[]): Promise<CopyHit[]> {
  const ids = Prisma.sql`${[...candidateIds]}::uuid[]`
  return from.$queryRaw<CopyHit[]>(Prisma.sql`
    WITH siblings AS MATERIALIZED (
      SELECT c.id, c.quote, a.id AS article_id, a.published_on, a.current_snapshot_id
      FROM candidate c
        JOIN story_article me ON me.article_id = c.article_id
        JOIN story_article other ON other.story_id = me.story_id AND other.article_id <> c.article_id
        JOIN article a ON a.id = other.article_id AND a.hidden_at IS NULL
      WHERE c.id = ANY (${ids}) AND c.state = 'new')
    SELECT id::text AS "candidateId", claim_id::text AS "claimId", twin_id::text AS "twinId" FROM (
      SELECT s.id, s.published_on, s.article_id, o.claim_id, NULL::uuid AS twin_id
      FROM siblings s JOIN occurrence o ON o.article_id = s.article_id AND o.quote = s.quote
        JOIN claim k ON k.id = o.claim_id AND k.state NOT IN ('merged', 'hidden')
        LEFT JOIN candidate made ON made.id = o.candidate_id
      WHERE made.id IS NULL OR made.state IN ('accepted', 'merged')
      UNION ALL
      SELECT s.id, s.published_on, s.article_id, NULL, twin.id
      FROM siblings s JOIN candidate twin
        ON twin.snapshot_id = s.current_snapshot_id AND twin.quote = s.quote AND twin.state = 'new') hits
    ORDER BY id, published_on NULLS LAST, article_id, claim_id, twin_id LIMIT ${MOST_HITS}`)
}

/** What of an article's text can be taken over from its copies at once: candidates of which one claim alone is known. */
export type TakeableCopy = {
  candidateId: string
  quote: string
  claimId: string
  shortForm: string
  /** It is on a public page, so that its places are an editor's to change. */
  isPublished: boolean
}

const MOST_TAKEABLE = 200

/** The undecided candidates of a text whose words are a known claim in another article of its story, in its order. */
export async function listTakeableCopies(ctx: Context, snapshotId: string): Promise<TakeableCopy[]> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const candidates = await db().candidate.findMany({
    where: { snapshotId, state: 'new', article: { storyLink: { isNot: null } } },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    take: MOST_TAKEABLE,
    select: { id: true, quote: true },
  })
  if (candidates.length === 0) return []
  const claimOf = onlyClaims(
    await findCopies(
      db(),
      candidates.map(({ id }) => id),
    ),
  )
  const claims = await db().claim.findMany({
    where: { id: { in: [...claimOf.values()] } },
    select: { id: true, shortForm: true, firstPublishedAt: true },
  })
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  return candidates.flatMap(({ id: candidateId, quote }) => {
    const claim = byId.get(claimOf.get(candidateId) ?? '')
    if (!claim) return []
    const { id: claimId, shortForm, firstPublishedAt } = claim
    return [{ candidateId, quote, claimId, shortForm, isPublished: firstPublishedAt !== null }]
  })
}

/** By candidate, its claim where the copies agree on one: where they do not, a person chooses. */
export function onlyClaims(hits: readonly CopyHit[]): Map<string, string> {
  const all = new Map<string, Set<string>>()
  for (const { candidateId, claimId } of hits)
    if (claimId) all.set(candidateId, (all.get(candidateId) ?? new Set()).add(claimId))
  return new Map(
    [...all].flatMap(([candidateId, claims]) => {
      const [claimId] = claims
      return claimId && claims.size === 1 ? [[candidateId, claimId] as const] : []
    }),
  )
}
