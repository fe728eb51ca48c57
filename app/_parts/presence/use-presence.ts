'use client'

import { useEffect, useRef, useState } from 'react'
import { SAID_EVERY_MS } from '@/lib/desk/rules/presence'
import type { PresentPeople } from '@/lib/desk/schema/presence'

/** Passing by is not looking. */
const SETTLES_MS = 1500

/**
 * Says every 20 seconds what is open here while the page is seen, and hears who else has what is shown open. A request that
 * fails is not told: presence is a courtesy, and the next one is due soon.
 */
export function usePresence(at: string | null, shown: readonly string[]): PresentPeople {
  const [people, setPeople] = useState<PresentPeople>({})
  const asked = useRef(shown)
  useEffect(() => {
    asked.current = shown
  }, [shown])
  useEffect(() => {
    let isOver = false
    const beat = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await say({ at, shown: asked.current.slice(0, 100) })
      if (answer && !isOver) setPeople(answer.people)
    }
    const leave = () => {
      if (at) navigator.sendBeacon('/desk/presence', JSON.stringify({ at: null, shown: [], gone: at }))
    }
    const first = setTimeout(beat, SETTLES_MS)
    const timer = setInterval(beat, SAID_EVERY_MS)
    window.addEventListener('pagehide', leave)
    return () => {
      isOver = true
      clearTimeout(first)
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
    }
  }, [at])
  return people
}

async function say(body: { at: string | null; shown: readonly string[] }): Promise<{ people: PresentPeople } | null> {
  try {
    const response = await fetch('/desk/presence', { method: 'POST', body: JSON.stringify(body) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
