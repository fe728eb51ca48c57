import { Seal } from '@/app/_parts/seal/seal'
import { cx } from '@/app/_ui/classes'
import type { RatingScale } from '@/lib/settings/schema'
import type { ConfusionTable } from '@/lib/verdicts/rules/agreement'

/** Which rating met which: first ratings in rows, second in columns, darker where more claims are; the diagonal agrees. */
export function Confusion({ table, scale, name }: { table: ConfusionTable; scale: RatingScale; name: string }) {
  const most = Math.max(1, ...table.flat())
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold text-17">Which rating met which</h3>
      <p className="text-13 text-ink-soft">
        Rows: the first rating. Columns: the second. In the frames along the diagonal both agree.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section tabIndex={0} aria-label="Which rating met which" className="overflow-x-auto">
        <table className="border-collapse text-15 tabular-nums">
          <caption className="sr-only">First ratings by second ratings: {name}</caption>
          <thead>
            <tr>
              <td className="sticky left-0 bg-paper pr-3 pb-1 align-bottom text-13 text-ink-soft">
                First ↓ · second →
              </td>
              {scale.map((rating) => (
                <th key={rating.key} scope="col" className="w-14 min-w-14 px-1 pb-1 align-bottom font-normal text-13">
                  <span className="flex flex-col items-center gap-1">
                    <span className="leading-4">{rating.label}</span>
                    <Seal rating={rating} size={20} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scale.map((rating, row) => (
              <tr key={rating.key}>
                <th
                  scope="row"
                  className="sticky left-0 whitespace-nowrap bg-paper py-0 pr-3 text-left font-normal text-13"
                >
                  <span className="flex items-center gap-2">
                    <Seal rating={rating} size={20} />
                    {rating.label}
                  </span>
                </th>
                {scale.map((other, column) => (
                  <Count key={other.key} count={table[row]?.[column] ?? 0} most={most} agrees={row === column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** The tint stays light enough for the figure on it to be read in both modes. */
function Count({ count, most, agrees }: { count: number; most: number; agrees: boolean }) {
  const share = count === 0 ? 0 : 8 + Math.round((count / most) * 24)
  return (
    <td
      className={cx('h-10 w-14 border border-rule text-center', agrees && 'outline-2 outline-accent -outline-offset-2')}
      style={{ backgroundColor: `color-mix(in srgb, var(--color-accent) ${share}%, transparent)` }}
    >
      {count === 0 ? <span className="text-ink-faint">0</span> : count}
    </td>
  )
}
