import type { ReactNode } from 'react'
import { getSettings } from '@/lib/settings/queries'
import { DemoBanner } from '../_parts/shell/demo-banner'
import { Wordmark } from '../_parts/shell/wordmark'

// A build has no database to ask whether this is the demo.
export const dynamic = 'force-dynamic'

/** Signing in, invitations, new passwords: one small column, nothing else. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const settings = await getSettings()
  return (
    <>
      {settings?.isDemo ? <DemoBanner /> : null}
      <div className="mx-auto flex min-h-dvh w-full max-w-104 flex-col px-4 pt-[max(2rem,12vh)] pb-12">
        <header className="mb-8 border-ink border-b-2 pb-4">
          <Wordmark href="/" />
        </header>
        <main id="main" tabIndex={-1} className="focus:outline-none">
          {children}
        </main>
      </div>
    </>
  )
}
