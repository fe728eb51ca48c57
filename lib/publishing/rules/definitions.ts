import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'

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
