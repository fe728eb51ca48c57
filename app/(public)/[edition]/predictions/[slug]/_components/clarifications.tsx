import { DayText } from '@/app/_ui/days'
import { dayInZone } from '@/lib/core/days'
import type { PublicPrediction } from '@/lib/predictions/queries/public'

/** What was made clear after the opening, dated; the criteria themselves stay as they were. */
export function Clarifications({
  clarifications,
  zone,
}: {
  clarifications: PublicPrediction['clarifications']
  zone: string
}) {
  if (clarifications.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <h3 className="label-caps">Made clear later</h3>
      <ul className="flex flex-col gap-2">
        {clarifications.map(({ id, text, createdAt }) => (
          <li key={id} className="border-line border-l-2 pl-4">
            <p className="max-w-[66ch] whitespace-pre-line font-serif text-17">{text}</p>
            <p className="text-13 text-ink-soft">
              Added <DayText day={dayInZone(createdAt, zone)} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
