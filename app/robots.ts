import type { MetadataRoute } from 'next'
import { getSettings } from '@/lib/settings/queries'

export const dynamic = 'force-dynamic'

/** Nobody crawls a demo, or a place without a newsroom; of a newsroom everything but the desk and the ways into it. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const settings = await getSettings()
  if (settings === null || settings.isDemo) return { rules: { userAgent: '*', disallow: '/' } }
  return {
    rules: {
      userAgent: '*',
      disallow: ['/desk', '/sign-in', '/accept', '/suggest/', '/calendar/', '/welcome', '/api/', '/search'],
    },
  }
}
