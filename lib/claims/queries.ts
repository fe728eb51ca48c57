import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { BANDS } from '@/lib/core/minhash'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from './policy'
import { type LinkProposal, proposeLink } from './rules/matching-links'
import { minHashBands } from './rules/matching-signature'
import { contentWords } from './rules/matching-words'
import type { ClaimKind, ClaimLinkKind, ClaimState } from './schema'

function assertStaff(ctx: Context): void {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
}

const SUMMARY = {
  ...{ id: true, slug: true, kind: true, state: true, statement: true, shortForm: true, createdAt: true },
  speaker: { select: { id: true, name: true, kind: true } },
  _count: { select: { occurrences: true } },
} satisfies Prisma.ClaimSelect

type SummaryRow = Prisma.ClaimGetPayload<{ select: typeof SUMMARY }>

/** A claim in a list or a picker. */
export type ClaimSummary = Omit<SummaryRow, '_count'> & { occurrences: number }
const toSummary = ({ _count, ...row }: SummaryRow): ClaimSummary => ({ ...row, occurrences: _count.occurrences })

const OPEN_STATES: ClaimState[] = ['accepted', 'in_review', 'submitted', 'published', 'withdrawn']

/** The claims of a speaker, newest first; at most 100 at once. */
export async function claimsOfSpeaker(
  ctx: Context,
  speakerId: string,
  page: { before?: string; limit?: number } = {},
): Promise<{ claims: ClaimSummary[]; next: string | null }> {
  assertStaff(ctx)
  const limit = Math.min(page.limit ?? 50, 100)
  const rows = await db().claim.findMany({
    where: { speakerId, state: { in: OPEN_STATES }, id: page.before ? { lt: page.before } : undefined },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: SUMMARY,
  })
  const claims = rows.slice(0, limit).map(toSummary)
  return { claims, next: rows.length > limit ? (claims.at(-1)?.id ?? null) : null }
}

const FOUND = 20
const RECENT = 2000

/**
 * Claims for a picker, best first, at most 20: those that share MinHash bands with the text (index), then those among the
 * 2,000 newest whose statement holds all its words. An address or id of a claim finds that claim.
 */
