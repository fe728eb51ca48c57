import { type Match, type MatchText, matchClaims } from '@/lib/claims/rules/matching'
import { speakerMatchKey } from '@/lib/claims/rules/speakers'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { BANDS } from '@/lib/core/minhash'
import { extract } from '@/lib/extraction/rules'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadExternal } from '../../policy'
import { earlierAmong, newestSince } from './earlier'
import { countingOf, familyOf } from './family'

const RULED = {
  ...{ id: true, publisherName: true, publisherSite: true, claimText: true, claimant: true, ratingText: true },
  ...{ reviewUrl: true, reviewedOn: true },
} satisfies Prisma.ExternalVerdictSelect

/** What another desk ruled, as it is shown beside a claim. */
export type Ruled = Prisma.ExternalVerdictGetPayload<{ select: typeof RULED }>

/** `match`: why it is proposed; null where an editor said that it is the same, or is not, and it is no longer found. */
export type ProposedRuling = Ruled & { match: Match | null }
export type OthersRuled = {
  /** Readers see these, once the claim is published. */
  confirmed: (Ruled & { decidedBy: string | null })[]
  proposed: ProposedRuling[]
  /** An editor said that these are about another claim. */
  refused: (Ruled & { decidedBy: string | null })[]
}

/** Rows that share a band and are looked at, those that are scored, and those that are shown. */
const LOOKED_AT = 200
const SCORED = 24
const SHOWN = 8
const MOST_DECIDED = 100
const MOST_TO_READERS = 20

/**
 * What other desks ruled on a claim: what an editor confirmed or refused, also for claims that were merged into it, and what
 * says nearly the same, best first. Throws NOT_FOUND for who may not read the desk.
 */
export async function listOthersRuled(ctx: Context, claimId: string): Promise<OthersRuled> {
  if (!canReadExternal(ctx.actor)) throw new AppError('NOT_FOUND')
  const claim = await db().claim.findUnique({ where: { id: claimId }, select: CLAIM })
  if (claim === null) return { confirmed: [], proposed: [], refused: [] }
  const given = await db().externalMatch.findMany({
    where: { claimId: { in: await familyOf(db(), claimId) }, externalVerdict: { hiddenAt: null } },
    orderBy: { decidedAt: 'asc' },
    take: MOST_DECIDED,
    select: { claimId: true, isSame: true, decidedBy: { select: { name: true } }, externalVerdict: { select: RULED } },
  })
  const earlier = await earlierAmong(
    db(),
    given.map(({ externalVerdict }) => externalVerdict.id),
  )
  const decided = given.filter((one) => {
    if (earlier.has(one.externalVerdict.id)) return false
    const ofVerdict = given.filter(({ externalVerdict }) => externalVerdict.id === one.externalVerdict.id)
    return countingOf(ofVerdict, claimId) === one
  })
  const told = (wanted: boolean) =>
    decided
      .filter(({ isSame }) => isSame === wanted)
      .map(({ externalVerdict, decidedBy }) => ({ ...externalVerdict, decidedBy: decidedBy?.name ?? null }))
  const isDecided = new Set(decided.map(({ externalVerdict }) => externalVerdict.id))
  const due = claim.prediction ?? claim.occurrences[0]?.candidate ?? { dueFrom: null, dueTo: null }
  const speaker = claim.speaker && claim.speaker.kind !== 'unnamed' ? claim.speaker.name : null
  const isNegated = claim.occurrences[0]?.isNegated ?? false
  const self = comparable({ ...claim, ...due, isNegated, isDayKnown: true }, claim.statement, speaker)
  const corrected = await correctedSince(
    given.filter(({ isSame }) => isSame).map(({ externalVerdict }) => externalVerdict.id),
  )
  const like = await rulingsLike('claim', claimId, self)
  const isCorrected = new Set(corrected.map(({ id }) => id))
  const proposed = [
    ...corrected.map((ruled) => like.find(({ id }) => id === ruled.id) ?? { ...ruled, match: null }),
    ...like.filter(({ id }) => !isCorrected.has(id)),
  ]
  return {
    confirmed: told(true),
    proposed: proposed.filter(({ id }) => !isDecided.has(id)).slice(0, SHOWN),
    refused: told(false),
  }
}

/** The newest ratings of those that were confirmed with an earlier one: they are offered first. */
async function correctedSince(confirmedIds: readonly string[]): Promise<Ruled[]> {
  const ids = await newestSince(db(), confirmedIds)
  return db().externalVerdict.findMany({
    where: { id: { in: ids }, hiddenAt: null },
    orderBy: { id: 'desc' },
    select: RULED,
  })
}

