import { isOutsideBand, isShown } from '@/app/_parts/plots/calibration-layout'
import { percent, percentRange } from '@/app/_parts/plots/places'
import { inQuotes } from '@/lib/core/quotes'
import { WITHHELD_WORDS } from '@/lib/predictions/present/records'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import type { PhrasePage } from '@/lib/publishing/queries/phrases'

/** What the words of a phrase promise. `probability` only where everything that is counted was opened under it. */
export type PhrasePromise = { probability: number | null; words: string[] }

/**
 * What the words stand for beside what was seen, and whether luck explains the gap. A prediction is measured by what its words
 * stood for when it was opened: after a change each of the probabilities has a sentence of its own.
 */
export function promiseOf({
  words,
  probability,
  bins,
}: Pick<PhrasePage, 'words' | 'probability' | 'bins'>): PhrasePromise {
  const stands = `${inQuotes(words)} stands for ${percent(probability)} here`
  const [now, ...before] = bins
  const isWhole = now === undefined || now.isWhole
  if (before.length === 0) {
    const only = now && isShown(now) ? `; ${besideLuck(now)}` : ''
    const later = isWhole
      ? ''
      : ' What was opened before these words were listed is in the record, and promised nothing.'
    return { probability: isWhole ? probability : null, words: [`${stands}${only}.${later}`] }
  }
  const parts = bins.filter(({ n }) => n > 0).map(partWords)
  return {
    probability: isWhole ? probability : null,
    words: [`${stands}; before that, for ${before.map((bin) => percent(bin.probability)).join(' and ')}.`, ...parts],
  }
}

const besideLuck = (bin: CalibrationBin & { share: number }): string => {
  const luck = `with n = ${bin.n.toLocaleString('en')}, luck alone would leave ${percentRange(bin.band)}`
  if (!isOutsideBand(bin)) return `${luck}, so what was seen fits the words`
  return `${luck}, so what was seen is ${bin.share < bin.probability ? 'less' : 'more'} than the words promise`
}

function partWords(bin: CalibrationBin): string {
  const opened = `Opened under ${percent(bin.probability)}`
  if (!isShown(bin))
    return `${opened}: n = ${bin.n.toLocaleString('en')}, ${WITHHELD_WORDS[bin.withheld ?? 'nothing_closed']}.`
  return `${opened}: ${percent(bin.share)} (${percentRange(bin.interval)}) held up; ${besideLuck(bin)}.`
}
