'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useLive } from '@/app/_parts/runs/use-live'

/** Asks for the page anew whenever the queue has changed since `digest`. Without JavaScript it is loaded by hand. */
export function Live({ digest }: { digest: string }) {
  const router = useRouter()
  const [isAsking, start] = useTransition()
  useLive('/desk/admin/jobs/events', true, (data) => {
    const { digest: now } = data as { digest: string }
    if (now !== digest && !isAsking) start(() => router.refresh())
  })
  return (
    <noscript>
      <p className="text-15 text-ink-soft">This page shows one moment; load it again to see the next.</p>
    </noscript>
  )
}
