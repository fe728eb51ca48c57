import { csvLine } from '@/lib/core/csv'
import type { Day } from '@/lib/core/days'
import { closesOn } from '@/lib/predictions/rules/resolution'
import type { Comparator, DayPrecision, ResolutionKind, WindowBasis } from '@/lib/predictions/schema'

/** Whose words they are where they were said first: of a named speaker, of unnamed sources, of the publisher itself, or of somebody whom only the text names. */
export type Attribution = 'speaker' | 'unnamed' | 'own_voice' | 'named_in_text'

/** An opened prediction with all that a record is made of, as data. Probabilities are 0..1, decimals are text. */
export type DataRow = {
  id: string
  statement: string
  address: string
  speaker: string | null
  speakerAddress: string | null
  attribution: Attribution
  publisher: string | null
  publisherAddress: string | null
  saidOn: Day | null
  openedOn: Day
  /** Opened when its window with grace had closed, so that some could know what came of it. */
  openedLate: boolean
  dueFrom: Day | null
  dueTo: Day | null
  dueWords: string | null
  windowBasis: WindowBasis | null
  graceDays: number
  /** The last day of window and grace. */
  closesOn: Day | null
  certaintyWords: string | null
  probability: number | null
  isNegated: boolean
  condition: string | null
  criteria: string
  comparator: Comparator | null
  targetValue: string | null
  targetUnit: string | null
  tolerance: string | null
  resolution: ResolutionKind
  /** Why it was resolved so: the rule in words, or the reason that people gave. */
  rule: string | null
  resolvedOn: Day | null
  /** Of one outcome: several predictions that share it are one cluster. */
  outcomeId: string | null
  outcome: string | null
  outcomeFirstOn: Day | null
  outcomeLastOn: Day | null
  outcomePrecision: DayPrecision | null
  outcomeValue: string | null
  /** With a value that is known as a range: its upper end. */
  outcomeValueTo: string | null
  outcomeUnit: string | null
  /** Whether it is in the n of the record that the rows belong to, and why or why not. */
  isCounted: boolean
  countedWhy: string
  /** Where the one whom the rows are of said it after somebody else: their own day and words, by which their record goes. */
  saidAgainOn: Day | null
  saidAgainPhrase: string | null
  saidAgainProbability: number | null
}

/** What decides whether a record counts a prediction. */
export type Countable = Pick<DataRow, 'dueTo' | 'graceDays' | 'resolution'> & {
  /** False for a copy of one that is counted elsewhere, and for what is in no record of the page's. */
  isMember: boolean
  whyNoMember: string
}

/** Whether a record counts a prediction on a day, in the words of the methodology; as `trackRecordOf` does. */
export function countedOn(
  { dueTo, graceDays, resolution, isMember, whyNoMember }: Countable,
  today: Day,
): Pick<DataRow, 'isCounted' | 'countedWhy'> {
  const not = (countedWhy: string) => ({ isCounted: false, countedWhy })
  if (!isMember) return not(whyNoMember)
  if (resolution === 'void') return not('void: neither right nor wrong')
  if (resolution === 'too_vague') return not('too vague: neither right nor wrong')
  if (dueTo === null || closesOn({ dueTo, graceDays }) >= today) return not('its window with grace has not closed')
  if (resolution === 'open') return not('its window closed, and it is not settled: printed beside n')
  return { isCounted: true, countedWhy: 'its window with grace closed, and it is settled' }
}

/**
 * Counted up with each change of what stands in the files: members, columns, what they mean. Whoever keeps a file of the
 * edition in force in an older format is sent it anew.
 */
export const DATA_FORMAT = 3

/** The columns of the CSV, in their order. A column that is added goes to the end, so that readers of the file go on working. */
const COLUMNS: readonly (readonly [head: string, of: (row: DataRow) => string | number | null])[] = [
  ['statement', (row) => row.statement],
  ['address', (row) => row.address],
  ['speaker', (row) => row.speaker],
  ['speaker_address', (row) => row.speakerAddress],
  ['attribution', (row) => row.attribution],
  ['publisher', (row) => row.publisher],
  ['publisher_address', (row) => row.publisherAddress],
  ['said_on', (row) => row.saidOn],
  ['opened_on', (row) => row.openedOn],
  ['due_from', (row) => row.dueFrom],
  ['due_to', (row) => row.dueTo],
  ['due_words', (row) => row.dueWords],
  ['window_basis', (row) => row.windowBasis],
  ['grace_days', (row) => row.graceDays],
  ['closes_on', (row) => row.closesOn],
  ['certainty_words', (row) => row.certaintyWords],
  ['probability', (row) => row.probability],
  ['negated', (row) => (row.isNegated ? 'yes' : 'no')],
  ['condition', (row) => row.condition],
  ['criteria', (row) => row.criteria],
  ['comparator', (row) => row.comparator],
  ['target_value', (row) => row.targetValue],
  ['target_unit', (row) => row.targetUnit],
  ['tolerance', (row) => row.tolerance],
  ['resolution', (row) => row.resolution],
  ['rule', (row) => row.rule],
  ['resolved_on', (row) => row.resolvedOn],
  ['outcome_id', (row) => row.outcomeId],
  ['outcome', (row) => row.outcome],
  ['outcome_first_on', (row) => row.outcomeFirstOn],
  ['outcome_last_on', (row) => row.outcomeLastOn],
  ['outcome_precision', (row) => row.outcomePrecision],
  ['outcome_value', (row) => row.outcomeValue],
  ['outcome_value_to', (row) => row.outcomeValueTo],
  ['outcome_unit', (row) => row.outcomeUnit],
  ['counted', (row) => (row.isCounted ? 'yes' : 'no')],
  ['counted_why', (row) => row.countedWhy],
  ['id', (row) => row.id],
  ['opened_late', (row) => (row.openedLate ? 'yes' : 'no')],
  ['said_again_on', (row) => row.saidAgainOn],
  ['said_again_phrase', (row) => row.saidAgainPhrase],
  ['said_again_probability', (row) => row.saidAgainProbability],
]

export const csvHead = (): string => csvLine(COLUMNS.map(([head]) => head))
export const csvRow = (row: DataRow): string => csvLine(COLUMNS.map(([, of]) => of(row)))
