import { listActorsSince } from '@/lib/audit/queries'
import type { Db } from '@/lib/platform/db'
import { GROUND_EVENTS, type GroundStep } from '../rules/moves'

/** Who made what a claim's next verdict judges and rests on: its statement, speaker, figures and evidence. */
export const listGround = (from: Db, claimId: string): Promise<GroundStep[]> =>
  listActorsSince(from, {
    entityType: 'claim',
    entityId: claimId,
    types: GROUND_EVENTS,
    since: 'verdict.published',
  })
