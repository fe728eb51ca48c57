import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getPreference } from '@/lib/accounts/queries/preferences'
import { isStaff } from '@/lib/core/context'
import { countInbox } from '@/lib/desk/queries/inbox'
import { getStartBar } from '@/lib/desk/queries/starting'
import { countText } from '@/lib/desk/rules/counting'
import { DEFAULT_KEYS } from '@/lib/desk/rules/keys'
import { countUnread } from '@/lib/notices/queries'
import { getSettings } from '@/lib/settings/queries'
import { getSession, requireContext } from '@/lib/web/session'
import { sharedRead } from '@/lib/web/shared-read'
import { Bell } from '../_parts/notices/bell'
import { DeskShell } from '../_parts/shell/desk-shell'
import { SignOut } from './_components/sign-out'
import { StartBar } from './_components/start-bar'

export const metadata: Metadata = { robots: { index: false } }

/** The same for everybody who may see it. */
const readInboxCount = sharedRead(2000, countInbox)

/** Everything signed in. It asks who is there for the frame only: each page asks again, and queries and commands decide. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await requireContext()
  const { actor } = ctx
  const [session, settings, keys, unread, inbox, start] = await Promise.all([
    getSession(),
    getSettings(),
    getPreference(ctx, 'keys'),
    countUnread(ctx),
    isStaff(actor) ? readInboxCount(ctx) : null,
    getStartBar(ctx),
  ])
  return (
    <DeskShell
      viewer={{ name: actor.name, email: session?.email ?? '', roles: [...actor.roles] }}
      newsroomName={settings?.newsroomName ?? 'Borne Out'}
      isDemo={settings?.isDemo}
      counts={inbox && inbox.n > 0 ? { '/desk/inbox': countText(inbox) } : {}}
      keys={keys ?? DEFAULT_KEYS}
      bell={<Bell unread={unread} at={ctx.now.toISOString()} />}
      signOut={<SignOut />}
      above={start ? <StartBar view={start} /> : null}
    >
      {children}
    </DeskShell>
  )
}
