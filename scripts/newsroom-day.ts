import { type Day, dayInZone } from '@/lib/core/days'
import { getSettings } from '@/lib/settings/queries'
import { Failure } from './lib/failure.mjs'

/** Today in the newsroom's zone. */
export async function newsroomDay(): Promise<{ today: Day; zone: string }> {
  const settings = await getSettings()
  if (settings === null)
    throw new Failure(
      'This newsroom is not set up yet.',
      'Open it in a browser first, or choose another one with --desk.',
    )
  return { today: dayInZone(new Date(), settings.zone), zone: settings.zone }
}
