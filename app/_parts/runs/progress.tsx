'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { ActionForm, type FormAction, SubmitButton } from '@/app/_ui/action-form'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import type { RunProgress } from '@/lib/jobs/schema'
import { countWords, percentOf, STATE_TONES, STATE_WORDS } from './run-words'
import { useLive } from './use-live'

const isMoving = ({ state }: RunProgress): boolean => state === 'running' || state === 'cancelling'

type Props = {
  /** As the server read it; the stream goes on from there. */
  run: RunProgress
  zone: string
  cancel: FormAction<void>
  resume: FormAction<void>
  /** False where the page around hears of changes itself, or shows several: one stream a page. */
  isLive?: boolean
}

/** How far a run is: bar, counts, cancel, resume. It moves by itself; without JavaScript, with each load of the page. */
export function Progress({ run: given, zone, cancel, resume, isLive = true }: Props) {
  const router = useRouter()
  const [heard, setHeard] = useState<{ since: RunProgress; run: RunProgress } | null>(null)
  // What the server rendered last counts until the stream has told more.
  const run = heard?.since === given ? heard.run : given
  useLive(`/desk/runs/${given.id}/events`, isLive && isMoving(run), (data) => {
    const next = data as RunProgress
    setHeard({ since: given, run: next })
    // What came of it shows elsewhere on the page.
    if (isMoving(run) && !isMoving(next)) router.refresh()
  })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 break-words font-medium">{run.label}</p>
        <Tag tone={STATE_TONES[run.state]}>{STATE_WORDS[run.state]}</Tag>
      </div>
      <Bar run={run} />
      <p className="text-15 text-ink-soft tabular-nums">
        {countWords(run)} · {run.startedBy === null ? 'started' : `started by ${run.startedBy}`},{' '}
        <Timestamp at={run.startedAt} zone={zone} />
      </p>
      {run.note ? <p className="text-15">{run.note}</p> : null}
      <p role="status" className="sr-only">
        {run.label}: {STATE_WORDS[run.state]}
      </p>
      {isMoving(run) ? (
        <noscript>
          <p className="text-15">Load this page again to see how far it is.</p>
        </noscript>
      ) : null}
      {run.maySteer ? <Steering run={run} cancel={cancel} resume={resume} /> : null}
    </div>
  )
}

function Bar({ run }: { run: RunProgress }) {
  const label = useId()
  const percent = percentOf(run)
  return (
    <div className="flex items-center gap-3">
      <span id={label} className="sr-only">
        {run.label}
      </span>
      <div
        role="progressbar"
        aria-labelledby={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={countWords(run)}
        className="h-2 min-w-0 grow overflow-hidden rounded-s bg-rule"
      >
        <div
          className="h-full bg-accent transition-[width] duration-150 motion-reduce:transition-none"
          style={{ width: `${percent ?? 0}%` }}
        />
      </div>
      {percent === null ? null : (
        <span className="w-13 whitespace-nowrap text-right text-15 tabular-nums">{percent} %</span>
      )}
    </div>
  )
}

/** One form for both moves, so that what it answers stays when the one turns into the other. */
function Steering({ run, cancel, resume }: Pick<Props, 'run' | 'cancel' | 'resume'>) {
  if (run.state === 'finished') return null
  const mayResume = !isMoving(run)
  return (
    <ActionForm action={mayResume ? resume : cancel} className="gap-2">
      <input type="hidden" name="runId" value={run.id} />
      {run.state === 'cancelling' ? (
        <p className="text-15 text-ink-soft">It stops after the piece at hand. What was done stays.</p>
      ) : (
        <SubmitButton variant="secondary" size="small" className="self-start">
          {mayResume ? 'Resume' : 'Cancel'}
        </SubmitButton>
      )}
    </ActionForm>
  )
}
