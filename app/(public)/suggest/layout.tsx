import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { PublicShell } from '@/app/_parts/shell/public-shell'
import { env } from '@/lib/platform/env.mjs'
import { getSettings } from '@/lib/settings/queries'

// Outside of the edition: a form with its time and a page behind a secret are never kept.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  const newsroom = settings?.newsroomName ?? 'Borne Out'
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: newsroom, template: `%s · ${newsroom}` },
    robots: settings?.isDemo ? { index: false, follow: false } : undefined,
  }
}

export default async function SuggestLayout({ children }: { children: ReactNode }) {
  const settings = await getSettings()
  if (settings === null) redirect('/welcome')
  return (
    <PublicShell newsroomName={settings.newsroomName} isDemo={settings.isDemo}>
      {children}
    </PublicShell>
  )
}
