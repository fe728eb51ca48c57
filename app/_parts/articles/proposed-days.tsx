import { SubmitButton } from '@/app/_ui/action-form'
import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'

export type ProposedDay = { day: Day; reason: string }

/** How many days are seen at once; the others are a press away. */
const FIRST = 4

/** Days that fit a text, best first, each a button of the form around (sent under `name`) beside the words for it. */
export function ProposedDays({ days, name }: { days: ProposedDay[]; name: string }) {
  const rest = days.slice(FIRST)
  return (
    <div className="max-w-measure border-rule border-y">
      <DayList days={days.slice(0, FIRST)} name={name} />
      {rest.length > 0 ? (
        <details className="border-rule border-t">
          <summary className="w-fit cursor-pointer py-2 text-13 text-accent">
            {rest.length} more {rest.length === 1 ? 'day' : 'days'}
          </summary>
          <DayList days={rest} name={name} />
        </details>
      ) : null}
    </div>
  )
}

function DayList({ days, name }: { days: ProposedDay[]; name: string }) {
  return (
    <ul className="flex flex-col divide-y divide-rule">
      {days.map(({ day, reason }) => (
        <li key={day} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
          <SubmitButton name={name} value={day} variant="secondary" size="small" className="w-28">
            {formatDay(day)}
          </SubmitButton>
          <span className="min-w-0 flex-1 basis-60 text-13 text-ink-soft">{reason}</span>
        </li>
      ))}
    </ul>
  )
}
