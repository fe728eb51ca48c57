'use client'

import { useRouter } from 'next/navigation'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { focusOn } from './focus'
import { type KeyHandler, useKeyActions } from './keys-context'

/**
 * What a key does, for pages made on the server: go to an address, focus a part or field, press a control, or open the form
 * that is folded away and go to its first control.
 */
export type KeyTarget = { href: string } | { focus: string } | { press: string } | { open: string }

/**
 * Actions of the registry by what they point at (selectors within the page). Draws nothing; several may stand on a page.
 *
 *     <KeyTargets targets={{ 'claim-evidence': { focus: '#evidence' }, 'list-open': { press: '[data-first]' } }} />
 */
export function KeyTargets({ targets }: { targets: Partial<Record<KeyActionId, KeyTarget>> }) {
  const router = useRouter()
  const handlers: Partial<Record<KeyActionId, KeyHandler>> = {}
  for (const [id, target] of Object.entries(targets) as [KeyActionId, KeyTarget][])
    handlers[id] = () => {
      if ('href' in target) return router.push(target.href)
      if ('open' in target) return openAt(target.open)
      return 'focus' in target ? focusAt(target.focus) : press(target.press)
    }
  useKeyActions(handlers)
  return null
}

/** Moves the focus there; false when there is no such place. */
function focusAt(selector: string): boolean {
  const place = document.querySelector<HTMLElement>(selector)
  if (place) focusOn(place)
  return place !== null
}

/** Unfolds what lies around a form, and moves the focus to the first control in it that can be seen. */
function openAt(selector: string): boolean {
  const form = document.querySelector<HTMLElement>(selector)
  if (form === null) return false
  for (let fold = form.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
  for (const fold of form.querySelectorAll('details')) fold.open = true
  const fields = form.querySelectorAll<HTMLElement>('input:not([type=hidden]), select, textarea, button')
  focusOn([...fields].find((field) => field.checkVisibility()) ?? form)
  return true
}

function press(selector: string): boolean {
  const control = document.querySelector<HTMLElement>(selector)
  control?.click()
  return control !== null
}
