import Link from 'next/link'
import { canDraw, LinkedWindows } from '@/app/_parts/predictions/linked-windows'
import { ResolutionBadge } from '@/app/_parts/window-bar/resolution-badge'
import { DayText, WindowText } from '@/app/_ui/days'
import { Tag } from '@/app/_ui/tag'
import { RELATION_WORDS } from '@/lib/predictions/present'
import type { LinkedPrediction } from '@/lib/predictions/queries/linked'

/** Linked predictions stacked on one axis, so that narrowing is seen at once, with the same in words below. */
export function Timeline({ linked, today }: { linked: LinkedPrediction[]; today: string }) {
  return (
    <section aria-labelledby="timeline-title" className="flex flex-col gap-4">
      <h2 id="timeline-title" className="statement font-semibold text-21">
        {linked.length > 1 ? 'Timeline, with what it is linked to' : 'Timeline'}
      </h2>
      {canDraw(linked) ? (
        <LinkedWindows linked={linked} today={today} />
      ) : (
        <p className="text-ink-soft">The day on which it was said is not known, so there is nothing to draw yet.</p>
      )}
      {linked.length > 1 ? <LinkedList linked={linked} /> : null}
    </section>
  )
}

function LinkedList({ linked }: { linked: LinkedPrediction[] }) {
  return (
    <ol className="flex flex-col text-15">
      {linked.map((item) => (
        <li
          key={item.claimId}
          className="grid gap-x-4 gap-y-1 border-rule border-t py-2 sm:grid-cols-[7rem_minmax(0,1fr)_9rem_10rem]"
        >
          <span className="text-13 text-ink-soft">{item.saidOn ? <DayText day={item.saidOn} /> : 'day not known'}</span>
          <span className="min-w-0">
            {item.isThis ? (
              <strong className="font-medium">{item.shortForm}</strong>
            ) : (
              <Link href={`/desk/predictions/${item.claimId}`} className="link-quiet">
                {item.shortForm}
              </Link>
            )}
            {item.relation ? <span className="text-13 text-ink-soft"> · {RELATION_WORDS[item.relation]}</span> : null}
          </span>
          <span className="text-13">{item.window ? <WindowText window={item.window} /> : 'no window'}</span>
          <span className="text-13">
            {item.isOpened ? <ResolutionBadge kind={item.resolution} /> : <Tag>Not opened</Tag>}
          </span>
        </li>
      ))}
    </ol>
  )
}
