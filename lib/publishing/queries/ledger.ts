import { addDays, type Day } from '@/lib/core/days'
import { Id } from '@/lib/core/ids'
import type { Window } from '@/lib/core/windows'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { getPublicPrediction, type PublicPrediction } from '@/lib/predictions/queries/public'
import { listPredictionIdsOf } from '@/lib/predictions/queries/subjects'
import { DUE_SOON_DAYS, dueWords, type WatchState, watchStateOf } from '@/lib/predictions/rules/watch'
import type { ResolutionKind } from '@/lib/predictions/schema'
import { requireSettings } from '@/lib/settings/queries'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'
import { getCurrentVerdict, listClaimCorrections, listPublishedVersions } from '@/lib/verdicts/queries'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import type { LedgerFilter, LedgerView } from '../schema'
import { type Destination, findPublicClaim, PUBLIC_CLAIM, type PublicClaim, publicPath } from './claims'

/** An opened prediction in the ledger. */
export type LedgerRow = {
  claimId: string
  path: string
  shortForm: string
  speaker: { name: string; slug: string | null } | null
  /** Who printed it first, where it has no speaker; in its own voice unless the text names somebody whom the desk does not. */
  publisher: { name: string; slug: string; isOwnVoice: boolean } | null
  saidOn: Day | null
  window: Window | null
  windowWords: string | null
  graceDays: number
  certainty: number | null
  certaintyWords: string | null
  resolution: ResolutionKind
  outcome: Window | null
  /** Only for open ones: where it stands today, and in words ("due in 12 days"). */
  watch: WatchState | null
  dueText: string | null
}

const ROW = {
  dueFrom: true,
  dueTo: true,
  dueWords: true,
  saidOn: true,
  graceDays: true,
  certainty: true,
  certaintyWords: true,
  state: true,
  speaker: { select: { name: true, slug: true, kind: true } },
  currentResolution: { select: { kind: true, outcome: { select: { firstOn: true, lastOn: true } } } },
  claim: {
    select: {
      id: true,
      slug: true,
      kind: true,
      shortForm: true,
      /** The first, as records count it. */
      occurrences: {
        orderBy: [{ article: { publishedOn: { sort: 'asc', nulls: 'last' } } }, { id: 'asc' }],
        take: 1,
        select: {
          ...{ speakerId: true, speakerText: true },
          article: { select: { publisher: { select: { name: true, slug: true } } } },
        },
      },
    },
  },
} satisfies Prisma.PredictionSelect
type Row = Prisma.PredictionGetPayload<{ select: typeof ROW }>

const windowOf = (from: Day | null | undefined, to: Day | null | undefined): Window | null =>
  from && to ? { from, to } : null

function publisherOf({ claim: { occurrences }, speaker }: Row): LedgerRow['publisher'] {
  const [first] = occurrences
  if (speaker || !first) return null
  return { ...first.article.publisher, isOwnVoice: isOwnVoice(first) }
}

/** Whether the publisher speaks itself there now: nobody is named, neither by the text nor by the desk. */
const isOwnVoice = (place: { speakerId: string | null; speakerText: string | null }): boolean =>
  place.speakerId === null && place.speakerText === null

function toRow(row: Row, today: Day): LedgerRow {
  const { claim, speaker, currentResolution } = row
  const isOpen = currentResolution === null && row.state === 'opened'
  const watched = isOpen && row.dueTo !== null ? { dueTo: row.dueTo, graceDays: row.graceDays } : null
  return {
    claimId: claim.id,
    path: publicPath(claim),
    shortForm: claim.shortForm,
    speaker: speaker && { name: speaker.name, slug: speaker.kind === 'unnamed' ? null : speaker.slug },
    publisher: publisherOf(row),
    saidOn: row.saidOn,
    window: windowOf(row.dueFrom, row.dueTo),
    windowWords: row.dueWords,
    graceDays: row.graceDays,
    certainty: row.certainty?.toNumber() ?? null,
    certaintyWords: row.certaintyWords,
    resolution: currentResolution?.kind ?? (row.state === 'too_vague' ? 'too_vague' : 'open'),
    outcome: windowOf(currentResolution?.outcome?.firstOn, currentResolution?.outcome?.lastOn),
    watch: watched && watchStateOf(watched, today),
    dueText: watched && dueWords(watched, today),
  }
}

