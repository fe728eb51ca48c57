'use client'

import { useSyncExternalStore } from 'react'
import { Kbd } from '@/app/_ui/page-parts'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { strokeWords } from '@/lib/desk/rules/keys'
import { useKeysOf } from './keys-context'

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/** What the modifier of shortcuts is called here. */
export const useModifier = (): string =>
  useSyncExternalStore(
    () => () => {},
    () => (isMac() ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  )

/** Keys as keys: "G" "I" for a sequence. Nothing for ''. */
export function KeyCaps({ keys }: { keys: string }) {
  const mod = useModifier()
  const [first, second] = keys.split(' ')
  if (!first) return null
  return (
    <span className="inline-flex gap-1 whitespace-nowrap">
      <Kbd>{strokeWords(first, mod)}</Kbd>
      {second ? (
        <>
          <span className="sr-only"> then </span>
          <Kbd>{strokeWords(second, mod)}</Kbd>
        </>
      ) : null}
    </span>
  )
}

/** The key of an action as this person chose it, beside its button; nothing when it has none or letters are off. */
export const Shortcut = ({ id }: { id: KeyActionId }) => <KeyCaps keys={useKeysOf(id)} />
