'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '@/app/_parts/keys/announce'
import { focusOn, showPlace } from '@/app/_parts/keys/focus'
import { useKeyActions } from '@/app/_parts/keys/keys-context'
import { usePresence } from '@/app/_parts/presence/use-presence'
import { FormProvider } from '@/app/_ui/form-context'
import { BulkAnswerNotice } from '@/app/(desk)/_components/queues/bulk-answer'
import { counted } from '@/lib/core/counts'
import type { Day } from '@/lib/core/days'
import { type ActionResult, IDLE } from '@/lib/core/results'
import { rangeOf } from '@/lib/desk/rules/selecting'
import type { BulkAnswer } from '@/lib/desk/schema/bulk'
import type { PresentPeople } from '@/lib/desk/schema/presence'
import type { ClaimView } from '@/lib/desk/schema/queues'
import type { ListedClaim } from '@/lib/verdicts/queries/claim-list'
import { changeManyAction } from '../actions'
import { ClaimRow } from './claim-rows'
import { ManyClaims } from './many-claims'

type ClaimDeskProps = {
  claims: ListedClaim[]
  zone: string
  today: Day
  view: ClaimView
  people: { id: string; name: string }[]
  topics: string[]
  present: PresentPeople
  mayChange: boolean
  me: string | null
}

/** A page of a queue as a ledger, as one form: what is ticked is assigned or given a topic together. */
export function ClaimDesk({ claims, zone, today, view, people, topics, present, mayChange, me }: ClaimDeskProps) {
  const [answer, dispatch, pending] = useActionState<ActionResult<BulkAnswer>, FormData>(
    changeManyAction,
    IDLE as ActionResult<BulkAnswer>,
  )
  const ids = useMemo(() => claims.map(({ id }) => id), [claims])
  const { chosen, choose, setChosen } = useChosen(ids)
  const heard = usePresence(null, ids)
  const names = Object.keys(heard).length > 0 ? heard : present
  useRowKeys({ ids, mayChange, choose, setChosen, chosen })
  useEffect(() => {
    if (answer.status === 'ok') setChosen([])
  }, [answer, setChosen])
  const isAll = chosen.length === ids.length
  return (
    <FormProvider value={{ prefix: 'many', result: answer, pending }}>
      <BulkAnswerNotice answer={answer} did={(n) => `${counted(n, 'claim')} changed.`} />
      <form
        action={dispatch}
        aria-label="Claims"
        aria-busy={pending}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (pending) return
          const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
          startTransition(() => dispatch(data))
        }}
      >
        {mayChange ? (
          <label className="flex min-h-9 w-fit cursor-pointer items-center gap-3 text-13 text-ink-soft">
            <input
              type="checkbox"
              checked={isAll}
              aria-label="Select all on this page"
              onChange={() => setChosen(isAll ? [] : ids)}
              className="tick size-5 rounded-s"
            />
            <span aria-hidden="true">{chosen.length > 0 ? `${chosen.length} selected` : 'Select all'}</span>
          </label>
        ) : null}
        {mayChange && chosen.length > 0 ? (
          <ManyClaims n={chosen.length} people={people} topics={topics} me={me} onNone={() => setChosen([])} />
        ) : null}
        <ul className="flex flex-col border-rule border-t" data-claims>
          {claims.map((claim) => (
            <ClaimRow
              key={claim.id}
              claim={claim}
              zone={zone}
              today={today}
              view={view}
              present={names[claim.id] ?? []}
              isChosen={chosen.includes(claim.id)}
              onChoose={mayChange ? choose : null}
            />
          ))}
        </ul>
        {mayChange ? (
          <noscript>
            <ManyClaims n={0} people={people} topics={topics} me={me} />
          </noscript>
        ) : null}
      </form>
    </FormProvider>
  )
}

/** What is ticked; with Shift all from the one before. */
function useChosen(ids: readonly string[]) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const anchor = useRef<string | null>(null)
  const choose = (id: string, toHere: boolean) => {
    const range = toHere ? rangeOf(ids, anchor.current, id) : [id]
    anchor.current = id
    setChosen((before) =>
      before.includes(id) && !toHere ? before.filter((one) => one !== id) : [...new Set([...before, ...range])],
    )
  }
  return { chosen, choose, setChosen }
}

const rowOf = (id: string | undefined) => document.querySelector<HTMLElement>(`[data-claim="${id}"]`)

/** Next, back, open and select by key: the row that has the focus is the one that is meant. */
function useRowKeys({
  ids,
  mayChange,
  choose,
  setChosen,
  chosen,
}: {
  ids: readonly string[]
  mayChange: boolean
  choose: (id: string, toHere: boolean) => void
  setChosen: (ids: readonly string[]) => void
  chosen: readonly string[]
}): void {
  const router = useRouter()
  const here = () => document.activeElement?.closest<HTMLElement>('[data-claim]')?.dataset.claim
  const move = (by: 1 | -1) => {
    const at = ids.indexOf(here() ?? '')
    const next = rowOf(ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by))])
    const link = next?.querySelector<HTMLElement>('[data-open-link]')
    if (!next || !link) return false
    focusOn(link)
    showPlace(next)
  }
  useKeyActions({
    'list-next': () => move(1),
    'list-back': () => move(-1),
    'list-open': () => {
      const id = here()
      return id === undefined ? false : router.push(`/desk/claims/${id}`)
    },
    ...(mayChange
      ? {
          'list-select': () => {
            const id = here()
            if (id === undefined) return announce('Go to a claim first.')
            choose(id, false)
            announce(chosen.includes(id) ? 'Not selected any more.' : `${chosen.length + 1} selected.`)
          },
          'list-select-all': () => {
            setChosen(chosen.length === ids.length ? [] : ids)
            announce(chosen.length === ids.length ? 'Nothing is selected.' : `${ids.length} selected.`)
          },
        }
      : {}),
  })
}
