import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import { changeSettings, createFirstSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import { contentOf } from '@/lib/verdicts/present'
import { getWorkspace, type Workspace } from '@/lib/verdicts/queries/workspace'
import type { VerdictContent } from '@/lib/verdicts/schema'
import { makeClaim } from './claims'
import { makePeople, type People } from './people'
import type { PersonaName } from './personas'
import { submitVerdictOn } from './publishing'

/** Stands in the summary of every verdict that `submitted` makes. */
export const SECRET = 'Only whoever saw the draft knows this sentence.'

/** A desk whose people write and rate, one minute after the other. */
export async function makeRatingDesk() {
  const people: People = await makePeople(new Date(Date.UTC(2025, 9, 22, 8)))
  const admin = contextOf(systemActor('test'), new Date(Date.UTC(2025, 9, 22, 8)))
  await createFirstSettings(admin, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
  let minute = 0
  let planks = 2000
  const at = (name: PersonaName): Context => people[name].ctx(new Date(Date.UTC(2025, 9, 22, 9, minute++)))
  const freshClaim = async (): Promise<string> =>
    (await makeClaim(at('ada'), `The pier of Norhaven has ${++planks} planks.`)).claimId

  /** A verdict that Ada wrote and submitted. */
  const submitted = async (rating = 'mostly-false') => {
    const claimId = await freshClaim()
    return { claimId, ...(await submitVerdictOn(at('ada'), claimId, { rating, summary: SECRET })) }
  }
  const setBlind = async (isBlindRating: boolean, isSolo = false): Promise<void> => {
    const { version, ...settings } = await requireSettings()
    await changeSettings(admin, { ...SettingInput.parse(settings), isBlindRating, isSolo, expectedVersion: version })
  }
  const workspaceOf = async (name: PersonaName, claimId: string): Promise<Workspace> => {
    const workspace = await getWorkspace(at(name), claimId)
    if (workspace === null) throw new Error('no such claim')
    return workspace
  }
  const stored = async (id: string): Promise<VerdictContent> =>
    contentOf({ ...(await db().verdict.findUniqueOrThrow({ where: { id } })), correction: null })
  return { people, at, freshClaim, submitted, setBlind, workspaceOf, stored }
}
export type RatingDesk = Awaited<ReturnType<typeof makeRatingDesk>>
