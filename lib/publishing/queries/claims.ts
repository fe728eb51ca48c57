import { type Day, dayInZone } from '@/lib/core/days'
import { Id } from '@/lib/core/ids'
import { db } from '@/lib/platform/db'
import type { ClaimKind, Prisma } from '@/lib/platform/generated/client'
import type { SearchHit } from '@/lib/search/queries'
import { requireSettings } from '@/lib/settings/queries'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'
import { getCurrentVerdict, listClaimCorrections, listPublishedVersions } from '@/lib/verdicts/queries'
import { listConfirmedRulings, type Ruled } from '@/lib/verdicts/queries/external/matching'
import { getRechecks, type Rechecks } from '@/lib/verdicts/queries/rechecks'
import { FrozenVerdict } from '@/lib/verdicts/schema'
import { Slug } from '../schema'

/** What makes a claim public: it was published once and is neither merged nor hidden. Everything else answers 404. */
export const PUBLIC_CLAIM = {
  firstPublishedAt: { not: null },
  state: { notIn: ['merged', 'hidden'] },
} satisfies Prisma.ClaimWhereInput

/** The address of a public claim: predictions stand in the ledger. */
export const publicPath = (claim: { kind: ClaimKind; slug: string }): string =>
  `/${claim.kind === 'prediction' ? 'predictions' : 'claims'}/${claim.slug}`

/** A verdict in a list. `rating` is null where the verdict was withdrawn. */
export type VerdictCard = {
  claimId: string
  path: string
  shortForm: string
  statement: string
  kind: ClaimKind
  speaker: { name: string; slug: string | null } | null
  rating: FrozenVerdict['rating'] | null
  summary: string
  asOfOn: string | null
  /** The day of publication, in the newsroom's zone. */
  publishedOn: Day | null
}

const CARD = {
  id: true,
  slug: true,
  kind: true,
  shortForm: true,
  statement: true,
  speaker: { select: { name: true, slug: true, kind: true } },
  currentVerdict: { select: { frozen: true } },
} satisfies Prisma.ClaimSelect
type CardRow = Prisma.ClaimGetPayload<{ select: typeof CARD }>

function toCard(row: CardRow, zone: string): VerdictCard {
  const verdict = row.currentVerdict ? FrozenVerdict.parse(row.currentVerdict.frozen) : null
  const speaker = verdict ? verdict.speaker : row.speaker
  return {
    claimId: row.id,
    path: publicPath(row),
    shortForm: row.shortForm,
    statement: row.statement,
    kind: row.kind,
    speaker: speaker && { name: speaker.name, slug: speaker.kind === 'unnamed' ? null : speaker.slug },
    rating: verdict?.rating ?? null,
    summary: verdict?.summary ?? '',
    asOfOn: verdict?.asOfOn ?? null,
    publishedOn: verdict && dayInZone(new Date(verdict.publishedAt), zone),
  }
}

const PAGE = 20

/**
 * Verdicts in force, latest published first (a corrected one by its correction), ties by id; `before` is the `next` of the
 * page before.
 */
export async function listVerdictCards(
  page: { before?: string; speakerIds?: string[]; topicId?: string; limit?: number } = {},
): Promise<{ cards: VerdictCard[]; next: string | null }> {
  const limit = Math.min(page.limit ?? PAGE, 100)
  const [{ zone }, rows] = await Promise.all([
    requireSettings(),
    db().verdict.findMany({
      where: {
        state: 'published',
        currentOf: {
          ...PUBLIC_CLAIM,
          ...(page.speakerIds ? { speakerId: { in: page.speakerIds } } : {}),
          ...(page.topicId ? { topics: { some: { topicId: page.topicId } } } : {}),
        },
        ...beforeOf(page.before),
      },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: { id: true, publishedAt: true, currentOf: { select: CARD } },
    }),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    cards: shown.flatMap((row) => (row.currentOf ? [toCard(row.currentOf, zone)] : [])),
    next: rows.length > limit && last?.publishedAt ? `${last.publishedAt.getTime()}.${last.id}` : null,
  }
}

const KEY = /^(\d{1,15})\.([0-9a-f-]{36})$/

/** Where a page goes on: an instant in milliseconds and an id. What is neither begins at the top. */
function beforeOf(before: string | undefined): Prisma.VerdictWhereInput {
  const [, at, id] = before?.match(KEY) ?? []
  if (at === undefined || !Id.safeParse(id).success) return {}
  const publishedAt = new Date(Number(at))
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] }
}

