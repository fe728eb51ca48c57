import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { BANDS } from '@/lib/core/minhash'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'
import { type Match, type MatchText, matchClaims } from '../rules/matching'
import { speakerMatchKey } from '../rules/speakers'
import type { ClaimKind, ClaimState } from '../schema'
import { findCopies } from './copies'

/** A known claim that a candidate may repeat, with why. */
export type ClaimProposal = {
  claimId: string
  statement: string
  shortForm: string
  kind: ClaimKind
  state: ClaimState
  speakerName: string | null
  due: Window | null
  occurrences: number
  match: Match
  /** Another article of the same story says the very same words. */
  isCopy: boolean
}

/** A candidate of another article, nobody has decided on yet, that says nearly the same. */
export type TwinProposal = {
  candidateId: string
  articleId: string
  articleTitle: string
  publisher: string
  publishedOn: Day | null
  quote: string
  match: Match
  isCopy: boolean
}

export type Proposals = { claims: ClaimProposal[]; twins: TwinProposal[] }

/** Rows that share a band and are looked at in each lookup, and those that are scored and shown. */
const LOOKED_AT = 200
const SCORED = 12
const SHOWN = 5
const MOST_CANDIDATES = 300

type Hit = { from_id: string; id: string }

/**
 * For each candidate (at most 300) the known claims and the candidates of other texts that say nearly the same, best first.
 * Both are found by band overlap (GIN) and scored after that, so the cost does not grow with the number of claims.
 */
export async function listProposals(ctx: Context, candidateIds: readonly string[]): Promise<Map<string, Proposals>> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const ids = candidateIds.slice(0, MOST_CANDIDATES)
  if (ids.length === 0) return new Map()
  const [claimHits, candidateHits, copies] = await Promise.all([
    claimsSharingBands(ids),
    candidatesSharingBands(ids),
    findCopies(db(), ids),
  ])
  const twinIds = copies.flatMap(({ twinId }) => twinId ?? [])
  const candidates = await loadCandidates([...ids, ...candidateHits.map((hit) => hit.id), ...twinIds])
  const claimIds = new Set([...claimHits.map((hit) => hit.id), ...copies.flatMap(({ claimId }) => claimId ?? [])])
  for (const hit of candidateHits) {
    const claimId = candidates.get(hit.id)?.occurrence?.claimId
    if (claimId) claimIds.add(claimId)
  }
  const claims = await loadClaims([...claimIds])
  return new Map(
    ids.flatMap((id) => {
      const self = candidates.get(id)
      if (!self) return []
      const mine = candidateHits.filter((hit) => hit.from_id === id).flatMap((hit) => candidates.get(hit.id) ?? [])
      const known = claimHits.filter((hit) => hit.from_id === id).flatMap((hit) => claims.get(hit.id) ?? [])
      const own = copies.filter(({ candidateId }) => candidateId === id)
      const copied = own.flatMap(({ claimId }) => claims.get(claimId ?? '') ?? [])
      const twins = own.flatMap(({ twinId }) => candidates.get(twinId ?? '') ?? [])
      return [
        [id, { claims: scoreClaims(self, known, mine, claims, copied), twins: scoreTwins(self, mine, twins) }] as const,
      ]
    }),
  )
}

function claimsSharingBands(ids: readonly string[]): Promise<Hit[]> {
  return db().$queryRaw<Hit[]>(Prisma.sql`
    SELECT c.id AS from_id, best.id FROM candidate c
    CROSS JOIN LATERAL (
      WITH hits AS MATERIALIZED (
        SELECT k.id, k.signature FROM claim k
        WHERE k.signature && c.signature[1:${BANDS}] AND k.state NOT IN ('merged', 'hidden') LIMIT ${LOOKED_AT})
      SELECT hits.id FROM hits
      ORDER BY (SELECT count(*) FROM unnest(hits.signature[1:${BANDS}]) band WHERE band = ANY (c.signature[1:${BANDS}])) DESC, hits.id
      LIMIT ${SCORED}) best
    WHERE c.id = ANY (${ids}::uuid[])`)
}

function candidatesSharingBands(ids: readonly string[]): Promise<Hit[]> {
  return db().$queryRaw<Hit[]>(Prisma.sql`
    SELECT c.id AS from_id, best.id FROM candidate c
    CROSS JOIN LATERAL (
      WITH hits AS MATERIALIZED (
        SELECT o.id, o.signature FROM candidate o
        WHERE o.signature && c.signature[1:${BANDS}] AND o.snapshot_id <> c.snapshot_id AND o.state <> 'rejected'
          AND (o.article_id <> c.article_id OR o.state <> 'new') LIMIT ${LOOKED_AT})
      SELECT hits.id FROM hits
      ORDER BY (SELECT count(*) FROM unnest(hits.signature[1:${BANDS}]) band WHERE band = ANY (c.signature[1:${BANDS}])) DESC, hits.id
      LIMIT ${SCORED}) best
    WHERE c.id = ANY (${ids}::uuid[])`)
}

const QUANTITY = { text: true, value: true, low: true, high: true, unit: true } as const

async function loadCandidates(ids: readonly string[]) {
  const rows = await db().candidate.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      ...{ id: true, articleId: true, quote: true, kind: true, speakerText: true, isNegated: true, state: true },
      ...{ dueFrom: true, dueTo: true },
      quantities: { select: QUANTITY },
      occurrence: { select: { claimId: true } },
      article: { select: { title: true, publishedOn: true, hiddenAt: true, publisher: { select: { name: true } } } },
    },
  })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        compared: comparedOf({ ...row, isDayKnown: row.article.publishedOn !== null }, row.quote, row.speakerText),
      },
    ]),
  )
}

