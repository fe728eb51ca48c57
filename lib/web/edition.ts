import { notFound, redirect } from 'next/navigation'
import { getEdition } from '@/lib/audit/queries'
import { dayInZone } from '@/lib/core/days'
import { log } from '@/lib/platform/log'
import { getSettings } from '@/lib/settings/queries'
import { type EditionKey, formatEditionKey, parseEditionKey } from './edition-key'

/** How old the known edition may be: well under the 5 s within which a change must show. */
const MAX_AGE_MS = 1000

type Known = { key: string; at: number }
let known: Known | null = null
let asking: Promise<Known> | null = null

/**
 * The key of the edition in force, asked of the database at most once a second and by one request at a time. While the
 * database is away the last known one is served, so that cached pages stay up; throws when none was ever known.
 */
export async function currentEditionKey(): Promise<string> {
  if (known && Date.now() - known.at < MAX_AGE_MS) return known.key
  asking ??= ask().finally(() => {
    asking = null
  })
  known = await asking.catch((error: unknown) => {
    if (known === null) throw error
    log().warn({ err: error }, 'the database is away: serving the last known edition')
    return { ...known, at: Date.now() }
  })
  return known.key
}

async function ask(): Promise<Known> {
  const [edition, settings] = await Promise.all([getEdition(), getSettings()])
  const now = new Date()
  const today = dayInZone(now, settings?.zone ?? 'UTC')
  return { key: formatEditionKey({ database: edition.databaseId, version: edition.version, today }), at: now.getTime() }
}

/**
 * For pages under `[edition]`: what their first segment says; anything else is not found. Where no newsroom was opened yet
 * every one of them leads to the first run: a layout alone could not send there, because pages are made beside it.
 */
export async function requireEdition(params: Promise<{ edition: string }>): Promise<EditionKey> {
  const key = parseEditionKey((await params).edition)
  if (key === null) notFound()
  if ((await getSettings()) === null) redirect('/welcome')
  return key
}
