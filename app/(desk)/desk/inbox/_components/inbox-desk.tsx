'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '@/app/_parts/keys/announce'
import { focusOn, showPlace } from '@/app/_parts/keys/focus'
import { useKeysOf } from '@/app/_parts/keys/keys-context'
import { usePresence } from '@/app/_parts/presence/use-presence'
import { cx } from '@/app/_ui/classes'
import type { ClaimSummary } from '@/lib/claims/queries'
import type { Day } from '@/lib/core/days'
import type { OwnDecision } from '@/lib/desk/queries/inbox'
import { type Count, countText } from '@/lib/desk/rules/counting'
import { keyWords } from '@/lib/desk/rules/keys'
import type { PresentPeople } from '@/lib/desk/schema/presence'
import type { InboxDetails, InboxRow } from '../rows'
import { needsWords, proposedFields } from './accepting'
import { BulkBar } from './bulk-bar'
import { ClaimPane, ReaderPane } from './candidate-pane'
import { Row } from './inbox-row'
import { beginInbox, type Move } from './inbox-state'
import { LastStep } from './last-step'
import { MergeTriage } from './merge-triage'
import { OwnDecisions } from './own-decisions'
import { AcceptTriage, RejectTriage } from './triage-forms'
import { useDetails } from './use-details'
import { type Fields, type Refusal, useInbox } from './use-inbox'
import { useTriageKeys } from './use-triage-keys'

export type InboxProps = {
  rows: InboxRow[]
  next: string | null
  left: Count
  /** The filters as a query, without "?". */
  filters: string
  open: string | null
  doing: Move | null
  details: Record<string, InboxDetails>
  found: ClaimSummary[] | null
  present: PresentPeople
  own: OwnDecision[]
  today: Day
  mayTriage: boolean
  empty: ReactNode
}

const addressOf = (filters: string, id: string, move?: Move): string =>
  `/desk/inbox?${[filters, `c=${id}`, move && `do=${move}`].filter(Boolean).join('&')}#row-${id}`

/** Queue, reader and claim side by side; on a narrow screen one after the other. */
export function InboxDesk({ rows, next, left, filters, open, doing, details, found, own, ...rest }: InboxProps) {
  const { today, mayTriage, present, empty } = rest
  const inbox = useInbox({
    first: () => beginInbox(rows, { current: open, doing, left, steps: ownSteps(own) }),
    next,
    address: `/desk/inbox/rows?${filters}`,
  })
  const { state, change, waiting, answers } = inbox
  const [isOpen, setOpen] = useState(open !== null)
  const row = waiting.find(({ id }) => id === state.current) ?? null
  const known = useDetails(waiting, state.current, details)
  const shown = useMemo(() => waiting.map(({ id }) => id), [waiting])
  const heard = usePresence(state.current, shown)
  const people = Object.keys(heard).length > 0 ? heard : present
  const lead = useLead(state)

  const take = useCallback(
    (move: Move) => {
      if (!row) return announce('Nothing is left to decide here.')
      if (move === 'accept' && !needsWords(row.accept)) void inbox.decide('accept', row.id, proposedFields(row.accept))
      else change({ do: 'look', id: row.id, doing: move })
    },
    [row, inbox.decide, change],
  )
  const word = useCallback(() => {
    if (!row) return
    lead.current = 'words'
    change({ do: 'look', id: row.id, doing: 'accept' })
  }, [row, change, lead])
  useTriageKeys({ inbox, row, mayTriage, take, word })

  const look = useCallback(
    (id: string) => {
      setOpen(true)
      change({ do: 'look', id })
    },
    [change],
  )
  const select = useCallback((id: string, toHere: boolean) => change({ do: 'select', id, toHere }), [change])

  if (waiting.length === 0 && !inbox.isMore)
    return (
      <>
        {empty}
        <OwnDecisions own={own} steps={state.steps} rows={state.rows} onUndo={inbox.undo} />
      </>
    )
  return (
    <div
      data-inbox={isOpen ? 'open' : 'list'}
      className="group grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(20rem,28rem)_minmax(0,1fr)] xl:grid-cols-[minmax(22rem,28rem)_minmax(0,1fr)_minmax(22rem,28rem)]"
    >
      <div className={cx('flex min-w-0 flex-col gap-3', isOpen && 'max-lg:hidden')}>
        <LastStep said={state.said} step={state.steps.at(-1)} onUndo={inbox.undo} />
        <BulkBar inbox={inbox} mayTriage={mayTriage}>
          <ol
            className="flex flex-col divide-y divide-rule border-rule border-y"
            data-candidates
            aria-label="Candidates"
          >
            {waiting.map((one) => (
              <Row
                key={one.id}
                row={one}
                href={addressOf(filters, one.id)}
                isCurrent={one.id === state.current}
                isSelected={state.selected.includes(one.id)}
                refused={state.refused[one.id]}
                present={people[one.id] ?? NOBODY}
                mayTriage={mayTriage}
                onLook={look}
                onSelect={select}
              />
            ))}
          </ol>
        </BulkBar>
        <OwnDecisions own={own} steps={state.steps} rows={state.rows} onUndo={inbox.undo} />
      </div>
      {row ? (
        <Panes isOpen={isOpen} left={state.left} onBack={() => setOpen(false)}>
          <ReaderPane row={row} details={known} present={people[row.id] ?? NOBODY} />
          <ClaimPane
            row={row}
            today={today}
            doing={state.doing}
            mayTriage={mayTriage}
            hrefOf={(move) => addressOf(filters, row.id, move)}
            onMove={take}
            onWord={word}
            form={
              mayTriage ? (
                <DecisionForm
                  row={row}
                  doing={state.doing}
                  details={known}
                  found={found}
                  refusal={answers[row.id]}
                  onSend={(move, fields) => void inbox.decide(move, row.id, fields)}
                />
              ) : null
            }
          />
        </Panes>
      ) : null}
    </div>
  )
}

