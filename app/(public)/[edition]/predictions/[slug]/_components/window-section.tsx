import { canDraw, LinkedWindows } from '@/app/_parts/predictions/linked-windows'
import { Section } from '@/app/_parts/public/section'
import { ResolutionBadge } from '@/app/_parts/window-bar/resolution-badge'
import { DayText, WindowText } from '@/app/_ui/days'
import type { Day } from '@/lib/core/days'
import { RELATION_WORDS } from '@/lib/predictions/present'
import type { LinkedPrediction } from '@/lib/predictions/queries/linked'
import type { PublicPrediction } from '@/lib/predictions/queries/public'

/** The window at full size, with all predictions of the same event on one axis, and the same in words below. */
export function WindowSection({ prediction, today }: { prediction: PublicPrediction; today: Day }) {
  const { linked, isTooVague } = prediction
  if (!canDraw(linked) || (isTooVague && linked.length === 1)) return null
  return (
    <Section id="window" title={linked.length > 1 ? 'How the window moved' : 'The window'}>
      <LinkedWindows linked={linked} today={today} />
      {linked.length > 1 ? <LinkedList linked={linked} /> : null}
    </Section>
  )
}

function LinkedList({ linked }: { linked: LinkedPrediction[] }) {
  return (
    <ol className="divide-y divide-rule border-rule border-y">
      {linked.map((item) => (
        <li key={item.claimId} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_9.5rem]">
          <div className="min-w-0">
            {item.isThis ? (
              <strong className="statement font-semibold text-17">{item.shortForm}</strong>
            ) : (
              <a href={`/predictions/${item.slug}`} className="statement link-quiet text-17">
                {item.shortForm}
              </a>
            )}
            <p className="text-13 text-ink-soft">
              {item.saidOn ? (
                <>
                  Said <DayText day={item.saidOn} />
                </>
              ) : (
                'Day not known'
              )}
              {item.isThis ? ' · this one' : null}
              {item.relation ? ` · ${RELATION_WORDS[item.relation]}` : null}
            </p>
          </div>
          <p className="flex items-baseline justify-between gap-x-3 text-13 sm:flex-col">
            <ResolutionBadge kind={item.resolution} />
            {item.window ? <WindowText window={item.window} className="text-ink-soft" /> : 'no window'}
          </p>
        </li>
      ))}
    </ol>
  )
}
