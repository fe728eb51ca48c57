'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { announce } from '@/app/_parts/keys/announce'
import { showPlace } from '@/app/_parts/keys/focus'
import { useKeyActions } from '@/app/_parts/keys/keys-context'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import type { Doing } from './address'

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-candidates] > [data-candidate]')]
const itemOf = (id: string | undefined): HTMLElement | null =>
  id === undefined ? null : document.querySelector<HTMLElement>(`[data-candidate="${id}"]`)
const idOf = (item: Element | null | undefined): string | undefined =>
  item?.closest<HTMLElement>('[data-candidate]')?.dataset.candidate
const marksOf = (id: string) => document.querySelectorAll<HTMLElement>(`[data-mark~="${id}"]`)

/** Lights a claim in the text and in the list, and nothing else. */
function light(id: string | undefined): void {
  for (const lit of document.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit')
  if (id === undefined) return
  for (const mark of marksOf(id)) mark.setAttribute('data-lit', '')
  itemOf(id)?.setAttribute('data-lit', '')
}

/** Where the keyboard goes in the form of a move: the chosen reason, else the button that decides, else the search. */
const FIRST = ['input:checked', '[data-first]', 'input[type="search"]'].map((one) => `[data-panel-form] ${one}`)

/**
 * Links text and list both ways and does what the keys ask: hover and focus light the pair; next and back move; a move opens
 * its form with the first control focused; what is decided already is taken back or followed to its evidence.
 */
export function ReaderKeys({ address, openId, doing }: { address: string; openId?: string; doing?: Doing }) {
  const router = useRouter()
  const lit = useRef(openId)
  const setLit = useCallback((id: string | undefined) => {
    lit.current = id
    light(id)
  }, [])

  useEffect(() => {
    // says that the keys are taken, for whoever drives the page; the list may have come later than this
    document.querySelector('[data-candidates]')?.setAttribute('data-keys', 'on')
  })

  useEffect(() => {
    setLit(openId)
    if (!openId) return
    if (doing)
      FIRST.map((one) => document.querySelector<HTMLElement>(one))
        .find(Boolean)
        ?.focus({ preventScroll: true })
    // from a form that is gone; the focus may have been caught by what was around it
    else if (document.activeElement?.matches('body, [tabindex="-1"]'))
      itemOf(openId)?.querySelector<HTMLElement>('[data-open-link]')?.focus({ preventScroll: true })
    showPlace(document.getElementById(`mark-${openId}`))
  }, [openId, doing, setLit])

  useEffect(() => {
    let at = ''
    // what scrolls under a mouse that rests is not pointed at
    const onPointerMove = (event: PointerEvent) => {
      const before = at
      at = `${event.clientX} ${event.clientY}`
      if (before !== at) onPoint(event)
    }
    const onPoint = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      const marks = target?.closest<HTMLElement>('[data-mark]')?.dataset.mark?.split(' ')
      const id = marks?.at(-1) ?? idOf(target)
      if (id && id !== lit.current) setLit(id)
    }
    // marks are plain links, so that they work before this does; from here on they need no new page
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const href = target?.closest('a[data-mark]')?.getAttribute('href')
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!href || !isPlain || event.defaultPrevented) return
      event.preventDefault()
      // the end of a selection is no click
      if (window.getSelection()?.isCollapsed !== false) router.push(href, { scroll: false })
    }
    document.addEventListener('click', onClick)
    document.addEventListener('pointermove', onPointerMove)
    document.addEventListener('focusin', onPoint)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('pointermove', onPointerMove)
      document.removeEventListener('focusin', onPoint)
    }
  }, [setLit, router])

  const open = (id: string, move?: Doing) => {
    const query = new URLSearchParams({ c: id, ...(move ? { do: move } : {}) })
    router.push(`${address}${address.includes('?') ? '&' : '?'}${query}`, { scroll: false })
  }
  const move = (by: 1 | -1) => {
    const all = items()
    const at = all.findIndex((item) => item.dataset.candidate === lit.current)
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]
    const id = next?.dataset.candidate
    if (!next || !id) return false
    setLit(id)
    next.querySelector<HTMLElement>('[data-open-link]')?.focus({ preventScroll: true })
    showPlace(next)
    showPlace(document.getElementById(`mark-${id}`))
  }
  /** Does `act` with the lit candidate if it waits for a decision (or does not), else says why nothing happens. */
  const withLit = (isNew: boolean, act: (id: string, item: HTMLElement) => unknown) => {
    const item = itemOf(lit.current)
    if (!item || !lit.current) return announce('Choose a claim first.')
    if ((item.dataset.state === 'new') === isNew) return act(lit.current, item)
    return announce(isNew ? 'This one is decided already. Undo the decision first.' : 'This one is not decided yet.')
  }
  useKeyActions({
    'list-next': () => move(1),
    'list-back': () => move(-1),
    'list-open': () => lit.current !== undefined && open(lit.current),
    'candidate-accept': () => withLit(true, (id) => open(id, 'accept')),
    'candidate-merge': () => withLit(true, (id) => open(id, 'merge')),
    'candidate-reject': () => withLit(true, (id) => open(id, 'reject')),
    'candidate-copy': () => withLit(true, (id) => submit(`form[data-copy="${id}"]`, () => open(id))),
    'candidate-undo': () => withLit(false, (id) => submit(`form[data-reopen="${id}"]`, () => open(id))),
    'candidate-evidence': () =>
      withLit(false, (_id, item) => {
        const { claim } = item.dataset
        if (claim) router.push(`/desk/claims/${claim}#evidence`)
        else announce('A rejected candidate has no claim, and so no evidence.')
      }),
  })

  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-soft max-sm:hidden">
      {KEYS.map(([id, what]) => (
        <span key={id} className="inline-flex gap-1 whitespace-nowrap">
          <Shortcut id={id} /> {what}
        </span>
      ))}
    </p>
  )
}

const KEYS: [KeyActionId, string][] = [
  ['list-next', 'next'],
  ['list-back', 'back'],
  ['list-open', 'open'],
  ['candidate-accept', 'accept'],
  ['candidate-merge', 'same as'],
  ['candidate-reject', 'reject'],
  ['candidate-undo', 'undo'],
  ['candidate-evidence', 'evidence'],
  ['help-open', 'all keys'],
]

/** Sends a form of the open candidate; one that is not open is opened first, where the same key then works. */
function submit(selector: string, openFirst: () => void): void {
  const form = document.querySelector<HTMLFormElement>(selector)
  if (form) form.requestSubmit()
  else openFirst()
}
