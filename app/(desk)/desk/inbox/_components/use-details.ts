'use client'

import { useEffect, useRef, useState } from 'react'
import type { InboxDetails } from '../rows'
import { read } from './send'

const AHEAD = 2

/** What is asked for only of the candidate that is looked at, and of the next two, so that going on shows no gap. */
export function useDetails(
  waiting: readonly { id: string }[],
  current: string | null,
  first: Readonly<Record<string, InboxDetails>>,
): InboxDetails | undefined {
  const [known, setKnown] = useState(first)
  const asked = useRef(new Set(Object.keys(first)))
  useEffect(() => {
    const at = waiting.findIndex(({ id }) => id === current)
    if (at < 0) return
    for (const { id } of waiting.slice(at, at + 1 + AHEAD)) {
      if (asked.current.has(id)) continue
      asked.current.add(id)
      void read<InboxDetails>(`/desk/inbox/${id}`).then((details) => {
        if (details) setKnown((all) => ({ ...all, [id]: details }))
        else asked.current.delete(id)
      })
    }
  }, [waiting, current])
  return current === null ? undefined : known[current]
}
