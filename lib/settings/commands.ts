import {
  countLinkTry,
  insertFirstAdminIn,
  prepareFirstAdmin,
  type StartedSession,
  startSessionIn,
} from '@/lib/accounts/commands'
import { setupTokenProblem } from '@/lib/accounts/rules'
import type { Origin } from '@/lib/accounts/schema'
import { recordEvent } from '@/lib/audit/commands'
import { type Context, contextOf } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { settingsEvents } from './events'
import { canChangeSettings, canCreateSettings } from './policy'
import { getSettings } from './queries'
import { changedSettings, defaultSettings } from './rules'
import { ChangeSettingsInput, FirstSettingsInput, OpenNewsroomInput, SettingInput } from './schema'

/** The version in force, and which settings this call changed: none when it was the same already. */
export type ChangedSettings = { version: number; changed: (keyof SettingInput)[] }

/**
 * Writes a new version of the settings; earlier ones stay, because verdicts and predictions name the one they were made
 * under. Throws STALE (with the settings in force) when somebody changed them since `expectedVersion`.
 */
export async function changeSettings(ctx: Context, input: ChangeSettingsInput): Promise<ChangedSettings> {
  const { expectedVersion, ...after } = ChangeSettingsInput.parse(input)
  return inTransaction(async (tx) => {
    const first = await tx.setting.findFirst({ where: { version: 1 }, select: { id: true } })
    if (!canChangeSettings(ctx.actor)) throw new AppError('FORBIDDEN')
    // The first row stands for all versions: whoever changes them waits here.
    if (first === null || !(await lockRow(tx, 'setting', first.id))) throw new AppError('NOT_FOUND')
    const current = await getSettings(tx)
    if (current === null) throw new AppError('NOT_FOUND')
    assertRevision(current.version, expectedVersion, current)
    const changed = changedSettings(SettingInput.parse(current), after)
    if (changed.length === 0) return { version: current.version, changed }
    const version = current.version + 1
    const settingId = await insertIn(tx, ctx, { ...after, version, isDemo: current.isDemo })
    await recordEvent(tx, ctx, settingsEvents, {
      type: 'settings.changed',
      entityId: first.id,
      payload: { settingId, version, changed },
    })
    return { version, changed }
  })
}

type NewVersion = SettingInput & { version: number; isDemo: boolean }

async function insertIn(tx: Tx, ctx: Context, settings: NewVersion): Promise<string> {
  const id = newId()
  await tx.setting.create({ data: { ...settings, id, createdById: ctx.actor.id, createdAt: ctx.now } })
  return id
}

async function insertFirstIn(tx: Tx, ctx: Context, input: FirstSettingsInput): Promise<void> {
  const { newsroomName, zone, isDemo } = FirstSettingsInput.parse(input)
  if ((await tx.setting.findFirst({ select: { id: true } })) !== null)
    throw new AppError('ALREADY_EXISTS', { text: 'This newsroom has settings already. Nothing was changed.' })
  const settingId = await insertIn(tx, ctx, { ...defaultSettings(newsroomName, zone), version: 1, isDemo })
  await recordEvent(tx, ctx, settingsEvents, {
    type: 'settings.created',
    entityId: settingId,
    payload: { settingId, newsroomName, zone, isDemo },
  })
}

/** The first version, for the seeds and the tests. Throws ALREADY_EXISTS when there is one. */
export async function createFirstSettings(ctx: Context, input: FirstSettingsInput): Promise<void> {
  if (!canCreateSettings(ctx.actor)) throw new AppError('FORBIDDEN')
  await inTransaction((tx) => insertFirstIn(tx, ctx, input))
}

/**
 * The first run of an own newsroom: makes the first admin and the first settings, or neither, and signs in. Anyone may, as
 * long as there is no account (MOVE_REFUSED afterwards) and, where the server asks for one, with its token (BAD_INPUT at
 * `setupToken`; see setupTokenProblem for `requiredToken`).
 */
export async function openNewsroom(
  ctx: Context,
  input: OpenNewsroomInput,
  { requiredToken, origin }: { requiredToken: string | null | undefined; origin: Origin },
): Promise<StartedSession> {
  const { newsroomName, zone, setupToken, ...person } = OpenNewsroomInput.parse(input)
  await countLinkTry(ctx, origin)
  const problem = setupTokenProblem(requiredToken, setupToken)
  if (problem) throw new AppError('BAD_INPUT', { fields: { setupToken: problem } })
  const admin = await prepareFirstAdmin(person)
  return inTransaction(async (tx) => {
    const user = await insertFirstAdminIn(tx, ctx, admin)
    const own = contextOf({ kind: 'user', ...user }, ctx.now, ctx.requestId)
    const isConfigured = (await getSettings(tx)) !== null
    // Settings without people: an admin was never made on a prepared database. They are kept.
    if (!isConfigured) await insertFirstIn(tx, own, { newsroomName, zone })
    return startSessionIn(tx, own, user, origin)
  })
}
