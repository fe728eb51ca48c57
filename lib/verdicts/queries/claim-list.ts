import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { ratingOf } from '@/lib/settings/rules'
import type { Rating } from '@/lib/settings/schema'
import { canReadVerdictDesk } from '../policy'
import { FrozenVerdict } from '../schema'
import { listApprovableVerdicts } from './approvals'
import { listHiddenClaims } from './blinding'

/** What a list may show: everything open, what is mine, what waits for my approval, what came back to its writer. */
export const CLAIM_VIEWS = ['all', 'mine', 'waiting', 'sent-back'] as const
export type ClaimView = (typeof CLAIM_VIEWS)[number]

export type ClaimListFilter = {
  view: ClaimView
  state?: 'accepted' | 'in_review' | 'submitted' | 'published' | 'withdrawn' | 'merged' | 'hidden'
  kind?: 'statistic' | 'prediction' | 'event' | 'statement'
  /** The id of the last claim seen; ids are in order of making. */
  before?: string
  limit?: number
}

const listSelect = {
  id: true,
  kind: true,
  state: true,
  statement: true,
  shortForm: true,
  speaker: { select: { name: true } },
  assignee: { select: { name: true } },
  _count: { select: { occurrences: true, evidence: { where: { removedAt: null } } } },
  currentVerdict: { select: { frozen: true, publishedAt: true } },
  verdicts: {
    where: { state: { in: ['draft', 'submitted'] } },
    select: {
      state: true,
      rating: true,
      sentBackReason: true,
      submittedAt: true,
      submittedBy: { select: { name: true } },
      sentBackBy: { select: { name: true } },
      author: { select: { name: true } },
    },
  },
} satisfies Prisma.ClaimSelect

type Row = Prisma.ClaimGetPayload<{ select: typeof listSelect }>

export type ListedClaim = Pick<Row, 'id' | 'kind' | 'state' | 'statement' | 'shortForm'> & {
  speakerName: string | null
  assigneeName: string | null
  occurrences: number
  evidence: number
  /** Of the verdict in force. */
  rating: FrozenVerdict['rating'] | null
  version: {
    state: 'draft' | 'submitted'
    rating: Rating | null
    authorName: string
    submitted: { by: string; at: string } | null
    sentBack: { by: string; reason: string } | null
  } | null
}

/** Claims with where their verdicts stand, newest first; `next` is the `before` of the following page. At most 100. */
export async function listDeskClaims(
  ctx: Context,
  filter: ClaimListFilter,
): Promise<{ claims: ListedClaim[]; next: string | null; zone: string }> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const limit = Math.min(filter.limit ?? 30, 100)
  const view = await viewWhere(ctx, filter.view)
  const [rows, settings] = await Promise.all([
    db().claim.findMany({
      where: {
        kind: filter.kind,
        state: filter.state ?? { notIn: ['merged', 'hidden'] },
        id: filter.before === undefined ? undefined : { lt: filter.before },
        ...view,
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: listSelect,
    }),
    requireSettings(),
  ])
  const hidden = await listHiddenClaims(
    ctx,
    rows.map(({ id }) => id),
  )
  const claims = rows
    .slice(0, limit)
    .map((row) => (hidden.has(row.id) ? { ...row, verdicts: row.verdicts.map(concealed) } : row))
    .map((row) => toListed(row, (key) => ratingOf(settings.ratingScale, key)))
  return { claims, next: rows.length > limit ? (claims.at(-1)?.id ?? null) : null, zone: settings.zone }
}

/** An open version as it is listed for whom its text is kept from. */
const concealed = (version: Row['verdicts'][number]) => ({ ...version, rating: null, sentBackReason: null })

async function viewWhere(ctx: Context, view: ClaimView): Promise<Prisma.ClaimWhereInput> {
  const { id } = ctx.actor
  if (view === 'waiting') {
    const approvable = await listApprovableVerdicts(ctx)
    return { AND: { id: { in: approvable.map(({ claim }) => claim.id) } } }
  }
  if (view === 'sent-back') return { verdicts: { some: { state: 'draft', sentBackAt: { not: null } } } }
  if (view === 'mine' && id !== null) {
    const mine = { OR: [{ authorId: id }, { saves: { some: { savedById: id } } }] }
    return { OR: [{ assigneeId: id }, { createdById: id }, { verdicts: { some: mine } }] }
  }
  return {}
}

function toListed(row: Row, ratingFor: (key: string | null) => Rating | null): ListedClaim {
  const { id, kind, state, statement, shortForm, speaker, assignee, _count, currentVerdict } = row
  const open = row.verdicts[0]
  return {
    ...{ id, kind, state, statement, shortForm },
    speakerName: speaker?.name ?? null,
    assigneeName: assignee?.name ?? null,
    occurrences: _count.occurrences,
    evidence: _count.evidence,
    rating: currentVerdict ? FrozenVerdict.shape.rating.parse(ratingPart(currentVerdict.frozen)) : null,
    version: open
      ? {
          state: open.state === 'submitted' ? 'submitted' : 'draft',
          rating: ratingFor(open.rating),
          authorName: open.author.name,
          submitted:
            open.submittedBy && open.submittedAt
              ? { by: open.submittedBy.name, at: open.submittedAt.toISOString() }
              : null,
          sentBack: open.sentBackBy ? { by: open.sentBackBy.name, reason: open.sentBackReason ?? '' } : null,
        }
      : null,
  }
}

const ratingPart = (frozen: unknown): unknown => z.object({ rating: z.unknown() }).parse(frozen).rating
