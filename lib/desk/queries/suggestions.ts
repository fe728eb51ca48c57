import { resolveMergedClaim } from '@/lib/claims/queries'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadSuggestions } from '../policy'
import { SUGGESTION_REASONS } from '../rules/suggesting'
import { secretHash } from '../rules/tickets'
import type { SuggestionState } from '../schema'

const FIELDS = {
  ...{ id: true, claimText: true, url: true, saidBy: true, state: true, receivedAt: true },
  decidedBy: { select: { name: true } },
} satisfies Prisma.SuggestionSelect
export type SuggestionRow = Prisma.SuggestionGetPayload<{ select: typeof FIELDS }>

const DETAIL = {
  ...FIELDS,
  ...{ why: true, contact: true, reason: true, note: true, decidedAt: true, revision: true },
  claim: { select: { id: true, statement: true, shortForm: true } },
} satisfies Prisma.SuggestionSelect
export type SuggestionDetail = Prisma.SuggestionGetPayload<{ select: typeof DETAIL }>

const PAGE = 40
/** What waits, and what was decided, in the order of the tabs. */
export const SUGGESTION_VIEWS = {
  waiting: ['received', 'looked_at'],
  taken_up: ['taken_up'],
  declined: ['declined'],
  spam: ['spam'],
} as const satisfies Record<string, readonly SuggestionState[]>
export type SuggestionView = keyof typeof SUGGESTION_VIEWS

/** The last that came first. `before`: the id of the last one seen. Throws NOT_FOUND for who may not read the desk. */
export async function listSuggestions(
  ctx: Context,
  { view, before }: { view: SuggestionView; before?: string },
): Promise<{ suggestions: SuggestionRow[]; next: string | null }> {
  if (!canReadSuggestions(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().suggestion.findMany({
    where: { state: { in: [...SUGGESTION_VIEWS[view]] }, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: FIELDS,
  })
  const suggestions = rows.slice(0, PAGE)
  return { suggestions, next: rows.length > PAGE ? (suggestions.at(-1)?.id ?? null) : null }
}

/** A suggestion, or null. Throws NOT_FOUND for who may not read the desk. */
export async function getSuggestion(ctx: Context, id: string): Promise<SuggestionDetail | null> {
  if (!canReadSuggestions(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().suggestion.findUnique({ where: { id }, select: DETAIL })
}

/** What whoever has the link may see: no names of people, no contact. */
export type SuggestionStatus = {
  claimText: string
  receivedAt: Date
  decidedAt: Date | null
} & (
  | { is: 'received' | 'looked_at' }
  /** `path`: of the public page, once it is there. */
  | { is: 'taken_up'; path: string | null; shortForm: string | null }
  /** No reason is told where it was taken for spam. */
  | { is: 'declined'; reason: string | null; note: string | null }
)

/** The state of a suggestion by the secret of its link; null where there is none. Public. */
export async function getSuggestionStatus(secret: string): Promise<SuggestionStatus | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const found = await db().suggestion.findUnique({
    where: { secretHash: secretHash(secret) },
    select: {
      claimText: true,
      receivedAt: true,
      decidedAt: true,
      state: true,
      claimId: true,
      reason: true,
      note: true,
    },
  })
  if (found === null) return null
  const { claimText, receivedAt, decidedAt, state, claimId, reason, note } = found
  const shared = { claimText, receivedAt, decidedAt }
  if (state === 'spam') return { ...shared, is: 'declined', reason: null, note: null }
  if (state === 'declined') return { ...shared, is: 'declined', reason: reason && SUGGESTION_REASONS[reason], note }
  if (state !== 'taken_up' || claimId === null)
    return { ...shared, is: state === 'received' ? 'received' : 'looked_at' }
  return { ...shared, is: 'taken_up', ...(await publicPageOf(claimId)) }
}

async function publicPageOf(claimId: string): Promise<{ path: string | null; shortForm: string | null }> {
  const standing = await resolveMergedClaim(claimId)
  const claim =
    standing &&
    (await db().claim.findFirst({
      where: { id: standing.id, firstPublishedAt: { not: null }, state: { notIn: ['merged', 'hidden'] } },
      select: { slug: true, kind: true, shortForm: true },
    }))
  if (!claim) return { path: null, shortForm: null }
  return {
    path: `/${claim.kind === 'prediction' ? 'predictions' : 'claims'}/${claim.slug}`,
    shortForm: claim.shortForm,
  }
}
