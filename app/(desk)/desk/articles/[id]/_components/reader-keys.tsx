'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Kbd } from '@/app/_ui/page-parts'
import type { Doing } from './address'

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-candidates] > [data-candidate]')]
const idOf = (item: Element | null | undefined): string | undefined =>
  item?.closest<HTMLElement>('[data-candidate]')?.dataset.candidate
const marksOf = (id: string) => document.querySelectorAll<HTMLElement>(`[data-mark~="${id}"]`)

/** Lights a claim in the text and in the list, and nothing else. */
function light(id: string | undefined): void {
  for (const lit of document.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit')
  if (id === undefined) return
  for (const mark of marksOf(id)) mark.setAttribute('data-lit', '')
  document.querySelector(`[data-candidate="${id}"]`)?.setAttribute('data-lit', '')
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function toView(element: Element | null): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
}

/** Where the keyboard goes in the form of a move: the chosen reason, else the button that decides, else the search. */
const FIRST = ['input:checked', '[data-first]', 'input[type="search"]'].map((one) => `[data-panel-form] ${one}`)

const DOING = { a: 'accept', m: 'merge', r: 'reject' } as const

/**
 * Links text and list both ways and takes the keys: hover and focus light the pair, j and k move, Enter opens, a, m and r
 * open the form of a move with its first control focused, Escape leaves a field, t takes the claim of a copy over, u takes a decision back, c marks words. Draws only the line of keys.
 */
export function ReaderKeys({ address, openId, doing }: { address: string; openId?: string; doing?: Doing }) {
  const router = useRouter()

  useEffect(() => {
    light(openId)
    if (!openId) return
    if (doing)
      FIRST.map((one) => document.querySelector<HTMLElement>(one))
        .find(Boolean)
        ?.focus({ preventScroll: true })
    toView(document.getElementById(`mark-${openId}`))
  }, [openId, doing])

  useEffect(() => {
    let lit = openId
    const set = (id: string | undefined) => {
      lit = id
      light(id)
    }
    const onPoint = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      const marks = target?.closest<HTMLElement>('[data-mark]')?.dataset.mark?.split(' ')
      const id = marks?.at(-1) ?? idOf(target)
      if (id) set(id)
    }
    const move = (by: 1 | -1) => {
      const all = items()
      const at = all.findIndex((item) => item.dataset.candidate === lit)
      const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]
      const id = next?.dataset.candidate
      if (!next || !id) return
      set(id)
      next.querySelector<HTMLElement>('[data-open-link]')?.focus({ preventScroll: true })
      toView(next)
      toView(document.getElementById(`mark-${id}`))
    }
    const open = (id: string, doing?: string) => {
      const query = new URLSearchParams({ c: id, ...(doing ? { do: doing } : {}) })
      router.push(`${address}${address.includes('?') ? '&' : '?'}${query}`, { scroll: false })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isTyping(event.target) && event.target instanceof HTMLElement) event.target.blur()
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const state = lit ? document.querySelector<HTMLElement>(`[data-candidate="${lit}"]`)?.dataset.state : undefined
      if (key === 'j') move(1)
      else if (key === 'k') move(-1)
      else if (key in DOING && lit && state === 'new') open(lit, DOING[key as keyof typeof DOING])
      else if (key === 'u' && lit && state !== 'new') submit(`form[data-reopen="${lit}"]`, () => open(lit ?? ''))
      else if (key === 't' && lit && state === 'new') submit(`form[data-copy="${lit}"]`, () => open(lit ?? ''))
      else return
      event.preventDefault()
    }
    document.addEventListener('pointerover', onPoint)
    document.addEventListener('focusin', onPoint)
    document.addEventListener('keydown', onKey)
    // says that the keys are taken, for whoever drives the page
    document.querySelector('[data-candidates]')?.setAttribute('data-keys', 'on')
    return () => {
      document.removeEventListener('pointerover', onPoint)
      document.removeEventListener('focusin', onPoint)
      document.removeEventListener('keydown', onKey)
    }
  }, [router, address, openId])

  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-soft max-sm:hidden">
      {[
        ['J', 'next'],
        ['K', 'back'],
        ['Enter', 'open'],
        ['A', 'accept'],
        ['M', 'same as'],
        ['R', 'reject'],
        ['T', 'same as in a copy'],
        ['U', 'undo'],
        ['C', 'mark words'],
      ].map(([key, what]) => (
        <span key={key} className="whitespace-nowrap">
          <Kbd>{key ?? ''}</Kbd> {what}
        </span>
      ))}
    </p>
  )
}

/** Sends a form of the open candidate; one that is not open is opened first, where the same key then works. */
function submit(selector: string, openFirst: () => void): void {
  const form = document.querySelector<HTMLFormElement>(selector)
  if (form) form.requestSubmit()
  else openFirst()
}
