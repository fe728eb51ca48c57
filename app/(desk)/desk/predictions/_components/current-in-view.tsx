'use client'

import { useEffect, useRef } from 'react'

/** In a bar of tabs that is wider than a phone: moves the bar, and nothing else of the page, until the current tab is seen. */
export function CurrentInView() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const bar = place.current?.parentElement
    const tab = bar?.querySelector<HTMLElement>('[aria-current]')
    if (!bar || !tab) return
    const [seen, current] = [bar.getBoundingClientRect(), tab.getBoundingClientRect()]
    if (current.left < seen.left || current.right > seen.right)
      bar.scrollLeft += current.left - seen.left - (seen.width - current.width) / 2
  }, [])
  return <span ref={place} hidden />
}