const OPENED = { frozenAt: { not: null }, claim: PUBLIC_CLAIM } satisfies Prisma.PredictionWhereInput

function viewOf(view: LedgerView, today: Day): Prisma.PredictionWhereInput {
  const open = { state: 'opened', currentResolutionId: null } satisfies Prisma.PredictionWhereInput
  switch (view) {
    case 'all':
      return {}
    case 'open':
      return open
    case 'due_soon':
      return { ...open, dueTo: { gte: today, lte: addDays(today, DUE_SOON_DAYS) } }
    case 'overdue':
      return { ...open, dueTo: { lt: today } }
    case 'resolved':
      return { OR: [{ currentResolutionId: { not: null } }, { state: 'too_vague' }] }
  }
}

function resolvedAs(kind: LedgerFilter['resolution']): Prisma.PredictionWhereInput {
  if (kind === undefined) return {}
  if (kind === 'open') return { state: 'opened', currentResolutionId: null }
  if (kind === 'too_vague') return { OR: [{ state: 'too_vague' }, { currentResolution: { kind } }] }
  return { currentResolution: { kind } }
}

const PAGE = 25
/** More predictions than one speaker makes; a bound on what the ledger's filter reads. */
const MOST_OF_ONE_SPEAKER = 2000

/** The predictions of a speaker's record; of one that was merged, those of whom it was merged into. */
async function saidByFilter(slug: string, today: Day): Promise<Prisma.PredictionWhereInput> {
  const speaker = await db().speaker.findUnique({ where: { slug }, select: { id: true, mergedIntoId: true } })
  if (speaker === null) return { id: { in: [] } }
  return { id: { in: await listPredictionIdsOf(speaker.mergedIntoId ?? speaker.id, today, MOST_OF_ONE_SPEAKER) } }
}

/** What a publisher printed; of one that was merged, what the one printed into which it was. */
const printedBy = (slug: string): Prisma.PredictionWhereInput => ({
  claim: { occurrences: { some: { article: { publisher: { OR: [{ slug }, { merged: { some: { slug } } }] } } } } },
})

/**
 * The ledger, by the last day of the window (the open views soonest first, the others latest first), ties by id. `today` is
 * the newsroom's day. Too vague ones without a window stand last.
 */
export async function listLedger(
  filter: LedgerFilter,
  today: Day,
): Promise<{ rows: LedgerRow[]; next: string | null }> {
  const isSoonestFirst = filter.view === 'open' || filter.view === 'due_soon' || filter.view === 'overdue'
  const direction = isSoonestFirst ? 'asc' : 'desc'
  const rows = await db().prediction.findMany({
    where: {
      AND: [
        OPENED,
        viewOf(filter.view, today),
        filter.speaker ? await saidByFilter(filter.speaker, today) : {},
        filter.publisher ? printedBy(filter.publisher) : {},
        resolvedAs(filter.resolution),
        afterOf(filter.after, isSoonestFirst),
      ],
    },
    orderBy: [{ dueTo: { sort: direction, nulls: 'last' } }, { id: direction }],
    take: PAGE + 1,
    select: { id: true, ...ROW },
  })
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => toRow(row, today)),
    next: rows.length > PAGE && last ? `${last.dueTo ?? ''}.${last.id}` : null,
  }
}

const KEY = /^(\d{4}-\d{2}-\d{2})?\.([0-9a-f-]{36})$/

