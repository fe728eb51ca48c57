'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useToast } from '@/app/_ui/toast'
import type { ActionResult } from '@/lib/core/results'

/** Goes on to `next` once a form worked, and says in passing what happened. */
export function useAfterDecision(next: string): (result: ActionResult<unknown>) => void {
  const router = useRouter()
  const toast = useToast()
  return useCallback(
    (result) => {
      if (result.status !== 'ok') return
      if (result.message) toast({ text: result.message })
      router.push(next, { scroll: false })
    },
    [next, router, toast],
  )
}