async function loadClaims(ids: readonly string[]) {
  const rows = await db().claim.findMany({
    where: { id: { in: [...ids] }, state: { notIn: ['merged', 'hidden'] } },
    select: {
      ...{ id: true, statement: true, shortForm: true, kind: true, state: true },
      speaker: { select: { name: true, kind: true } },
      quantities: { select: QUANTITY },
      prediction: { select: { dueFrom: true, dueTo: true } },
      occurrences: {
        orderBy: { id: 'asc' },
        take: 1,
        select: { isNegated: true, candidate: { select: { dueFrom: true, dueTo: true } } },
      },
      _count: { select: { occurrences: true } },
    },
  })
  return new Map(
    rows.map((row) => {
      const due = row.prediction ?? row.occurrences[0]?.candidate ?? { dueFrom: null, dueTo: null }
      const speakerName = row.speaker && row.speaker.kind !== 'unnamed' ? row.speaker.name : null
      const compared = comparedOf(
        { ...row, ...due, isNegated: row.occurrences[0]?.isNegated ?? false, isDayKnown: true },
        row.statement,
        speakerName,
      )
      return [row.id, { ...row, compared }]
    }),
  )
}

type Numbers = { text: string; value: unknown; low: unknown; high: unknown; unit: string }
type Comparable = {
  kind: string
  isDayKnown: boolean
  isNegated: boolean
  dueFrom: string | null
  dueTo: string | null
  quantities: readonly Numbers[]
}

const numberOf = (decimal: unknown): number | null => (decimal === null ? null : Number(decimal))

function comparedOf(row: Comparable, text: string, speaker: string | null): MatchText {
  const { kind, isNegated, isDayKnown, dueFrom, dueTo } = row
  const quantities = row.quantities.map((quantity) => ({
    ...quantity,
    value: numberOf(quantity.value),
    low: numberOf(quantity.low),
    high: numberOf(quantity.high),
  }))
  const due = dueFrom && dueTo ? { from: dueFrom, to: dueTo } : null
  return { text, kind, isNegated, isDayKnown, quantities, due, speakerKey: speakerMatchKey(speaker) }
}

type LoadedCandidate = NonNullable<ReturnType<Awaited<ReturnType<typeof loadCandidates>>['get']>>
type LoadedClaim = NonNullable<ReturnType<Awaited<ReturnType<typeof loadClaims>>['get']>>

/** Of the very same words in another article of the same story. */
const COPY: Match = {
  score: 1,
  verdict: 'same',
  reasons: ['copy of the same story', 'the same words'],
  differences: [],
}

/** A claim is as near as its statement, or as the nearest place where it was made. */
function scoreClaims(
  self: LoadedCandidate,
  known: readonly LoadedClaim[],
  others: readonly LoadedCandidate[],
  claims: ReadonlyMap<string, LoadedClaim>,
  copied: readonly LoadedClaim[],
): ClaimProposal[] {
  const best = new Map<string, ClaimProposal>()
  const offer = (claim: LoadedClaim, match: Match | null) => {
    if (match && match.score > (best.get(claim.id)?.match.score ?? 0)) best.set(claim.id, toProposal(claim, match))
  }
  for (const claim of known) offer(claim, matchClaims(self.compared, claim.compared))
  for (const other of others) {
    const claim = other.occurrence ? claims.get(other.occurrence.claimId) : undefined
    if (claim && other.state !== 'new') offer(claim, matchClaims(self.compared, other.compared))
  }
  for (const claim of copied) best.set(claim.id, { ...toProposal(claim, COPY), isCopy: true })
  best.delete(self.occurrence?.claimId ?? '')
  return [...best.values()].sort(byScore).slice(0, SHOWN)
}

const toProposal = (claim: LoadedClaim, match: Match): ClaimProposal => ({
  claimId: claim.id,
  statement: claim.statement,
  shortForm: claim.shortForm,
  kind: claim.kind,
  state: claim.state,
  speakerName: claim.speaker?.name ?? null,
  due: claim.compared.due,
  occurrences: claim._count.occurrences,
  match,
  isCopy: false,
})

function scoreTwins(
  self: LoadedCandidate,
  others: readonly LoadedCandidate[],
  copies: readonly LoadedCandidate[],
): TwinProposal[] {
  const isCopy = (other: LoadedCandidate) => copies.some(({ id }) => id === other.id)
  return [...copies, ...others.filter((other) => !isCopy(other))]
    .flatMap((other) => {
      if (other.state !== 'new' || other.article.hiddenAt) return []
      const match = isCopy(other) ? COPY : matchClaims(self.compared, other.compared)
      if (match === null) return []
      const { id: candidateId, articleId, quote, article } = other
      const { title: articleTitle, publishedOn, publisher } = article
      const twin = { candidateId, articleId, quote, articleTitle, publishedOn, publisher: publisher.name }
      return [{ ...twin, match, isCopy: isCopy(other) }]
    })
    .sort(byScore)
    .slice(0, SHOWN)
}

/** Copies of the same story first. */
const byScore = (a: Ranked, b: Ranked): number => Number(b.isCopy) - Number(a.isCopy) || b.match.score - a.match.score
type Ranked = { match: Match; isCopy: boolean }