/** What other desks ruled on something that says nearly the same as a candidate, best first. Throws NOT_FOUND. */
export async function listRulingsOnCandidate(ctx: Context, candidateId: string): Promise<ProposedRuling[]> {
  if (!canReadExternal(ctx.actor)) throw new AppError('NOT_FOUND')
  const candidate = await db().candidate.findUnique({ where: { id: candidateId }, select: CANDIDATE })
  if (candidate === null) return []
  const isDayKnown = candidate.article.publishedOn !== null
  const self = comparable({ ...candidate, isDayKnown }, candidate.quote, candidate.speakerText)
  return (await rulingsLike('candidate', candidateId, self)).slice(0, SHOWN)
}

/** What readers see beside a claim: confirmed by an editor, not hidden and no earlier rating, by publisher; at most 20. */
export async function listConfirmedRulings(claimId: string): Promise<Ruled[]> {
  // What was said of a claim that was merged into this one counts, unless this one's own decision is another.
  const rows = await db().externalMatch.findMany({
    where: {
      claimId: { in: await familyOf(db(), claimId) },
      isSame: true,
      externalVerdict: { hiddenAt: null, matches: { none: { claimId, isSame: false } } },
    },
    orderBy: [{ externalVerdict: { publisherName: 'asc' } }, { externalVerdictId: 'asc' }],
    distinct: ['externalVerdictId'],
    take: MOST_DECIDED,
    select: { externalVerdict: { select: RULED } },
  })
  const ruled = rows.map(({ externalVerdict }) => externalVerdict)
  const earlier = await earlierAmong(
    db(),
    ruled.map(({ id }) => id),
  )
  return ruled.filter(({ id }) => !earlier.has(id)).slice(0, MOST_TO_READERS)
}

const QUANTITY = { text: true, value: true, low: true, high: true, unit: true } as const
const CLAIM = {
  ...{ kind: true, statement: true },
  speaker: { select: { name: true, kind: true } },
  quantities: { select: QUANTITY },
  prediction: { select: { dueFrom: true, dueTo: true } },
  occurrences: {
    orderBy: { id: 'asc' },
    take: 1,
    select: { isNegated: true, candidate: { select: { dueFrom: true, dueTo: true } } },
  },
} satisfies Prisma.ClaimSelect
const CANDIDATE = {
  ...{ kind: true, quote: true, speakerText: true, isNegated: true, dueFrom: true, dueTo: true },
  quantities: { select: QUANTITY },
  article: { select: { publishedOn: true } },
} satisfies Prisma.CandidateSelect

/** Found by band overlap (GIN) and scored after that, so that the cost does not grow with the number of verdicts. */
async function rulingsLike(table: 'claim' | 'candidate', id: string, self: MatchText): Promise<ProposedRuling[]> {
  const hits = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH self AS MATERIALIZED (
      SELECT signature[1:${BANDS}] AS bands FROM ${Prisma.raw(table)} WHERE id = ${id}::uuid),
    hits AS MATERIALIZED (
      SELECT e.id, e.signature, self.bands FROM self, external_verdict e
      WHERE e.signature && self.bands AND e.hidden_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM external_verdict newer WHERE newer.identity = e.identity AND newer.id > e.id) LIMIT ${LOOKED_AT})
    SELECT hits.id FROM hits
    ORDER BY (SELECT count(*) FROM unnest(hits.signature) band WHERE band = ANY (hits.bands)) DESC, hits.id
    LIMIT ${SCORED}`)
  const rows = await db().externalVerdict.findMany({ where: { id: { in: hits.map((hit) => hit.id) } }, select: RULED })
  return rows
    .flatMap((row) => {
      const match = matchClaims(self, comparedOf(row, self))
      return match === null ? [] : [{ ...row, match }]
    })
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
}

/** Of a text alone neither kind nor window is known; figures and a negation are read from it. */
function comparedOf({ claimText, claimant }: Ruled, { kind, isNegated }: MatchText): MatchText {
  const { quantities, claims } = extract({ text: claimText, publishedOn: null })
  return {
    ...{ text: claimText, kind, quantities, due: null, isDayKnown: false },
    isNegated: claims.length === 0 ? isNegated : claims.some((claim) => claim.isNegated),
    speakerKey: speakerMatchKey(claimant),
  }
}

type Comparable = Pick<MatchText, 'kind' | 'isNegated' | 'isDayKnown'> & {
  dueFrom: string | null
  dueTo: string | null
  quantities: readonly { text: string; value: unknown; low: unknown; high: unknown; unit: string }[]
}

const numberOf = (decimal: unknown): number | null => (decimal === null ? null : Number(decimal))

function comparable(row: Comparable, text: string, speaker: string | null): MatchText {
  const { kind, isNegated, isDayKnown, dueFrom, dueTo } = row
  const quantities = row.quantities.map((quantity) => ({
    ...{ text: quantity.text, unit: quantity.unit },
    ...{ value: numberOf(quantity.value), low: numberOf(quantity.low), high: numberOf(quantity.high) },
  }))
  const due = dueFrom && dueTo ? { from: dueFrom, to: dueTo } : null
  return { text, kind, isNegated, isDayKnown, quantities, due, speakerKey: speakerMatchKey(speaker) }
}
