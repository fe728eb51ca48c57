import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getSettings } from '@/lib/settings/queries'
import { getSession, requireContext } from '@/lib/web/session'
import { DeskShell } from '../_parts/shell/desk-shell'
import { SignOut } from './_components/sign-out'

export const metadata: Metadata = { robots: { index: false } }

/** Everything signed in. It asks who is there for the frame only: each page asks again, and queries and commands decide. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireContext()
  const [session, settings] = await Promise.all([getSession(), getSettings()])
  return (
    <DeskShell
      viewer={{ name: actor.name, email: session?.email ?? '', roles: [...actor.roles] }}
      newsroomName={settings?.newsroomName ?? 'Borne Out'}
      isDemo={settings?.isDemo}
      signOut={<SignOut />}
    >
      {children}
    </DeskShell>
  )
}
