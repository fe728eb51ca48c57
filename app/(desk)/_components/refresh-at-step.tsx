'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 3000

/**
 * Draws the desk anew as soon as the step is done, also by somebody else: a page's frame stays as it is while one goes from
 * page to page. What is typed stays.
 */
export function RefreshAtStep({ step }: { step: string }) {
  const router = useRouter()
  const pathname = usePathname()
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await fetch('/desk/start/step').catch(() => null)
      if (!answer?.ok) return
      const found: unknown = await answer.json()
      if (typeof found === 'object' && found !== null && 'step' in found && found.step !== step) router.refresh()
    }
    if (pathname) void look()
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [router, pathname, step])
  return null
}
