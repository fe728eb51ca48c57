import type { Context } from '@/lib/core/context'
import { type Db, db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { getSettings } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import { type BlindStanding, isHiddenFrom, NOTHING_ASKED } from '../rules/blinding'
import { handsOf, liveVersion } from '../rules/moves'
import { listGrounds } from './ground'

/** Who knows what of each claim's first verdict (see BlindStanding). Claims of which no second rating is asked are left out. */
export async function listBlindStandings(
  from: Db,
  claimIds: readonly string[],
  { isBlindRating }: Pick<Settings, 'isBlindRating'>,
): Promise<Map<string, BlindStanding>> {
  if (!isBlindRating || claimIds.length === 0) return new Map()
  const claims = await from.claim.findMany({
    where: {
      id: { in: [...claimIds] },
      verdicts: { some: { state: { in: ['draft', 'submitted'] } }, none: { state: 'published' } },
    },
    select: {
      id: true,
      verdicts: {
        select: {
          state: true,
          saves: {
            distinct: ['savedById'],
            select: { savedById: true },
          },
          secondRatings: { select: { raterId: true } },
        },
      },
    },
  })
  const looks = await from.verdictLook.findMany({
    where: { save: { verdict: { claimId: { in: claims.map(({ id }) => id) } } } },
    select: { userId: true, save: { select: { verdict: { select: { claimId: true } } } } },
  })
  return new Map(
    claims.map(({ id, verdicts }): [string, BlindStanding] => {
      const open = verdicts.find(({ state }) => state !== 'dropped')
      return [
        id,
        {
          isAsked: true,
          savers: new Set(verdicts.flatMap(({ saves }) => saves.map(({ savedById }) => savedById))),
          lookers: new Set(looks.filter(({ save }) => save.verdict.claimId === id).map(({ userId }) => userId)),
          raters: new Set(open?.secondRatings.map(({ raterId }) => raterId)),
        },
      ]
    }),
  )
}

/** The same of one claim. */
export async function getBlindStanding(
  from: Db,
  claimId: string,
  settings: Pick<Settings, 'isBlindRating'>,
): Promise<BlindStanding> {
  return (await listBlindStandings(from, [claimId], settings)).get(claimId) ?? NOTHING_ASKED
}

/**
 * Of these claims, those whose open version is kept from this person. Whatever shows anything of an unpublished verdict
 * (a list, a history, a notice, a comparison) asks this first.
 */
export async function listHiddenClaims(ctx: Context, claimIds: readonly string[]): Promise<Set<string>> {
  const settings = await getSettings()
  const standings = settings ? await listBlindStandings(db(), claimIds, settings) : new Map<string, BlindStanding>()
  if (standings.size === 0) return new Set()
  const asked = [...standings.keys()]
  const [grounds, verdicts] = await Promise.all([
    listGrounds(db(), asked),
    db().verdict.findMany({
      where: { claimId: { in: asked }, state: { in: ['draft', 'submitted'] } },
      include: { correction: true, saves: { select: { revision: true, savedById: true } } },
    }),
  ])
  const hidden = verdicts.filter((verdict) => {
    const ground = grounds.get(verdict.claimId) ?? []
    const hands = handsOf('approve', { version: liveVersion(verdict), withdrawal: null, ground })
    return isHiddenFrom(ctx.actor, standings.get(verdict.claimId) ?? NOTHING_ASKED, hands)
  })
  return new Set(hidden.map(({ claimId }) => claimId))
}

/**
 * Of these claims, those of whose first verdict nothing was shown to this person yet, whatever the settings say of blind
 * ratings now: a list leaves out what it says, because it keeps no looks (see keepLook).
 */
export async function listUnseenClaims({ actor }: Context, claimIds: readonly string[]): Promise<Set<string>> {
  if (actor.kind !== 'user') return new Set(claimIds)
  const me = actor.id
  const knows: Prisma.VerdictWhereInput = {
    OR: [
      { saves: { some: { OR: [{ savedById: me }, { looks: { some: { userId: me } } }] } } },
      { secondRatings: { some: { raterId: me } } },
    ],
  }
  const claims = await db().claim.findMany({
    where: { id: { in: [...claimIds] }, verdicts: { none: { OR: [{ state: 'published' }, knows] } } },
    select: { id: true },
  })
  return new Set(claims.map(({ id }) => id))
}