function afterOf(after: string | undefined, isSoonestFirst: boolean): Prisma.PredictionWhereInput {
  const [, dueTo, id] = after?.match(KEY) ?? []
  if (id === undefined || !Id.safeParse(id).success) return {}
  const past = isSoonestFirst ? 'gt' : 'lt'
  if (dueTo === undefined) return { dueTo: null, id: { [past]: id } }
  return { OR: [{ dueTo: { [past]: dueTo } }, { dueTo, id: { [past]: id } }, { dueTo: null }] }
}

/** The latest opened predictions of a speaker's record, latest said first, at most 50. */
export async function listSpeakerPredictions(speakerId: string, today: Day): Promise<LedgerRow[]> {
  const ids = await listPredictionIdsOf(speakerId, today, 50)
  const rows = await db().prediction.findMany({
    where: { ...OPENED, id: { in: ids } },
    orderBy: [{ saidOn: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    select: ROW,
  })
  return rows.map((row) => toRow(row, today))
}

/** The latest resolutions, for the home page. */
export async function listRecentlyResolved(today: Day, limit: number): Promise<LedgerRow[]> {
  const rows = await db().prediction.findMany({
    where: { ...OPENED, currentResolution: { kind: { not: 'open' } } },
    orderBy: { currentResolution: { createdAt: 'desc' } },
    take: limit,
    select: ROW,
  })
  return rows.map((row) => toRow(row, today))
}

/** The opened predictions among some claims, by claim id: what search shows of them. At most 100. */
export async function ledgerRowsOf(claimIds: string[], today: Day): Promise<Map<string, LedgerRow>> {
  const rows = await db().prediction.findMany({
    where: { ...OPENED, claimId: { in: claimIds } },
    take: 100,
    select: ROW,
  })
  return new Map(rows.map((row) => [row.claim.id, toRow(row, today)]))
}

/** Where a prediction was said: a short quote and the article's particulars, never its text. */
export type PublicOccurrence = {
  quote: string
  speakerText: string | null
  relayText: string | null
  isOwnVoice: boolean
  certaintyWords: string | null
  article: { title: string; url: string | null; publishedOn: Day | null; publisher: { name: string; slug: string } }
}

const toPublic = <P extends { speakerId: string | null; speakerText: string | null }>({ speakerId, ...place }: P) => ({
  ...place,
  isOwnVoice: isOwnVoice({ speakerId, speakerText: place.speakerText }),
})

export type PredictionPage = {
  claim: PublicClaim
  prediction: PublicPrediction
  occurrences: PublicOccurrence[]
  verdict: FrozenVerdict | null
  versions: PublishedVersion[]
  corrections: PublicCorrection[]
  zone: string
}

/** The public page of a prediction; other kinds and merged claims have moved; what is not opened is nothing. */
export async function getPredictionPage(slug: string): Promise<Destination<PredictionPage>> {
  const claim = await findPublicClaim(slug)
  if (claim === null) return { is: 'nothing' }
  if (claim.kind !== 'prediction' || claim.slug !== slug) return { is: 'moved', path: publicPath(claim) }
  const [prediction, occurrences, verdict, versions, corrections, { zone }] = await Promise.all([
    getPublicPrediction(claim.id),
    db().occurrence.findMany({
      where: { claimId: claim.id, article: { hiddenAt: null } },
      orderBy: [{ article: { publishedOn: { sort: 'asc', nulls: 'last' } } }, { id: 'asc' }],
      take: 20,
      select: {
        quote: true,
        speakerId: true,
        speakerText: true,
        relayText: true,
        certaintyWords: true,
        article: {
          select: { title: true, url: true, publishedOn: true, publisher: { select: { name: true, slug: true } } },
        },
      },
    }),
    getCurrentVerdict(claim.id),
    listPublishedVersions(claim.id),
    listClaimCorrections(claim.id),
    requireSettings(),
  ])
  if (prediction === null) return { is: 'nothing' }
  return {
    is: 'page',
    page: { claim, prediction, occurrences: occurrences.map(toPublic), verdict, versions, corrections, zone },
  }
}
