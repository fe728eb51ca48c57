import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { PublicShell } from '@/app/_parts/shell/public-shell'
import { env } from '@/lib/platform/env.mjs'
import { getSettings } from '@/lib/settings/queries'
import { requireEdition } from '@/lib/web/edition'

type Props = { params: Promise<{ edition: string }>; children: ReactNode }

/** Nothing of a demo is indexed: its people, publishers and verdicts are invented. */
export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  const newsroom = settings?.newsroomName ?? 'Borne Out'
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: newsroom, template: `%s · ${newsroom}` },
    openGraph: { siteName: newsroom, type: 'website' },
    robots: settings?.isDemo ? { index: false, follow: false } : undefined,
  }
}

export default async function PublicLayout({ params, children }: Props) {
  await requireEdition(params)
  const settings = await getSettings()
  if (settings === null) redirect('/welcome')
  return (
    <PublicShell newsroomName={settings.newsroomName} isDemo={settings.isDemo}>
      {children}
    </PublicShell>
  )
}
