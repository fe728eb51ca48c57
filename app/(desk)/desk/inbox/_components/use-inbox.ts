'use client'

import { type Dispatch, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { ActionResult } from '@/lib/core/results'
import type { BulkAnswer } from '@/lib/desk/schema/bulk'
import type { InboxRow } from '../rows'
import { type Change, changeInbox, type InboxState, type Move, type Step, waitingOf } from './inbox-state'
import { read, type Sent, send } from './send'

export type Fields = [string, string][]
export type Refusal = Extract<ActionResult<unknown>, { status: 'error' }>
/** What decisions answer: a claim, or what became of many. */
type Answer = Partial<BulkAnswer> & { claimId?: string }
type Line = { isUndo: boolean; answer: Promise<Sent<Answer>> }

const DECISIONS = '/desk/inbox/decisions'
/** With so few rows left the following ones are asked for. */
const FEW = 12

/**
 * Triage at the speed of the keyboard: what is decided leaves the list at once and is sent beside it. What the server does not
 * take comes back to its place with the reason, and what was typed with it. `address`: of further rows, without their place.
 */
export function useInbox({ first, next, address }: { first: () => InboxState; next: string | null; address: string }) {
  const [state, change] = useReducer(changeInbox, null, first)
  /** The last refusal of each form, with what was typed. */
  const [answers, setAnswers] = useState<Record<string, Refusal>>({})
  const { inLine, sending } = useLines()
  const keys = useRef(0)
  const bulkIds = useRef(new Map<number, string>())
  const lastClaim = useRef<string | null>(null)

  const decide = useCallback(
    async (move: Move, id: string, fields: Fields) => {
      change({ do: 'decide', key: ++keys.current, moves: { [id]: move } })
      const sent = await inLine([id], false, () => send(DECISIONS, [['move', move], ...fields]))
      if (sent.isStored) {
        lastClaim.current = sent.value.claimId ?? lastClaim.current
        setAnswers(({ [id]: _, ...rest }) => rest)
        return
      }
      const { text, fields: at } = sent
      setAnswers((all) => ({
        ...all,
        [id]: { status: 'error', code: 'BAD_INPUT', text, fields: at, kept: Object.fromEntries(fields) },
      }))
      change({ do: 'refused', told: { [id]: whole(sent) } })
    },
    [inLine],
  )

  const rejectMany = useCallback(
    async (ids: string[], fields: Fields) => {
      const key = ++keys.current
      change({ do: 'decide', key, moves: Object.fromEntries(ids.map((id) => [id, 'reject' as const])) })
      const chosen = ids.map((id): [string, string] => ['ids[]', id])
      const sent = await inLine(ids, false, async () => {
        const answer = await send<Answer>(DECISIONS, [['move', 'reject_many'], ...chosen, ...fields])
        if (answer.isStored && answer.value.bulkId) bulkIds.current.set(key, answer.value.bulkId)
        return answer
      })
      const told = sent.isStored
        ? (sent.value.refused ?? []).map(({ id, reason }) => [id, reason])
        : ids.map((id) => [id, whole(sent)])
      if (told.length > 0) change({ do: 'refused', told: Object.fromEntries(told) })
    },
    [inLine],
  )

  const undo = useUndo(state, change, inLine, bulkIds)
  const isMore = useFurther(state, change, { next, address })
  const waiting = useMemo(() => waitingOf(state), [state])
  /** The claim that was accepted or added to last, once the server has said which. */
  const claimOf = useCallback(() => lastClaim.current, [])
  return { state, change, waiting, answers, decide, rejectMany, undo, isMore, claimOf, sending }
}

const whole = ({ text, fields }: { text: string; fields: Record<string, string> }): string =>
  [text, ...Object.values(fields)].join(' ')

/** One candidate's requests are sent one after the other, so that an undo never overtakes its decision. */
function useLines() {
  const lines = useRef(new Map<string, Line>())
  const [sending, setSending] = useState(0)
  const inLine = useCallback(
    (
      ids: readonly string[],
      isUndo: boolean,
      work: (before: { isUndo: boolean; sent: Sent<Answer> }[]) => Promise<Sent<Answer>>,
    ) => {
      const before = [...new Set(ids.flatMap((id) => lines.current.get(id) ?? []))]
      const waited = Promise.all(before.map(async (line) => ({ isUndo: line.isUndo, sent: await line.answer })))
      const answer = waited.then(work)
      for (const id of ids) lines.current.set(id, { isUndo, answer })
      setSending((n) => n + 1)
      void answer.finally(() => setSending((n) => n - 1))
      return answer
    },
    [],
  )
  useEffect(() => {
    if (sending === 0) return
    // the browser asks whether to leave what is not stored yet
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [sending])
  return { inLine, sending }
}

/** Takes the last step back, or a given one; what cannot be taken back stays decided, and says why. */
function useUndo(
  state: InboxState,
  change: Dispatch<Change>,
  inLine: ReturnType<typeof useLines>['inLine'],
  bulkIds: { readonly current: Map<number, string> },
) {
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])
  return useCallback(
    async (given?: Step) => {
      const step = given ?? latest.current.steps.at(-1)
      if (!step) {
        change({ do: 'say', words: 'There is nothing to take back.' })
        return
      }
      const ids = Object.keys(step.moves)
      const unknown = ids.filter((id) => latest.current.rows.every((row) => row.id !== id))
      change({ do: 'put_back', step })
      const sent = await inLine(ids, true, async (before) => {
        // what was never stored needs no taking back
        if (before.length > 0 && before.every((one) => !one.isUndo && !one.sent.isStored))
          return { isStored: true, value: {} }
        const bulkId = bulkIds.current.get(step.key)
        const fields: Fields = bulkId
          ? [
              ['move', 'undo_many'],
              ['bulkId', bulkId],
            ]
          : [
              ['move', 'reopen'],
              ['candidateId', ids[0] ?? ''],
            ]
        return send(DECISIONS, fields)
      })
      const refused = sent.isStored ? (sent.value.refused ?? []).map(({ id }) => id) : ids
      if (refused.length > 0) {
        const moves = Object.fromEntries(refused.map((id) => [id, step.moves[id] ?? 'reject']))
        const told = sent.isStored
          ? `${refused.length} were changed by somebody since and stay as they are.`
          : `Not taken back: ${sent.text}`
        change({ do: 'stays_decided', step: { key: step.key, moves }, told })
        return
      }
      for (const id of unknown) {
        const page = await read<{ rows: InboxRow[] }>(`/desk/inbox/rows?only=${id}`)
        change({ do: 'add', rows: page?.rows ?? [] })
        change({ do: 'look', id })
      }
    },
    [change, inLine, bulkIds],
  )
}

/** Asks for the following rows in time; whether there are any. */
function useFurther(
  state: InboxState,
  change: Dispatch<Change>,
  first: { next: string | null; address: string },
): boolean {
  const [next, setNext] = useState(first.next)
  const [isAsking, setAsking] = useState(false)
  const isShort = waitingOf(state).length <= FEW
  const { address } = first
  useEffect(() => {
    if (next === null || !isShort || isAsking) return
    setAsking(true)
    void read<{ rows: InboxRow[]; next: string | null }>(`${address}&after=${encodeURIComponent(next)}`).then(
      (page) => {
        setAsking(false)
        if (page === null) return
        change({ do: 'add', rows: page.rows })
        setNext(page.next)
      },
    )
  }, [next, isShort, isAsking, address, change])
  return next !== null
}
