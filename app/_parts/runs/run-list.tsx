import Link from 'next/link'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import type { RunProgress } from '@/lib/jobs/schema'
import { countWords, STATE_TONES, STATE_WORDS } from './run-words'

/** Runs, the newest first, each with its page below `base`. */
export function RunList({ runs, zone, base }: { runs: readonly RunProgress[]; zone: string; base: string }) {
  return (
    <ul className="flex max-w-measure flex-col divide-y divide-rule border-rule border-y">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-col gap-1 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <Link href={`${base}/${run.id}`} className="min-w-0 break-words font-medium">
              {run.label}
            </Link>
            <Tag tone={STATE_TONES[run.state]}>{STATE_WORDS[run.state]}</Tag>
          </div>
          <p className="text-13 text-ink-soft tabular-nums">
            {countWords(run)} · <Timestamp at={run.startedAt} zone={zone} />
          </p>
        </li>
      ))}
    </ul>
  )
}
