'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { type Unread, unreadCount, unreadWords } from './unread-words'

const EVERY_MS = 60_000

/** What the server says now; null while it cannot be asked (signed out, no connection): then the last number stands. */
async function askUnread(signal: AbortSignal): Promise<Unread | null> {
  try {
    const answer = await fetch('/desk/notices/unread', { signal })
    return answer.ok ? ((await answer.json()) as Unread) : null
  } catch {
    return null
  }
}

/**
 * The way to the notices, with how many are unread. The number is the server's at the last whole page (`at`), then asked for on
 * each page, each minute while this is looked at, and when it is looked at again. Without JavaScript it is that of the page.
 */
export function Bell({ unread: given, at }: { unread: Unread; at: string }) {
  const pathname = usePathname()
  const [asked, setAsked] = useState<{ unread: Unread; at: string } | null>(null)
  // A page that was loaded anew knows better than what was asked before it.
  const unread = asked?.at === at ? asked.unread : given

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page asks anew
  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const now = await askUnread(stop.signal)
      if (now !== null && !stop.signal.aborted) setAsked({ unread: now, at })
    }
    void ask()
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      stop.abort()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [at, pathname])

  return (
    <>
      <Link
        href="/desk/notices"
        prefetch={false}
        aria-current={pathname === '/desk/notices' ? 'page' : undefined}
        aria-label={`Notices, ${unreadWords(unread)}`}
        className="flex h-9 items-center gap-1.5 rounded-m px-2 text-15 text-ink no-underline hover:bg-sunk aria-[current]:font-medium"
      >
        <svg
          viewBox="0 0 16 16"
          className="w-4 shrink-0 sm:hidden"
          fill="none"
          stroke="currentColor"
          aria-hidden="true"
        >
          <path d="M3 12h10l-1.2-2V7a3.8 3.8 0 0 0-7.6 0v3L3 12Zm3.6 1.8a1.6 1.6 0 0 0 2.8 0" strokeLinejoin="round" />
        </svg>
        <span className="hidden sm:inline">Notices</span>
        {unread.n > 0 ? (
          <span className="min-w-5 rounded-full bg-accent px-1.5 text-center font-medium text-13 text-on-accent tabular-nums leading-5">
            {unreadCount(unread)}
          </span>
        ) : null}
      </Link>
      <span role="status" className="sr-only">
        {unread.n > given.n ? unreadWords(unread) : ''}
      </span>
    </>
  )
}
