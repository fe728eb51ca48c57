import Link from 'next/link'
import { ResolutionBadge } from '@/app/_parts/window-bar/resolution-badge'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { WindowText } from '@/app/_ui/days'
import { Tag } from '@/app/_ui/tag'
import { inQuotes } from '@/lib/core/quotes'
import type { PredictionListItem } from '@/lib/predictions/queries/list'

/** Predictions as a ledger: the words, the window drawn, where it stands. One column on a phone. */
export function PredictionList({ items, today, label }: { items: PredictionListItem[]; today: string; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {items.map((item) => (
        <li
          key={item.claimId}
          data-row
          className="grid items-center gap-x-6 gap-y-2 border-rule border-b py-3 hover:bg-sunk md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(9rem,2fr)]"
        >
          <div className="min-w-0">
            <Link href={`/desk/predictions/${item.claimId}`} data-open-link className="link-quiet font-serif text-17">
              {item.shortForm}
            </Link>
            <p className="text-13 text-ink-soft">{saidWords(item)}</p>
          </div>
          <div className="min-w-0">
            {item.saidOn ? (
              <WindowBar size="row" today={today} predictions={[toBar(item, item.saidOn)]} />
            ) : (
              <p className="text-13 text-ink-faint">The day it was said is not known</p>
            )}
            <p className="text-13 text-ink-soft">
              {item.window ? <WindowText window={item.window} /> : 'no window stated'}
              {item.windowWords ? ` · ${inQuotes(item.windowWords)}` : null}
            </p>
          </div>
          <div className="text-13">
            <Standing item={item} />
          </div>
        </li>
      ))}
    </ul>
  )
}

const toBar = (item: PredictionListItem, saidOn: string) => ({
  id: item.claimId,
  saidOn,
  window: item.window,
  graceDays: item.graceDays,
  certainty: item.certainty,
  resolution: item.resolution,
  outcome: item.outcome,
})

function saidWords(item: PredictionListItem): string {
  const speaker = item.speakerName ?? 'in the paper’s own voice, or not known'
  const sure = item.certaintyWords ? ` · ${item.certaintyWords}` : ''
  return `${speaker}${sure}${item.certainty === null ? '' : ` (${item.certainty.toFixed(2)})`}`
}

const WATCH_TONES = { waiting: 'plain', due_soon: 'accent', due: 'watch', overdue: 'bad' } as const

function Standing({ item }: { item: PredictionListItem }) {
  if (item.waitingJudgement)
    return <Tag tone="watch">{item.waitingJudgement === 'void' ? 'Void proposed' : 'Too vague proposed'}</Tag>
  if (item.resolution !== 'open') return <ResolutionBadge kind={item.resolution} />
  if (item.watch) return <Tag tone={WATCH_TONES[item.watch]}>{item.dueText}</Tag>
  if (item.state === 'proposed' && item.isVague) return <Tag tone="watch">Waits to be marked too vague</Tag>
  if (item.state === 'proposed') return <Tag tone="watch">Waits for a second person</Tag>
  if (item.isVague) return <Tag tone="watch">To be marked too vague</Tag>
  return (
    <span className="flex flex-wrap gap-1.5">
      <Tag>{item.window ? 'To open' : 'Needs a window'}</Tag>
      {item.lacksCriteria ? <Tag>Needs criteria</Tag> : null}
    </span>
  )
}
