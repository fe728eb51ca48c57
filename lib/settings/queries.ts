import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import { Prisma, type Setting } from '@/lib/platform/generated/client'
import { type CertaintyTable, Settings } from './schema'

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

/**
 * The settings that were in force at an instant, an expression that may read a row's own `zone`; before the newsroom was set
 * up, its first ones. Throws when it was not set up.
 */
export async function requireSettingsAt(end: Prisma.Sql, from: Db = db()): Promise<Settings> {
  const [row] = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id::text AS id FROM setting
    ORDER BY created_at < ${end} DESC, CASE WHEN created_at < ${end} THEN -version ELSE version END LIMIT 1`)
  return row ? requireSettingsById(row.id, from) : requireSettings(from)
}

/** The settings that were in force at the end of a day of the newsroom. */
export const requireSettingsAsOf = (day: Day, from: Db = db()): Promise<Settings> =>
  requireSettingsAt(Prisma.sql`((${day}::date + 1)::timestamp AT TIME ZONE zone)`, from)

/** One version, e.g. the one that a verdict was made under. */
export async function requireSettingsById(id: string, from: Db = db()): Promise<Settings> {
  return toSettings(await from.setting.findUniqueOrThrow({ where: { id } }))
}

/** The certainty tables of these versions, by the version's id. */
export async function getCertaintyTables(
  ids: readonly string[],
  from: Db = db(),
): Promise<ReadonlyMap<string, CertaintyTable>> {
  if (ids.length === 0) return new Map()
  const rows = await from.setting.findMany({ where: { id: { in: [...ids] } } })
  return new Map(rows.map((row) => [row.id, toSettings(row).certaintyTable]))
}

export type SettingVersion = { version: number; createdAt: Date }

/** Since when each version of the rules was in force, the newest first; at most 100. */
export const listSettingVersions = (from: Db = db()): Promise<SettingVersion[]> =>
  from.setting.findMany({ orderBy: { version: 'desc' }, take: 100, select: { version: true, createdAt: true } })
