'use client'

import { createContext, useContext, useEffect, useRef } from 'react'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { type ChosenKeys, DEFAULT_KEYS, keysOf } from '@/lib/desk/rules/keys'

/** Does the action. `false`: it does not apply just now (nothing is lit), so the key was not taken. */
export type KeyHandler = () => unknown

export type Keys = {
  chosen: ChosenKeys
  /** Says what an action does on this page, until the returned function is called. */
  register: (id: KeyActionId, run: KeyHandler) => () => void
  /** The actions that apply on this page, in the order in which they were registered. */
  registered: () => KeyActionId[]
  /** Does an action; false when it does not apply. */
  run: (id: KeyActionId) => boolean
}

export const KeysContext = createContext<Keys>({
  chosen: DEFAULT_KEYS,
  register: () => () => {},
  registered: () => [],
  run: () => false,
})

export const useKeys = (): Keys => useContext(KeysContext)

/** The keys of an action as this person chose them; '' for none. */
export const useKeysOf = (id: KeyActionId): string => keysOf(id, useKeys().chosen)

/**
 * What actions of the registry do while this component is on the page. The handlers may be new at each render.
 *
 *     useKeyActions({ 'candidate-accept': () => lit && open(lit, 'accept') })
 */
export function useKeyActions(handlers: Partial<Record<KeyActionId, KeyHandler>>): void {
  const { register } = useKeys()
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  const ids = Object.keys(handlers).join(' ')
  useEffect(() => {
    const ends = (ids.split(' ').filter(Boolean) as KeyActionId[]).map((id) =>
      register(id, () => latest.current[id]?.()),
    )
    return () => {
      for (const end of ends) end()
    }
  }, [ids, register])
}
