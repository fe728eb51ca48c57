import { getPreference } from '@/lib/accounts/queries/preferences'
import { type Context, isAdmin } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { requireSettings } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import { type Start, type StartFacts, startOf } from '../rules/starting'

export type StartView = {
  start: Start
  facts: StartFacts
  settings: Settings
  /** The second person, if there is one; `hasJoined`: the invitation was taken up. */
  second: { name: string; hasJoined: boolean } | null
  /** Its bar is out of the way. */
  isHidden: boolean
  claim: { id: string; slug: string; shortForm: string; kind: string } | null
}

/**
 * How far an own newsroom is on its way to the first published verdict, for its admins. Throws FORBIDDEN for others. Each
 * read looks at one row.
 */
export async function getStart(ctx: Context): Promise<StartView> {
  if (ctx.actor.kind !== 'user' || !isAdmin(ctx.actor)) throw new AppError('FORBIDDEN')
  const settings = await requireSettings()
  const [choice, second, article, claim] = await Promise.all([
    getPreference(ctx, 'start'),
    secondPerson(ctx.actor.id),
    db().article.findFirst({ orderBy: { id: 'asc' }, select: { id: true } }),
    furthestClaim(),
  ])
  const facts: StartFacts = {
    isScaleChosen: settings.version > 1 || choice?.isScaleKept === true,
    hasSecondPerson: settings.isSolo || second !== null,
    articleId: article?.id ?? null,
    claimId: claim?.id ?? null,
    hasEvidence: claim !== null && claim.evidence.length > 0,
    isSubmitted: claim?.state === 'submitted' || claim?.firstPublishedAt != null,
    isPublished: claim?.firstPublishedAt != null,
  }
  return { start: startOf(facts), facts, settings, second, claim, isHidden: choice?.isHidden ?? false }
}

/** The same for the bar above the desk's pages: null where nobody is to be guided (any more). */
export async function getStartBar(ctx: Context): Promise<StartView | null> {
  if (!isAdmin(ctx.actor) || (await requireSettings()).isDemo) return null
  const view = await getStart(ctx)
  return view.isHidden || view.start.current === null ? null : view
}

async function secondPerson(ownId: string): Promise<StartView['second']> {
  const other = await db().user.findFirst({
    where: { id: { not: ownId }, disabledAt: null },
    orderBy: { id: 'asc' },
    select: { name: true, email: true, passwordHash: true },
  })
  return other && { name: other.name || other.email, hasJoined: other.passwordHash !== null }
}

const CLAIM = {
  id: true,
  slug: true,
  shortForm: true,
  kind: true,
  state: true,
  firstPublishedAt: true,
  evidence: { where: { removedAt: null }, take: 1, select: { id: true } },
} as const

/** The claim that is nearest to readers: the first published one, else one that waits, is written on, or was accepted. */
async function furthestClaim() {
  const published = await db().verdict.findFirst({
    where: { state: 'published' },
    orderBy: { id: 'asc' },
    select: { claim: { select: CLAIM } },
  })
  if (published) return published.claim
  for (const state of ['submitted', 'in_review', 'accepted'] as const) {
    const claim = await db().claim.findFirst({ where: { state }, orderBy: { id: 'asc' }, select: CLAIM })
    if (claim) return claim
  }
  return null
}
