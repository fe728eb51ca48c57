import type { RatedScale } from '@/lib/verdicts/queries/agreement'
import { addressOf } from '../search'

/** Scales that were rated with; figures are never mixed over them. */
export function ScaleTabs({ scales, current }: { scales: readonly RatedScale[]; current: string }) {
  return (
    <nav aria-label="Scales">
      <ul className="flex flex-col gap-1">
        {scales.map(({ key, scale, version }) => (
          <li key={key}>
            <a
              href={addressOf({ scale: version })}
              aria-current={key === current ? 'true' : undefined}
              className={key === current ? 'font-semibold text-ink no-underline' : undefined}
            >
              Scale of version {version} of the settings
            </a>
            <span className="text-13 text-ink-soft"> {scale.map(({ label }) => label).join(', ')}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
