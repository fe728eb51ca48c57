'use client'

import { useEffect, useRef } from 'react'
import { announce } from '@/app/_parts/keys/announce'
import { showPlace } from '@/app/_parts/keys/focus'
import { useKeyActions } from '@/app/_parts/keys/keys-context'

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-news-list] > [data-news]')]

function light(item: HTMLElement | undefined): void {
  for (const lit of document.querySelectorAll('[data-news][data-lit]')) lit.removeAttribute('data-lit')
  item?.setAttribute('data-lit', '')
}

/**
 * The keys of a list of news: next and back light an item, as the focus does; one key each decides on the lit one. `startsLit`:
 * the first is lit from the start, so that a queue is gone through without moving.
 */
export function NewsKeys({ startsLit }: { startsLit: boolean }) {
  const lit = useRef<string | undefined>(undefined)
  const choose = (item: HTMLElement | undefined) => {
    lit.current = item?.dataset.news
    light(item)
  }
  const current = () => items().find((item) => item.dataset.news === lit.current)

  useEffect(() => {
    const first = items()[0]
    lit.current = startsLit ? first?.dataset.news : undefined
    light(startsLit ? first : undefined)
    document.querySelector('[data-news-list]')?.setAttribute('data-keys', 'on')
    const onFocus = ({ target }: FocusEvent) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-news]') : null
      if (item === null) return
      lit.current = item.dataset.news
      light(item)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [startsLit])

  const move = (by: 1 | -1) => {
    const all = items()
    const at = all.findIndex((item) => item.dataset.news === lit.current)
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]
    if (next === undefined) return false
    choose(next)
    next.querySelector<HTMLElement>('[data-open-link]')?.focus({ preventScroll: true })
    showPlace(next)
  }
  const decide = (what: string) => {
    const item = current()
    if (item === undefined) return announce('Choose one first.')
    const form = item.querySelector<HTMLFormElement>(`form[data-do="${what}"]`)
    if (form) form.requestSubmit()
    else announce('This one is decided already. Undo the decision first.')
  }
  useKeyActions({
    'list-next': () => move(1),
    'list-back': () => move(-1),
    'list-open': () => current()?.querySelector<HTMLElement>('[data-open-link]')?.click() ?? false,
    'news-evidence': () => decide('evidence'),
    'news-source': () => decide('source'),
    'news-prediction': () => {
      const link = current()?.querySelector<HTMLElement>('[data-do="prediction"]')
      if (link) link.click()
      else announce('It says no other window, or it is decided already.')
    },
    'news-dismiss': () => decide('dismiss'),
    'news-undo': () => {
      const form =
        document.querySelector<HTMLFormElement>('[data-done] form[data-do="undo"]') ??
        current()?.querySelector<HTMLFormElement>('form[data-do="undo"]')
      if (form) form.requestSubmit()
      else announce('There is nothing to undo here.')
    },
  })
  return null
}
