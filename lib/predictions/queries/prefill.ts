import { StoredReading } from '@/lib/claims/schema'
import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import type { Db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import type { PredictionContent } from '../schema'
import { windowOf } from './list'

/** The order of places by which one is where a claim was made first. */
export const FIRST_PLACE = [
  { article: { publishedOn: { sort: 'asc', nulls: 'last' } } },
  { id: 'asc' },
] satisfies Prisma.OccurrenceOrderByWithRelationInput[]

/** What of an occurrence the form of a new prediction begins with. */
export const PLACE_READ = {
  certaintyWords: true,
  isNegated: true,
  candidate: {
    select: {
      ...{ dueFrom: true, dueTo: true, dueWords: true, conditionWords: true, dueAlternatives: true },
      differences: {
        where: { state: 'taken' },
        orderBy: { decidedAt: 'desc' },
        select: { fields: true, reading: true },
      },
    },
  },
} as const satisfies Prisma.OccurrenceSelect

type PlaceRead = Prisma.OccurrenceGetPayload<{ select: typeof PLACE_READ }>

type ReadTerms = Pick<
  StoredReading,
  'dueFrom' | 'dueTo' | 'dueWords' | 'certaintyWords' | 'conditionWords' | 'isNegated'
>

/** The newest reading of which people took this field over. */
function takenOf(first: PlaceRead | undefined, field: 'window' | 'certainty'): StoredReading | undefined {
  const taken = first?.candidate?.differences.find(({ fields }) => fields.includes(field))
  return StoredReading.safeParse(taken?.reading).data
}

/** What the extractor read of window and certainty at a place, with what people took over of a newer reading since. */
function termsRead(first: PlaceRead | undefined): ReadTerms {
  const { dueFrom = null, dueTo = null, dueWords = null, conditionWords = null } = first?.candidate ?? {}
  const { certaintyWords = null, isNegated = false } = first ?? {}
  const [window, certainty] = [takenOf(first, 'window'), takenOf(first, 'certainty')]
  return {
    ...{ dueFrom, dueTo, dueWords, certaintyWords, conditionWords, isNegated },
    ...(window ? { dueFrom: window.dueFrom, dueTo: window.dueTo, dueWords: window.dueWords } : {}),
    ...(certainty
      ? {
          certaintyWords: certainty.certaintyWords,
          conditionWords: certainty.conditionWords,
          isNegated: certainty.isNegated,
        }
      : {}),
  }
}

/** The form of a prediction that was never saved: what the extractor found at its first occurrence. */
export function prefill(
  first: (PlaceRead & { article: { publishedOn: Day | null } }) | undefined,
  settings: Settings,
): PredictionContent {
  const { dueFrom, dueTo, dueWords, certaintyWords, conditionWords, isNegated } = termsRead(first)
  const window = windowOf(dueFrom, dueTo)
  return {
    saidOn: first?.article.publishedOn ?? null,
    window,
    windowWords: dueWords,
    windowBasis: window === null ? null : 'stated',
    graceDays: settings.defaultGraceDays,
    criteria: '',
    certaintyWords,
    isNegated,
    conditionWords,
    comparator: null,
    targetValue: null,
    targetUnit: null,
    tolerance: null,
    vagueReason: null,
  }
}

/**
 * The draft of a prediction that another window makes beside an opened one: what was read at its own first place, and the criteria,
 * condition and figure of the opened one, because the event is the same.
 */
export async function draftFor(from: Db, claimId: string, opened: PredictionContent): Promise<PredictionContent> {
  const first = await from.occurrence.findFirst({
    where: { claimId },
    orderBy: FIRST_PLACE,
    select: { article: { select: { publishedOn: true } }, ...PLACE_READ },
  })
  const own = prefill(first ?? undefined, await requireSettings(from))
  const { criteria, comparator, targetValue, targetUnit, tolerance } = opened
  const conditionWords = own.conditionWords ?? opened.conditionWords
  return { ...own, conditionWords, criteria, comparator, targetValue, targetUnit, tolerance }
}

const Alternatives = StoredReading.shape.dueAlternatives.catch([])

/** All that ambiguous words can mean, but for the window that is chosen; nothing for words with one reading. */
export function alternativesOf(chosen: Window | null, first: PlaceRead | undefined): Window[] {
  const { dueFrom, dueTo } = termsRead(first)
  const others = takenOf(first, 'window')?.dueAlternatives
  const alternatives = others ?? Alternatives.parse(first?.candidate?.dueAlternatives ?? [])
  if (alternatives.length === 0) return []
  const read = windowOf(dueFrom, dueTo)
  return [...(read ? [read] : []), ...alternatives].filter(({ from, to }) => from !== chosen?.from || to !== chosen.to)
}
