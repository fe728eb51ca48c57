'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { Button } from '@/app/_ui/button'
import { rejectionWords } from '@/lib/claims/rules/rejections'
import { IDLE } from '@/lib/core/results'
import type { OwnDecision } from '@/lib/desk/queries/inbox'
import { reopenAction } from '../../articles/[id]/actions'
import type { InboxRow } from '../rows'
import type { Move, Step } from './inbox-state'

const WORDS: Record<Move, string> = { accept: 'Accepted', merge: 'Added to a claim', reject: 'Rejected' }
const SHOWN = 10

/** What one decided last, here and before, each to be taken back. */
export function OwnDecisions({
  own,
  steps,
  rows,
  onUndo,
}: {
  own: readonly OwnDecision[]
  steps: readonly Step[]
  rows: readonly InboxRow[]
  onUndo: (step: Step) => void
}) {
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="own-heading" className="flex flex-col gap-1">
      <h2 id="own-heading" className="font-semibold text-15">
        What you decided last
      </h2>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y text-13">
        {steps
          .slice(-SHOWN)
          .reverse()
          .map((step) => (
            <Decided
              key={step.key}
              step={step}
              own={own.find(({ candidateId }) => step.moves[candidateId])}
              row={rows.find(({ id }) => step.moves[id])}
              onUndo={onUndo}
            />
          ))}
      </ul>
    </section>
  )
}

function Decided({
  step,
  own,
  row,
  onUndo,
}: {
  step: Step
  own: OwnDecision | undefined
  row: InboxRow | undefined
  onUndo: (step: Step) => void
}) {
  const [, dispatch] = useActionState(reopenAction, IDLE)
  const ids = Object.keys(step.moves)
  const [id = ''] = ids
  const move = step.moves[id] ?? 'reject'
  const words = own?.claim?.shortForm ?? row?.accept.statement ?? own?.quote ?? ''
  const reason = own?.reason ? `: ${rejectionWords(own.reason).toLowerCase()}` : ''
  return (
    <li className="flex items-baseline gap-3 py-1.5">
      <p className="min-w-0 flex-1 truncate text-ink-soft">
        <span className="font-medium text-ink">
          {ids.length > 1 ? `${ids.length} rejected` : `${WORDS[move]}${reason}`}
        </span>{' '}
        {own?.claim ? (
          <Link href={`/desk/claims/${own.claim.id}`}>{words}</Link>
        ) : (
          <span className="statement">{words}</span>
        )}
      </p>
      <form
        action={dispatch}
        onSubmit={(event) => {
          event.preventDefault()
          onUndo(step)
        }}
      >
        <input type="hidden" name="candidateId" value={id} />
        <Button type="submit" variant="quiet" size="small" className="h-6" aria-label={`Undo: ${words.slice(0, 80)}`}>
          Undo
        </Button>
      </form>
    </li>
  )
}
