import type { Outcome, OutcomeSource, Prediction } from '@/lib/platform/generated/client'
import type { OutcomeContent, PredictionContent } from '../schema'

type PredictionColumns = Pick<
  Prediction,
  | 'saidOn'
  | 'dueFrom'
  | 'dueTo'
  | 'dueWords'
  | 'windowBasis'
  | 'graceDays'
  | 'criteria'
  | 'certaintyWords'
  | 'isNegated'
  | 'conditionWords'
  | 'comparator'
  | 'targetValue'
  | 'targetUnit'
  | 'tolerance'
  | 'vagueReason'
>

/** A stored prediction in the form's shape. */
export const contentOfPrediction = (row: PredictionColumns): PredictionContent => ({
  saidOn: row.saidOn,
  window: row.dueFrom === null || row.dueTo === null ? null : { from: row.dueFrom, to: row.dueTo },
  windowWords: row.dueWords,
  windowBasis: row.windowBasis,
  graceDays: row.graceDays,
  criteria: row.criteria,
  certaintyWords: row.certaintyWords,
  isNegated: row.isNegated,
  conditionWords: row.conditionWords,
  comparator: row.comparator,
  targetValue: row.targetValue?.toFixed() ?? null,
  targetUnit: row.targetUnit,
  tolerance: row.tolerance?.toFixed() ?? null,
  vagueReason: row.vagueReason,
})

/** The form's shape as columns; decimals go in as text, exactly. */
export const columnsOfPrediction = ({ window, windowWords, ...content }: PredictionContent) => ({
  ...content,
  dueFrom: window?.from ?? null,
  dueTo: window?.to ?? null,
  dueWords: windowWords,
})

/** A stored outcome in the form's shape. */
export const contentOfOutcome = (row: Outcome & { sources: OutcomeSource[] }): OutcomeContent => ({
  statement: row.statement,
  hasHappened: row.hasHappened,
  days:
    row.firstOn === null || row.lastOn === null
      ? null
      : { from: row.firstOn, to: row.lastOn, precision: row.precision },
  value: row.value?.toFixed() ?? null,
  valueTo: row.valueTo?.toFixed() ?? null,
  unit: row.unit,
  note: row.note,
  sources: row.sources.map(({ url, title, publisherName, publishedOn, excerpt }) => ({
    url,
    title,
    publisherName,
    publishedOn,
    excerpt,
  })),
})

/** The form's shape as columns, without its sources. */
export const columnsOfOutcome = ({ days, sources: _, ...content }: OutcomeContent) => ({
  ...content,
  firstOn: days?.from ?? null,
  lastOn: days?.to ?? null,
  precision: days?.precision ?? ('day' as const),
})
