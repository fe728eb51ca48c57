import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'
import {
  asDecided,
  asTaken,
  type ComparedReading,
  type Decided,
  newsOf,
  type StayingReason,
  takingOf,
} from '../rules/differences'
import { type DifferenceField, StoredReading } from '../schema'

const SPEAKER = {
  select: { id: true, name: true, kind: true, aliases: { select: { aliasKey: true } } },
} satisfies Prisma.Occurrence$speakerArgs
const FIGURE = {
  ...{ text: true, value: true, low: true, high: true, unit: true, modifier: true, change: true },
} satisfies Prisma.QuantitySelect
const TERMS = {
  ...{ dueFrom: true, dueTo: true, certaintyWords: true, conditionWords: true, isNegated: true },
} satisfies Prisma.PredictionSelect

/** Of a candidate all that a newer reading is compared with. */
export const COMPARED = {
  ...{ id: true, start: true, end: true, quote: true, kind: true, state: true, speakerText: true },
  ...TERMS,
  quantities: { orderBy: { position: 'asc' }, select: FIGURE },
  differences: {
    where: { state: { not: 'open' } },
    orderBy: { decidedAt: 'asc' },
    select: { state: true, fields: true, reading: true, readingKey: true },
  },
  occurrence: {
    select: {
      speaker: SPEAKER,
      claim: {
        select: {
          ...{ id: true, kind: true, state: true, revision: true, firstPublishedAt: true, speaker: SPEAKER },
          quantities: { orderBy: { position: 'asc' }, select: FIGURE },
          prediction: { select: { ...TERMS, state: true, revision: true } },
        },
      },
    },
  },
} satisfies Prisma.CandidateSelect

export type ComparedRow = Prisma.CandidateGetPayload<{ select: typeof COMPARED }>

/** What people made of it; null for a rejected one. Of a place in a known claim the speaker is the place's own. */
export function decidedOf({ state, occurrence }: ComparedRow): Decided | null {
  if (occurrence === null || (state !== 'accepted' && state !== 'merged')) return null
  const { claim } = occurrence
  return { claim, speaker: state === 'accepted' ? claim.speaker : occurrence.speaker }
}

/** The candidate as it was read, with what was taken over since. */
export const readOf = (row: ComparedRow): ComparedReading =>
  asTaken(
    row,
    row.differences.flatMap(({ state, fields, reading }) => {
      const read = state === 'taken' ? StoredReading.safeParse(reading).data : undefined
      return read === undefined ? [] : [{ fields: fields as DifferenceField[], reading: read }]
    }),
  )

/** What a reading says otherwise than what was read before and decided since; empty where people decided the same. */
export const newsIn = (row: ComparedRow, reading: ComparedReading): DifferenceField[] =>
  newsOf(readOf(row), decidedOf(row), reading)

/** The fields that one click may take over, and why the others stay: see the rule. */
export const takingIn = (row: ComparedRow, fields: readonly DifferenceField[], reading: { kind: string }) =>
  takingOf({
    candidate: row.state,
    fields,
    kind: reading.kind,
    claim: row.occurrence && {
      ...row.occurrence.claim,
      isPublished: row.occurrence.claim.firstPublishedAt !== null,
      prediction: row.occurrence.claim.prediction?.state ?? null,
    },
  })

/** A figure with its decimals as text. */
type FigureRead = Pick<ComparedRow['quantities'][number], 'text' | 'unit' | 'modifier' | 'change'> & {
  value: string | null
  low: string | null
  high: string | null
}

export type ReadingDifference = {
  id: string
  candidateId: string
  candidateState: ComparedRow['state']
  articleId: string
  /** Whether newer rules read it, and not only another day or country. */
  isByOtherRules: boolean
  quote: string
  /** As decided and as read now, for each field that differs. */
  was: ComparedReading & { figures: FigureRead[] }
  now: StoredReading
  /** None: people decided meanwhile what newer rules read. */
  fields: DifferenceField[]
  takeable: DifferenceField[]
  staying: { field: DifferenceField; because: StayingReason }[]
  claim: { id: string; revision: number; predictionRevision: number | null } | null
}

const BOUND = 50

/** Open differences of one candidate, or of the places of one claim, at most 50. */
export async function listDifferences(
  ctx: Context,
  of: { candidateId: string } | { claimId: string },
): Promise<ReadingDifference[]> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().candidateDifference.findMany({
    where: {
      state: 'open',
      candidate:
        'claimId' in of
          ? { state: { in: ['accepted', 'merged'] }, occurrence: { claimId: of.claimId } }
          : { id: of.candidateId, state: { not: 'new' } },
    },
    orderBy: { id: 'asc' },
    take: BOUND,
    select: {
      ...{ id: true, extractorVersion: true, reading: true },
      candidate: { select: { ...COMPARED, articleId: true, extractorVersion: true } },
    },
  })
  return rows.flatMap((row) => toDifference(row) ?? [])
}

const toFigure = ({ value, low, high, ...figure }: ComparedRow['quantities'][number]): FigureRead => ({
  ...figure,
  ...{ value: value?.toFixed() ?? null, low: low?.toFixed() ?? null, high: high?.toFixed() ?? null },
})

export type DecidedDifference = { id: string; state: 'taken' | 'kept'; byName: string }

/** What people last decided about a newer reading of a candidate, or of one of a claim's places; null when there was none. */
export async function getDecidedDifference(
  ctx: Context,
  of: { candidateId: string } | { claimId: string },
): Promise<DecidedDifference | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const row = await db().candidateDifference.findFirst({
    where: {
      state: { not: 'open' },
      candidate: 'claimId' in of ? { occurrence: { claimId: of.claimId } } : { id: of.candidateId },
    },
    orderBy: { decidedAt: 'desc' },
    select: { id: true, state: true, decidedBy: { select: { name: true } } },
  })
  if (row === null || row.state === 'open') return null
  return { id: row.id, state: row.state, byName: row.decidedBy?.name ?? '' }
}

type Row = {
  id: string
  extractorVersion: string
  reading: unknown
  candidate: ComparedRow & { articleId: string; extractorVersion: string }
}

function toDifference({ id, extractorVersion, reading, candidate }: Row): ReadingDifference | null {
  const now = StoredReading.safeParse(reading).data
  if (now === undefined) return null
  const decided = decidedOf(candidate)
  const fields = newsIn(candidate, now)
  const claim = decided === null ? null : (candidate.occurrence?.claim ?? null)
  return {
    ...{ id, candidateId: candidate.id, candidateState: candidate.state, articleId: candidate.articleId },
    isByOtherRules: candidate.extractorVersion !== extractorVersion,
    quote: candidate.quote,
    was: {
      ...asDecided(readOf(candidate), decided, now),
      figures: (claim ?? candidate).quantities.map(toFigure),
    },
    now,
    fields,
    ...takingIn(candidate, fields, now),
    claim: claim && {
      id: claim.id,
      revision: claim.revision,
      predictionRevision: claim.prediction?.revision ?? null,
    },
  }
}
