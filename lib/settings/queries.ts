import { type Db, db } from '@/lib/platform/db'
import type { Setting } from '@/lib/platform/generated/client'
import { Settings } from './schema'

/** Json columns and decimals are parsed, so that a hand-edited row fails here and not later. */
const toSettings = (row: Setting): Settings => Settings.parse({ ...row, maxUnresolved: row.maxUnresolved.toNumber() })

/** The settings in force; null in an empty database before the first run. */
export async function getSettings(from: Db = db()): Promise<Settings | null> {
  const row = await from.setting.findFirst({ orderBy: { version: 'desc' } })
  return row && toSettings(row)
}

/** The settings in force. Throws when the newsroom was not set up. */
export async function requireSettings(from: Db = db()): Promise<Settings> {
  const settings = await getSettings(from)
  if (settings === null) throw new Error('The newsroom has no settings yet: finish the first run.')
  return settings
}

/** One version, e.g. the one that a verdict was made under. */
export async function requireSettingsById(id: string, from: Db = db()): Promise<Settings> {
  return toSettings(await from.setting.findUniqueOrThrow({ where: { id } }))
}
