'use client'

import { focusOn, showPlace } from '@/app/_parts/keys/focus'
import { useKeyActions } from '@/app/_parts/keys/keys-context'

/**
 * Next, back and open by key, for a list made on the server: its rows carry `data-row`, the link that opens one
 * `data-open-link`. The row that has the focus is the one that is meant. Draws nothing.
 */
export function RowKeys() {
  useKeyActions({
    'list-next': () => move(1),
    'list-back': () => move(-1),
    'list-open': () => {
      const link = here()?.querySelector<HTMLElement>('[data-open-link]')
      link?.click()
      return Boolean(link)
    },
  })
  return null
}

const here = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null

function move(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const row = here()
  const at = row ? rows.indexOf(row) + by : by > 0 ? 0 : rows.length - 1
  const next = rows[Math.min(rows.length - 1, Math.max(0, at))]
  const link = next?.querySelector<HTMLElement>('[data-open-link]')
  if (!next || !link) return false
  focusOn(link)
  showPlace(next)
  return true
}
