import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { requireSettings } from '@/lib/settings/queries'
import { type RatingScale, Settings } from '@/lib/settings/schema'
import { canReadAgreement } from '../policy'
import { scaleKey } from '../rules/agreement'

/** More second ratings than a report has to look back on. */
const RATING_BOUND = 10_000

/** A claim that two people rated, both as they stood when the second was given. */
export type TwiceRated = {
  id: string
  claim: { id: string; shortForm: string }
  firstRater: { id: string; name: string }
  secondRater: { id: string; name: string }
  first: string
  second: string
  /** Not counted where it is not null. */
  notBlindBecause: 'saved' | 'looked' | null
  at: string
  /** Which of `scales`, by its key. */
  scale: string
}

export type RatedScale = { key: string; scale: RatingScale; version: number }

/** `waiting`: given, but their verdict is not decided yet. */
export type Agreement = {
  rows: TwiceRated[]
  /** `version`: the newest of the settings under which it was rated with it. */
  scales: RatedScale[]
  waiting: number
  zone: string
}

/**
 * All second ratings of verdicts that are published, or dropped without another one being open, newest first, with their scales.
 * The others wait: who is still to rate such a claim must not learn the first rating here.
 */
export async function listAgreement({ actor }: Context): Promise<Agreement> {
  if (!canReadAgreement(actor)) throw new AppError('NOT_FOUND')
  const isOpen = { state: { in: ['draft' as const, 'submitted' as const] } }
  const decided = {
    OR: [{ state: 'published' as const }, { state: 'dropped' as const, claim: { verdicts: { none: isOpen } } }],
  }
  const [given, waiting, { zone }] = await Promise.all([
    db().secondRating.findMany({
      where: { verdict: decided },
      orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
      take: RATING_BOUND,
      include: {
        verdict: { select: { claim: { select: { id: true, shortForm: true } } } },
        rater: { select: { id: true, name: true } },
        firstRater: { select: { id: true, name: true } },
        setting: { select: { version: true, ratingScale: true } },
      },
    }),
    db().secondRating.count({ where: { NOT: { verdict: decided } } }),
    requireSettings(),
  ])
  const scales = new Map<string, RatedScale>()
  const rows = given.map(({ id, verdict, rater, firstRater, setting, ...row }): TwiceRated => {
    const scale = Settings.shape.ratingScale.parse(setting.ratingScale)
    const key = scaleKey(scale)
    // The newest wording of a scale names it.
    if (setting.version > (scales.get(key)?.version ?? 0)) scales.set(key, { key, scale, version: setting.version })
    return {
      ...{ id, claim: verdict.claim, firstRater, secondRater: rater, first: row.firstRating, second: row.rating },
      notBlindBecause: row.notBlindBecause === 'saved' || row.notBlindBecause === 'looked' ? row.notBlindBecause : null,
      at: row.givenAt.toISOString(),
      scale: key,
    }
  })
  return { rows, scales: [...scales.values()], waiting, zone }
}
