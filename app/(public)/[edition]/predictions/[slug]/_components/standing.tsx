import { OutcomeMark } from '@/app/_parts/window-bar/resolution-badge'
import type { Day } from '@/lib/core/days'
import { formatWindow } from '@/lib/core/windows'
import { outcomeDaysWords } from '@/lib/predictions/present'
import type { PublicPrediction } from '@/lib/predictions/queries/public'
import { dueWords } from '@/lib/predictions/rules/watch'

/** Where it stands today, large: what came of it and by which rule, or how long is left. */
export function Standing({ prediction, today }: { prediction: PublicPrediction; today: Day }) {
  const { resolution, outcome } = prediction
  const kind = resolution?.kind ?? (prediction.isTooVague ? 'too_vague' : 'open')
  return (
    <div className="flex flex-col gap-2 border-ink border-l-4 pl-4" data-standing={kind}>
      <OutcomeMark kind={kind} />
      {outcome ? <p className="font-serif text-21 lining-nums">{outcome.statement}</p> : null}
      <p className="max-w-[60ch] text-ink-soft">
        {outcome?.days ? <span className="text-ink">{outcomeDaysWords(outcome.days)}. </span> : null}
        {reasonOf(prediction, today)}
      </p>
    </div>
  )
}

function reasonOf({ resolution, isTooVague, vagueReason, window, graceDays }: PublicPrediction, today: Day): string {
  const isUncounted = isTooVague || resolution?.kind === 'void' || resolution?.kind === 'too_vague'
  const reason = resolution?.reason ?? vagueReason
  if (isUncounted) return `${reason ?? ''} It counts as neither right nor wrong.`.trim()
  if (resolution) return resolution.reason
  if (window === null) return 'It has no window.'
  if (today < window.from) return `Its window, ${formatWindow(window)}, has not begun.`
  const words = dueWords({ dueTo: window.to, graceDays }, today)
  return `Its window is ${formatWindow(window)}: ${words}.`
}