const NOBODY: readonly string[] = []

/** Reader and claim: each a column where there is room, else below each other, on a phone in place of the queue. */
function Panes({
  isOpen,
  left,
  onBack,
  children,
}: {
  isOpen: boolean
  left: Count
  onBack: () => void
  children: [ReactNode, ReactNode]
}) {
  const column = 'min-w-0 xl:sticky xl:top-16 xl:max-h-[calc(100dvh-5rem)] xl:overflow-y-auto'
  return (
    <div
      className={cx(
        'flex min-w-0 flex-col gap-6 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto xl:contents',
        !isOpen && 'max-lg:hidden',
      )}
    >
      <button type="button" onClick={onBack} className="link-quiet w-fit cursor-pointer text-15 lg:hidden">
        ← Back to the list ({countText(left)} left)
      </button>
      <div className={column}>{children[0]}</div>
      <div className={column}>{children[1]}</div>
    </div>
  )
}

function DecisionForm({
  row,
  doing,
  details,
  found,
  refusal,
  onSend,
}: {
  row: InboxRow
  doing: Move | null
  details: InboxDetails | undefined
  found: ClaimSummary[] | null
  refusal: Refusal | undefined
  onSend: (move: Move, fields: Fields) => void
}) {
  const shared = { row, refusal }
  if (doing === 'accept') return <AcceptTriage key={row.id} {...shared} onSend={(fields) => onSend('accept', fields)} />
  if (doing === 'reject') return <RejectTriage key={row.id} {...shared} onSend={(fields) => onSend('reject', fields)} />
  if (doing !== 'merge') return null
  return (
    <MergeTriage
      key={row.id}
      {...shared}
      details={details}
      found={found}
      onSend={(fields) => onSend('merge', fields)}
    />
  )
}

/** What was decided before this page was opened can be taken back here as well, the newest first. */
const ownSteps = (own: readonly OwnDecision[]) =>
  own.map(({ candidateId, state }, index) => ({ key: -1 - index, moves: { [candidateId]: MOVE_OF[state] } })).reverse()
const MOVE_OF: Record<OwnDecision['state'], Move> = { accepted: 'accept', merged: 'merge', rejected: 'reject' }

const FIRST = ['[data-error-summary]', '[data-first]', 'input[type="search"]'].map((one) => `[data-panel-form] ${one}`)

/**
 * Leads the keyboard after each turn: to the first control of an open form (`words`: to its statement), else to the row that is
 * looked at; and says what happened to those who do not see it.
 */
function useLead({ turn, current, doing, said }: ReturnType<typeof useInbox>['state']) {
  const undoKey = keyWords(useKeysOf('candidate-undo'))
  const lead = useRef<'words' | null>(null)
  useEffect(() => {
    if (turn === 0) return
    const isWording = lead.current === 'words'
    lead.current = null
    const row = document.querySelector<HTMLElement>(`[data-candidate="${current}"]`)
    showPlace(row)
    const places = doing
      ? isWording
        ? ['#accept-statement']
        : FIRST
      : [`[data-candidate="${current}"] [data-open-link]`]
    const place = places.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one?.checkVisibility())
    if (place) focusOn(place)
  }, [turn, current, doing])
  useEffect(() => {
    if (said.text) announce(said.isUndoable && undoKey ? `${said.text} Press ${undoKey} to undo.` : said.text)
  }, [said, undoKey])
  return lead
}
