'use client'

import { useEffect } from 'react'
import { FOCUS_HOME, showPlace } from './focus'

/** Rendering settles within this time before focus counts as lost. */
const SETTLES_MS = 60

/**
 * Keeps the focus on the page: when what had it goes away (a decided row, a form that was sent, the page before) and nothing
 * else took it, it goes to the nearest part around that is still there, else to the content.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: HTMLElement[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = (event: FocusEvent) => {
      around = []
      const target = event.target instanceof Element ? event.target : null
      for (let at = target?.parentElement; at && at.id !== 'main'; at = at.parentElement) around.push(at)
    }
    const isLost = () => document.activeElement === null || document.activeElement === document.body
    const giveBack = () => {
      if (around.length === 0 || !isLost()) return
      const place = around.find((one) => one.isConnected && one.matches(FOCUS_HOME)) ?? document.getElementById('main')
      const wasRow = around.some((one) => !one.isConnected && one.matches('li, tr'))
      around = []
      if (!place) return
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1
      place.focus({ preventScroll: true })
      // after a long form was sent, what stands in its place begins above; a list stays where it was read
      if (!wasRow && place.getBoundingClientRect().top < 0) showPlace(place)
    }
    // A press on the bare page takes the focus away on purpose.
    const onPoint = () => {
      around = []
    }
    const observer = new MutationObserver(() => {
      if (around.length === 0 || !isLost()) return
      clearTimeout(timer)
      timer = setTimeout(giveBack, SETTLES_MS)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', onPoint)
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', onPoint)
    }
  }, [])
}
