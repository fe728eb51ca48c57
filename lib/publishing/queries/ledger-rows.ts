import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import type { Prisma } from '@/lib/platform/generated/client'
import { dueWords, type WatchState, watchStateOf } from '@/lib/predictions/rules/watch'
import type { ResolutionKind } from '@/lib/predictions/schema'
import { PUBLIC_CLAIM, publicPath } from './claims'

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

export const ROW = {
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
export const isOwnVoice = (place: { speakerId: string | null; speakerText: string | null }): boolean =>
  place.speakerId === null && place.speakerText === null

export function toRow(row: Row, today: Day): LedgerRow {
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

export const OPENED = { frozenAt: { not: null }, claim: PUBLIC_CLAIM } satisfies Prisma.PredictionWhereInput