/** The claims of search hits, in their order. */
export async function cardsOfHits(hits: readonly SearchHit[]): Promise<VerdictCard[]> {
  const [{ zone }, rows] = await Promise.all([
    requireSettings(),
    db().claim.findMany({ where: { id: { in: hits.map((hit) => hit.claimId) }, ...PUBLIC_CLAIM }, select: CARD }),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return hits.flatMap((hit) => {
    const row = byId.get(hit.claimId)
    return row ? [toCard(row, zone)] : []
  })
}

/** What a public address leads to: a page, another address, or nothing. */
export type Destination<T> = { is: 'page'; page: T } | { is: 'moved'; path: string } | { is: 'nothing' }

/** The claim behind a slug, following merges (at most five in a row). */
export async function findPublicClaim(slug: string) {
  if (!Slug.safeParse(slug).success) return null
  let row = await db().claim.findUnique({ where: { slug }, select: FOUND })
  for (let hops = 0; row?.mergedInto && hops < 5; hops++) {
    row = await db().claim.findUnique({ where: { id: row.mergedInto.id }, select: FOUND })
  }
  return row !== null && row.firstPublishedAt !== null && row.state !== 'hidden' && row.state !== 'merged' ? row : null
}

const FOUND = {
  id: true,
  slug: true,
  kind: true,
  state: true,
  statement: true,
  shortForm: true,
  firstPublishedAt: true,
  mergedInto: { select: { id: true } },
  speaker: {
    select: {
      name: true,
      slug: true,
      kind: true,
      description: true,
      sameAs: true,
      publisher: { select: { name: true, slug: true } },
    },
  },
} satisfies Prisma.ClaimSelect
export type PublicClaim = NonNullable<Awaited<ReturnType<typeof findPublicClaim>>>

export type ClaimPage = {
  claim: PublicClaim
  /** The verdict in force; null after a withdrawal. */
  verdict: FrozenVerdict | null
  versions: PublishedVersion[]
  corrections: PublicCorrection[]
  /** Of the verdict in force: when it was looked at again, and when it will be. */
  rechecks: Rechecks
  /** What other desks ruled, where an editor confirmed that it is the same claim. */
  others: Ruled[]
  /** The newsroom's zone, in which instants are shown as days. */
  zone: string
}

/** The public page of a verdict. Predictions and merged claims have moved; what is not published is nothing. */
export async function getClaimPage(slug: string): Promise<Destination<ClaimPage>> {
  const claim = await findPublicClaim(slug)
  if (claim === null) return { is: 'nothing' }
  if (claim.kind === 'prediction' || claim.slug !== slug) return { is: 'moved', path: publicPath(claim) }
  const [verdict, versions, corrections, rechecks, others, { zone }] = await Promise.all([
    getCurrentVerdict(claim.id),
    listPublishedVersions(claim.id),
    listClaimCorrections(claim.id),
    getRechecks(claim.id),
    listConfirmedRulings(claim.id),
    requireSettings(),
  ])
  return { is: 'page', page: { claim, verdict, versions, corrections, rechecks, others, zone } }
}

export type VersionPage = { claim: PublicClaim; version: PublishedVersion; path: string; zone: string }

/** One published version of a verdict, under the claim's or the prediction's address; a claim's elsewhere has moved. */
export async function getVersionPage(slug: string, ordinal: number): Promise<Destination<VersionPage>> {
  const claim = await findPublicClaim(slug)
  if (claim === null) return { is: 'nothing' }
  const path = publicPath(claim)
  if (claim.slug !== slug) return { is: 'moved', path: `${path}/versions/${ordinal}` }
  const [versions, { zone }] = await Promise.all([listPublishedVersions(claim.id), requireSettings()])
  const version = versions.find((one) => one.ordinal === ordinal)
  return version ? { is: 'page', page: { claim, version, path, zone } } : { is: 'nothing' }
}
