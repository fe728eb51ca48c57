import type { Day } from '@/lib/core/days'
import { formatWindow } from '@/lib/core/windows'
import { outcomeDaysWords, RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { PublicPrediction } from '@/lib/predictions/queries/public'
import { dueWords } from '@/lib/predictions/rules/watch'

/** Where a prediction stands, in one sentence: "Open: due Jul–Dec 2025, due in 12 days." */
export function standingWords(prediction: PublicPrediction, today: Day): string {
  const { window, resolution, outcome, graceDays } = prediction
  const due = window ? `due ${formatWindow(window)}` : 'no window'
  if (resolution) {
    const happened = outcome?.days ? `; it happened ${outcomeDaysWords(outcome.days)}` : ''
    return `${RESOLUTION_WORDS[resolution.kind]}: ${due}${happened}.`
  }
  if (prediction.isTooVague) return `Too vague: ${due}, so it is never counted as right or wrong.`
  return window ? `Open: ${due}, ${dueWords({ dueTo: window.to, graceDays }, today)}.` : `Open: ${due}.`
}
