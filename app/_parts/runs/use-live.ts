'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

const POLL_MS = 2000

const onVisibility = (tell: () => void) => {
  document.addEventListener('visibilitychange', tell)
  return () => document.removeEventListener('visibilitychange', tell)
}
const isShown = () => !document.hidden

/**
 * Hears what an event stream of ours tells, while `isOn` and the page is looked at: a browser has six connections for all its
 * tabs. One stream a page, for the same reason. Where it breaks for good (a proxy that holds it back, an old browser), asks
 * `path?once=1` every two seconds instead.
 */
export function useLive(path: string, isOn: boolean, hear: (data: unknown) => void): void {
  const latest = useRef(hear)
  const isLooked = useSyncExternalStore(onVisibility, isShown, () => true)
  useEffect(() => {
    latest.current = hear
  }, [hear])

  useEffect(() => {
    if (!isOn || !isLooked) return
    let timer: ReturnType<typeof setInterval> | undefined
    const ask = async () => {
      const answer = await fetch(`${path}?once=1`, { cache: 'no-store' }).catch(() => null)
      if (answer?.ok) latest.current(await answer.json())
    }
    const poll = () => {
      timer ??= setInterval(() => void ask(), POLL_MS)
    }
    const source = typeof EventSource === 'undefined' ? null : new EventSource(path)
    if (source === null) poll()
    else {
      source.onmessage = (event) => {
        clearInterval(timer)
        timer = undefined
        latest.current(JSON.parse(String(event.data)))
      }
      // The browser connects again by itself; meanwhile, and where that never works, it is asked for.
      source.onerror = poll
    }
    return () => {
      source?.close()
      clearInterval(timer)
    }
  }, [path, isOn, isLooked])
}
