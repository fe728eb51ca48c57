import type { ReactNode } from 'react'
import { Wordmark } from '../_parts/shell/wordmark'

/** Signing in, invitations, new passwords: one small column, nothing else. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-104 flex-col px-4 pt-[max(2rem,12vh)] pb-12">
      <header className="mb-8 border-ink border-b-2 pb-4">
        <Wordmark href="/" />
      </header>
      <main id="main" tabIndex={-1} className="focus:outline-none">
        {children}
      </main>
    </div>
  )
}
