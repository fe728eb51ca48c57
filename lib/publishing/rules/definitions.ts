import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import type { DataRow } from './data-row'

/** What each figure of a record is, in one sentence, for whoever reads it as data. The methodology page tells it at length. */
export const RECORD_DEFINITIONS: Record<keyof TrackRecord, string> = {
  asOfOn: 'The day, in the newsroom’s zone, as of which everything is counted.',
  predictions:
    'Predictions whose window with grace closed before that day and that are settled as anything but void or too vague.',
  n: 'The separate outcomes among them: several predictions of one outcome are one cluster, and rates and intervals are over clusters.',
  cameTrue: 'Of predictions, how many came true.',
  held: 'Of predictions, how many count as held up by the resolutions in heldUp.',
  openedLate:
    'Of predictions, how many were opened after their window with grace had closed, when what came of them could be known.',
  unresolved: 'Predictions whose window with grace closed and that are not settled; in no rate.',
  stillOpen: 'Predictions whose window with grace has not closed, whatever happened already; in no rate.',
  counts: 'Predictions by resolution: of those that closed, and for void and too_vague of all.',
  rate: 'The mean over clusters of the share that held up, with its Wilson 95 % interval; null where withheld says why.',
  withheld:
    'Why no rate is given: nothing_closed; none_settled (windows closed, and none is settled); below_minimum (fewer than minimumN clusters); too_many_unresolved (more than maxUnresolved of the closed ones).',
  brier:
    'The mean over clusters of (p - o)², p being the probability that stands for the words and o 1 for held up, else 0; the base score always says the share that held up of the other clusters; skill is 1 - score / baseScore.',
  calibration:
    'For each phrase of the certainty table, and for each probability that it stood for when predictions were opened (isInForce: as now): held is the sum over clusters of the share that held up, share is held / n with its Wilson 95 % interval or withheld says why not, and band is where 95 % of such shares lie if the probability is right.',
  lead: 'Days from the day on which it was said to the last day of its window: median and quartiles.',
  lateness: 'Days from the last day of the window to what happened, of those that came late: median and quartiles.',
  shares: 'Of all opened predictions, how many proved too vague and how many void.',
  minimumN: 'The newsroom’s setting: no rate below so many clusters.',
  maxUnresolved: 'The newsroom’s setting: no rate with a greater share of unresolved among the closed predictions.',
  heldUp: 'The newsroom’s setting: the resolutions that count as held up.',
}

/** What each member of a prediction as data is; the columns of the CSV are the same, in words with underscores. */
export const ROW_DEFINITIONS: Record<keyof DataRow, string> = {
  id: 'The same for good, also when the address changes.',
  statement: 'What is predicted, in a sentence that stands by itself.',
  address: 'Its page.',
  speaker: 'Who made it first, where that is known here.',
  speakerAddress: 'The page of the speaker; unnamed groups have none.',
  attribution:
    'Whose words they are where they were said first: of a speaker, of unnamed sources, of the publisher (own_voice), or of somebody whom only the text names.',
  publisher: 'Who published it first.',
  publisherAddress: 'The page of the publisher.',
  saidOn: 'The day on which it was said first.',
  openedOn: 'The day, in the newsroom’s zone, on which criteria, window and certainty were fixed.',
  openedLate: 'True where it was opened after its window with grace had closed, when some could know what came of it.',
  dueFrom: 'The first day of its window.',
  dueTo: 'The last day of its window, without grace.',
  dueWords: 'The words that the window was read from.',
  windowBasis:
    'Where the window is from: stated in the text, reckoned from an event (event_anchored), or given by the desk.',
  graceDays: 'Days after the window in which it may still come true.',
  closesOn: 'The last day of window and grace.',
  certaintyWords: 'The words that say how sure it was.',
  probability:
    'What stood for these words in the certainty table when it was opened, 0 to 1; null where they are not listed.',
  isNegated: 'True where it says that something will not happen. The probability is that of the statement as made.',
  condition: 'What it depends on; void where that did not come about.',
  criteria: 'What has to be seen for it to have come true, fixed at the opening.',
  comparator: 'With a figure: how the outcome’s value is compared with the target.',
  targetValue: 'The figure, as decimal text.',
  targetUnit: 'Its unit.',
  tolerance: 'How far off the value may lie, as decimal text.',
  resolution: 'How it was settled; open where it is not.',
  rule: 'Why so: the rule in words, or the reason that people gave.',
  resolvedOn: 'The day, in the newsroom’s zone, on which that was recorded.',
  outcomeId: 'Predictions that share it are one cluster.',
  outcome: 'What happened.',
  outcomeFirstOn: 'The first day on which it happened, as precisely as is known.',
  outcomeLastOn: 'The last such day.',
  outcomePrecision: 'How precisely the days are known.',
  outcomeValue: 'The value that was reached, as decimal text; its lower end where it is known as a range.',
  outcomeValueTo: 'The upper end of such a range.',
  outcomeUnit: 'The unit of the value.',
  isCounted: 'True where it is in the n of the record that the file is of.',
  countedWhy: 'Why it is, or why not.',
  saidAgainOn:
    'Of a speaker or of unnamed sources: the day on which they said what somebody else had said first. Their record goes by it, and by what follows.',
  saidAgainPhrase: 'The phrase of the certainty table that they used then.',
  saidAgainProbability: 'What stood for it when the prediction was opened.',
}
