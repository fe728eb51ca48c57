import { StoredReading } from '@/lib/claims/schema'
import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import type { Prisma } from '@/lib/platform/generated/client'
import type { Settings } from '@/lib/settings/schema'
import type { PredictionContent } from '../schema'
import { windowOf } from './list'

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
        take: 1,
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

/** What the extractor read of window and certainty at a place, with what people took over of a newer reading since. */
function termsRead(first: PlaceRead | undefined): ReadTerms {
  const { dueFrom = null, dueTo = null, dueWords = null, conditionWords = null } = first?.candidate ?? {}
  const { certaintyWords = null, isNegated = false } = first ?? {}
  const [taken] = first?.candidate?.differences ?? []
  const newer = StoredReading.safeParse(taken?.reading).data
  return {
    ...{ dueFrom, dueTo, dueWords, certaintyWords, conditionWords, isNegated },
    ...(newer && taken?.fields.includes('window')
      ? { dueFrom: newer.dueFrom, dueTo: newer.dueTo, dueWords: newer.dueWords }
      : {}),
    ...(newer && taken?.fields.includes('certainty')
      ? { certaintyWords: newer.certaintyWords, conditionWords: newer.conditionWords, isNegated: newer.isNegated }
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

const Alternatives = StoredReading.shape.dueAlternatives.catch([])

/** All that ambiguous words can mean, but for the window that is chosen; nothing for words with one reading. */
export function alternativesOf(chosen: Window | null, first: PlaceRead | undefined): Window[] {
  const { dueFrom, dueTo } = termsRead(first)
  const [taken] = first?.candidate?.differences ?? []
  const others = StoredReading.safeParse(taken?.reading).data?.dueAlternatives
  const alternatives = others ?? Alternatives.parse(first?.candidate?.dueAlternatives ?? [])
  if (alternatives.length === 0) return []
  const read = windowOf(dueFrom, dueTo)
  return [...(read ? [read] : []), ...alternatives].filter(({ from, to }) => from !== chosen?.from || to !== chosen.to)
}
