import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { ratingOf } from '@/lib/settings/rules'
import type { Rating } from '@/lib/settings/schema'
import { canReadVerdictDesk } from '../policy'
import { FrozenVerdict } from '../schema'
import { listUnseenClaims } from './blinding'

const listSelect = {
  id: true,
  kind: true,
  state: true,
  statement: true,
  shortForm: true,
  speaker: { select: { name: true } },
  assignee: { select: { name: true } },
  _count: { select: { occurrences: true, evidence: { where: { removedAt: null } } } },
  topics: { select: { topic: { select: { name: true } } }, orderBy: { topic: { name: 'asc' } } },
  currentVerdict: { select: { frozen: true, publishedAt: true } },
  rechecks: { where: { state: 'open' }, take: 1, select: { dueOn: true } },
  prediction: { select: { state: true, dueFrom: true, dueTo: true, graceDays: true, saidOn: true } },
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
  topics: string[]
  /** When the verdict in force is to be looked at again. */
  recheckOn: Day | null
  /** Of an opened prediction. */
  due: { from: Day; to: Day; graceDays: number; saidOn: Day | null } | null
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

/** These claims with where their verdicts stand, in the order of their ids as given; at most 100. Queues choose them. */
export async function loadListedClaims(ctx: Context, ids: readonly string[]): Promise<ListedClaim[]> {
  if (!canReadVerdictDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  if (ids.length === 0) return []
  const [rows, settings] = await Promise.all([
    db().claim.findMany({ where: { id: { in: ids.slice(0, 100) } }, select: listSelect }),
    requireSettings(),
  ])
  const unseen = await listUnseenClaims(
    ctx,
    rows.map(({ id }) => id),
  )
  const byId = new Map(
    rows
      .map((row) => (unseen.has(row.id) ? { ...row, verdicts: row.verdicts.map(concealed) } : row))
      .map((row) => [row.id, toListed(row, (key) => ratingOf(settings.ratingScale, key))]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** An open version as it is listed for whom it was never shown to. */
const concealed = (version: Row['verdicts'][number]) => ({ ...version, rating: null, sentBackReason: null })

function toListed(row: Row, ratingFor: (key: string | null) => Rating | null): ListedClaim {
  const { id, kind, state, statement, shortForm, speaker, assignee, _count, currentVerdict } = row
  const open = row.verdicts[0]
  return {
    ...{ id, kind, state, statement, shortForm },
    speakerName: speaker?.name ?? null,
    assigneeName: assignee?.name ?? null,
    occurrences: _count.occurrences,
    evidence: _count.evidence,
    topics: row.topics.map(({ topic }) => topic.name),
    recheckOn: row.rechecks[0]?.dueOn ?? null,
    due: dueOf(row.prediction),
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

function dueOf(prediction: Row['prediction']): ListedClaim['due'] {
  if (prediction?.state !== 'opened' || prediction.dueFrom === null || prediction.dueTo === null) return null
  const { dueFrom: from, dueTo: to, graceDays, saidOn } = prediction
  return { from, to, graceDays, saidOn }
}

const ratingPart = (frozen: unknown): unknown => z.object({ rating: z.unknown() }).parse(frozen).rating