export async function searchClaims(
  ctx: Context,
  text: string,
  options: { excludeId?: string } = {},
): Promise<ClaimSummary[]> {
  assertStaff(ctx)
  const named = text.trim().match(/([0-9a-f-]{36}|[a-z0-9-]+)\/?$/)?.[1] ?? ''
  const words = [...new Set(contentWords(text))].slice(0, 8)
  const bands = minHashBands(text)
  if (words.length === 0) return []
  const rows = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH banded AS MATERIALIZED (
      SELECT id, signature FROM claim
      WHERE signature && ${bands}::int[] AND state NOT IN ('merged', 'hidden') LIMIT 200),
    recent AS MATERIALIZED (
      SELECT id, statement FROM claim WHERE state NOT IN ('merged', 'hidden') ORDER BY id DESC LIMIT ${RECENT}),
    found AS (
      SELECT id, 1 + (SELECT count(*) FROM unnest(signature[1:${BANDS}]) b WHERE b = ANY (${bands}::int[])) AS rank FROM banded
      UNION ALL
      SELECT id, 1 FROM recent WHERE ${Prisma.join(
        words.map((word) => Prisma.sql`statement ILIKE ${`%${escapeLike(word)}%`}`),
        ' AND ',
      )}
      UNION ALL
      SELECT id, 1000 FROM claim WHERE slug = ${named} OR id = ${Id.safeParse(named).success ? named : null}::uuid)
    SELECT id FROM found WHERE id IS DISTINCT FROM ${options.excludeId ?? null}::uuid
    GROUP BY id ORDER BY max(rank) DESC, id DESC LIMIT ${FOUND}`)
  const ids = rows.map((row) => row.id)
  const claims = await db().claim.findMany({ where: { id: { in: ids }, state: { in: OPEN_STATES } }, select: SUMMARY })
  const byId = new Map(claims.map((claim) => [claim.id, toSummary(claim)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Where a merged claim leads: the claim that is left, following every merge; null when there is no such claim. */
export async function resolveMergedClaim(id: string): Promise<{ id: string; slug: string; kind: ClaimKind } | null> {
  const rows = await db().$queryRaw<{ id: string; slug: string; kind: ClaimKind }[]>(Prisma.sql`
    WITH RECURSIVE way AS (
      SELECT id, slug, kind, merged_into_id, 1 AS depth FROM claim WHERE id = ${id}::uuid
      UNION ALL
      SELECT c.id, c.slug, c.kind, c.merged_into_id, depth + 1 FROM way JOIN claim c ON c.id = way.merged_into_id
      WHERE depth < 50)
    SELECT id, slug, kind FROM way WHERE merged_into_id IS NULL`)
  return rows[0] ?? null
}

/** A prediction as claims know it: its words and window as first made, before and beside what its own page freezes. */
type Linkable = {
  id: string
  shortForm: string
  statement: string
  slug: string
  saidOn: Day | null
  due: Window | null
}

export type LinkSuggestion = {
  other: Linkable
  /** Which of the two says it: the later one narrows or moves the earlier. */
  fromClaimId: string
  toClaimId: string
  proposal: LinkProposal
}

/**
 * Other predictions about the same event with another window, best first, at most five, found by shared event keys (GIN).
 * Those that are linked already are left out.
 */
export async function listLinkSuggestions(ctx: Context, claimId: string): Promise<LinkSuggestion[]> {
  assertStaff(ctx)
  const hits = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH self AS (SELECT id, signature[${BANDS + 1}:] AS keys FROM claim WHERE id = ${claimId}::uuid AND kind = 'prediction'),
    hits AS MATERIALIZED (
      SELECT k.id, k.signature FROM self JOIN claim k ON k.signature && self.keys
      WHERE k.id <> self.id AND k.kind = 'prediction' AND k.state NOT IN ('merged', 'hidden') LIMIT 300)
    SELECT hits.id FROM hits, self
    WHERE NOT EXISTS (SELECT 1 FROM claim_link l WHERE l.kind IN ('narrows', 'moves')
      AND ((l.from_claim_id = self.id AND l.to_claim_id = hits.id) OR (l.from_claim_id = hits.id AND l.to_claim_id = self.id)))
    ORDER BY (SELECT count(*) FROM unnest(hits.signature[${BANDS + 1}:]) k WHERE k = ANY (self.keys)) DESC, hits.id
    LIMIT 30`)
  const claims = await loadLinkable([claimId, ...hits.map((hit) => hit.id)])
  const self = claims.get(claimId)
  if (!self) return []
  return hits
    .flatMap(({ id }) => {
      const other = claims.get(id)
      const proposal = other && proposeLink({ ...self, text: self.statement }, { ...other, text: other.statement })
      if (!other || !proposal) return []
      const [fromClaimId, toClaimId] = proposal.isFirstLater ? [claimId, id] : [id, claimId]
      return [{ other, fromClaimId, toClaimId, proposal }]
    })
    .sort((a, b) => b.proposal.score - a.proposal.score)
    .slice(0, 5)
}

async function loadLinkable(ids: readonly string[]): Promise<Map<string, Linkable>> {
  const rows = await db().claim.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, slug: true, shortForm: true, statement: true },
      prediction: { select: { dueFrom: true, dueTo: true, saidOn: true } },
      occurrences: {
        orderBy: { id: 'asc' },
        take: 1,
        select: { article: { select: { publishedOn: true } }, candidate: { select: { dueFrom: true, dueTo: true } } },
      },
    },
  })
  return new Map(
    rows.map(({ prediction, occurrences, ...claim }) => {
      const [first] = occurrences
      const window = prediction?.dueFrom ? prediction : first?.candidate
      const due = window?.dueFrom && window.dueTo ? { from: window.dueFrom, to: window.dueTo } : null
      return [claim.id, { ...claim, due, saidOn: prediction?.saidOn ?? first?.article.publishedOn ?? null }]
    }),
  )
}

export type ClaimLinkView = { linkId: string; kind: ClaimLinkKind; isFrom: boolean; other: ClaimSummary }

/** How a claim stands to others, both ways, oldest first; at most 100. `isFrom`: this claim is the one that narrows, moves … */
export async function listClaimLinks(ctx: Context, claimId: string): Promise<ClaimLinkView[]> {
  assertStaff(ctx)
  const rows = await db().claimLink.findMany({
    where: { OR: [{ fromClaimId: claimId }, { toClaimId: claimId }] },
    orderBy: { id: 'asc' },
    take: 100,
    select: { id: true, kind: true, fromClaimId: true, fromClaim: { select: SUMMARY }, toClaim: { select: SUMMARY } },
  })
  return rows.map((row) => {
    const isFrom = row.fromClaimId === claimId
    return { linkId: row.id, kind: row.kind, isFrom, other: toSummary(isFrom ? row.toClaim : row.fromClaim) }
  })
}
