'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { KEY_ACTION_IDS, type KeyActionId, keyAction } from '@/lib/desk/rules/key-actions'
import { type ChosenKeys, keysOf } from '@/lib/desk/rules/keys'
import { Announcer, announce } from './announce'
import { FOCUS_HOME, focusOn } from './focus'
import { type KeyHandler, type Keys, KeysContext } from './keys-context'
import { isText, matchKeys, strokeOf } from './listening'
import { useFocusKept } from './use-focus-kept'

const HelpDialog = dynamic(() => import('./help-dialog').then((module) => module.HelpDialog), { ssr: false })

const loadPalette = () => import('./palette').then((module) => module.Palette)
const Palette = dynamic(loadPalette, { ssr: false })

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 2000
const OPEN_OVER =
  '[role="dialog"][data-state="open"], [role="alertdialog"], dialog[open], [role="menu"][data-state="open"]'
const NOT_TYPED_INTO = /^(button|submit|reset|checkbox|image|file)$/

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NOT_TYPED_INTO.test(target.type)
  return target.isContentEditable || target.matches('textarea, select, [role="textbox"], [role="combobox"]')
}

/** Enter and blank do what they always do on a control. */
const isPressed = (target: EventTarget | null, stroke: string): boolean =>
  /^(enter|space)$/.test(stroke) &&
  target instanceof Element &&
  target.closest('a, button, summary, input, label') !== null

/**
 * Listens to the keyboard once for the whole desk, and does what pages registered. Keys count only where nothing is typed
 * and nothing lies over the page; an input method, a control's own key and whoever handled the event first go before.
 */
export function KeysProvider({
  chosen,
  roles,
  children,
}: {
  chosen: ChosenKeys
  roles: string[]
  children: ReactNode
}) {
  const router = useRouter()
  const handlers = useRef(new Map<KeyActionId, KeyHandler[]>())
  const [over, setOver] = useState<'help' | 'palette' | null>(null)
  /** What is typed while the palette still loads; null when it does not. */
  const ahead = useRef<string | null>(null)
  useFocusKept()

  const register = useCallback<Keys['register']>((id, handler) => {
    const before = handlers.current.get(id) ?? []
    handlers.current.set(id, [...before, handler])
    return () => {
      const left = (handlers.current.get(id) ?? []).filter((one) => one !== handler)
      if (left.length > 0) handlers.current.set(id, left)
      else handlers.current.delete(id)
    }
  }, [])
  const keys = useMemo<Keys>(
    () => ({
      chosen,
      register,
      registered: () => [...handlers.current.keys()],
      run: (id) => {
        const handler = handlers.current.get(id)?.at(-1)
        return handler !== undefined && handler() !== false
      },
    }),
    [chosen, register],
  )

  useEffect(() => {
    const openPalette = () => {
      ahead.current = ''
      const failed = () => {
        ahead.current = null
        announce('The palette could not be loaded. Check the connection and try again.')
      }
      loadPalette().then(() => setOver('palette'), failed)
    }
    const own: [KeyActionId, KeyHandler][] = [
      ['help-open', () => setOver('help')],
      ['palette-open', openPalette],
      ['search-focus', () => focusSearch() || openPalette()],
      ...KEY_ACTION_IDS.flatMap((id): [KeyActionId, KeyHandler][] => {
        const { href, roles: needed } = keyAction(id)
        if (!href || (needed && !needed.some((role) => roles.includes(role)))) return []
        return [[id, () => router.push(href)]]
      }),
    ]
    const ends = own.map(([id, handler]) => register(id, handler))
    return () => {
      for (const end of ends) end()
    }
  }, [register, router, roles])

  useKeyboard(keys, ahead)

  return (
    <KeysContext value={keys}>
      {children}
      <Announcer />
      {over === 'help' ? <HelpDialog onClose={() => setOver(null)} /> : null}
      {over === 'palette' ? <Palette ahead={ahead} onClose={() => setOver(null)} /> : null}
    </KeysContext>
  )
}

function useKeyboard(keys: Keys, ahead: RefObject<string | null>): void {
  useEffect(() => {
    let pressed: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const forget = () => {
      pressed = []
      clearTimeout(timer)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) leaveField(event.target)
      if (event.key === 'Control' || event.key === 'Meta') void loadPalette()
      const stroke = event.defaultPrevented ? null : strokeOf(event)
      if (stroke === null) return
      if (document.querySelector(OPEN_OVER)) return forget()
      if (ahead.current !== null) {
        if (event.key.length === 1 && isText(stroke)) ahead.current += event.key
        return event.preventDefault()
      }
      if ((isText(stroke) && isTyping(event.target)) || isPressed(event.target, stroke)) return forget()
      const strokes = [...pressed, stroke].join(' ')
      forget()
      const bound = keys.registered().map((id) => [id, keysOf(id, keys.chosen)] as const)
      const match = matchKeys(strokes, bound)
      if (match === null) return
      if (match !== 'wait') {
        if (keys.run(match.run)) event.preventDefault()
        return
      }
      event.preventDefault()
      pressed = strokes.split(' ')
      timer = setTimeout(forget, SEQUENCE_MS)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      forget()
    }
  }, [keys, ahead])
}

/** Escape leaves a field for the part around it, where the keys apply again. */
function leaveField(target: EventTarget | null): void {
  if (!isTyping(target) || !(target instanceof Element) || document.querySelector(OPEN_OVER)) return
  const around = target.parentElement?.closest<HTMLElement>(FOCUS_HOME)
  if (around) focusOn(around)
}

/** The search field of the page; false when it has none that is seen. */
function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('#main [data-search], #main input[type="search"]')]
  const field = fields.find((one) => one.checkVisibility())
  field?.focus()
  field?.select()
  return field !== undefined
}
