'use client'

import { type FormEvent, type ReactNode, useActionState } from 'react'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { Button } from '@/app/_ui/button'
import { inputClasses, selectClasses } from '@/app/_ui/control-styles'
import { FormProvider } from '@/app/_ui/form-context'
import { BulkAnswerNotice } from '@/app/(desk)/_components/queues/bulk-answer'
import { REJECT_REASONS } from '@/lib/claims/rules/terms'
import { type ActionResult, IDLE } from '@/lib/core/results'
import { countText } from '@/lib/desk/rules/counting'
import type { BulkAnswer } from '@/lib/desk/schema/bulk'
import { rejectManyAction } from '../actions'
import type { useInbox } from './use-inbox'

/** The list as one form: what is ticked in it is rejected together, and taken back together. */
export function BulkBar({
  inbox: { state, waiting, change, rejectMany, sending },
  mayTriage,
  children,
}: {
  inbox: ReturnType<typeof useInbox>
  mayTriage: boolean
  children: ReactNode
}) {
  const [answer, dispatch] = useActionState<ActionResult<BulkAnswer>, FormData>(
    rejectManyAction,
    IDLE as ActionResult<BulkAnswer>,
  )
  const chosen = state.selected
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '')
    if (chosen.length === 0) return
    void rejectMany(
      [...chosen],
      [
        ['reason', text('reason')],
        ['note', text('note')],
      ],
    )
  }
  const isAll = waiting.length > 0 && chosen.length === waiting.length
  return (
    <FormProvider value={{ prefix: 'many', result: answer, pending: false }}>
      <BulkAnswerNotice answer={answer} did={(n) => `${n} rejected.`} />
      <form action={dispatch} onSubmit={send} aria-label="Candidates" className="flex flex-col gap-3">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2 text-13 text-ink-soft">
          {mayTriage ? (
            <label className="flex cursor-pointer items-center gap-3 pl-3">
              <input
                type="checkbox"
                checked={isAll}
                aria-label="Select all on this page"
                onChange={() => change({ do: isAll ? 'select_none' : 'select_all' })}
                className="tick size-5 rounded-s"
              />
              <span aria-hidden="true">{chosen.length > 0 ? `${chosen.length} selected` : 'Select all'}</span>
            </label>
          ) : null}
          <span className="tabular-nums">
            {sending > 0 ? <span data-sending>{sending} being stored · </span> : null}
            <span data-left>{countText(state.left)} left</span>
          </span>
        </div>
        {chosen.length > 0 ? <Controls n={chosen.length} onNone={() => change({ do: 'select_none' })} /> : null}
        {children}
        {mayTriage ? (
          <noscript>
            <Controls n={0} />
          </noscript>
        ) : null}
      </form>
    </FormProvider>
  )
}

function Controls({ n, onNone }: { n: number; onNone?: () => void }) {
  return (
    <div className="sticky top-14 z-10 flex flex-wrap items-end gap-3 border border-accent bg-raised p-3" data-bulk>
      <label className="flex flex-col gap-1 text-13">
        Reason
        <select name="reason" defaultValue="unimportant" className={`${selectClasses} w-56`}>
          {Object.entries(REJECT_REASONS).map(([reason, words]) => (
            <option key={reason} value={reason}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-w-32 flex-1 flex-col gap-1 text-13">
        In a few words (for “Another reason”)
        <input name="note" autoComplete="off" className={inputClasses} />
      </label>
      <div className="flex gap-2">
        <Button type="submit" variant="danger">
          {n > 0 ? `Reject ${n}` : 'Reject what is ticked'}
        </Button>
        {onNone ? (
          <Button variant="quiet" onClick={onNone}>
            None <Shortcut id="list-select-all" />
          </Button>
        ) : null}
      </div>
    </div>
  )
}
