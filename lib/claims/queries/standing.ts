import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'
import { hideRefusal, mergeRefusal, splitRefusal, unhideRefusal, unmergeRefusal } from '../rules/refusals'

/** A place whose candidate, if it had one, is still decided to make the claim. */
export const DECIDED_PLACE = {
  OR: [{ candidateId: null }, { candidate: { state: { in: ['accepted', 'merged'] } } }],
} satisfies Prisma.OccurrenceWhereInput

const STANDING = {
  ...{ id: true, kind: true, state: true, statement: true, shortForm: true, firstPublishedAt: true },
  mergedIntoId: true,
} satisfies Prisma.ClaimSelect

type Row = Prisma.ClaimGetPayload<{ select: typeof STANDING }>
const factsOf = (row: Row) => ({ ...row, isPublished: row.firstPublishedAt !== null })

/** What may be done with a whole claim: a reason, in words, where it may not be. */
export type ClaimStanding = {
  split: string | null
  hide: string | null
  /** Only of a hidden one. */
  unhide: string | null
  /** Only of a merged one. */
  unmerge: string | null
  /** What was merged into it, newest first, at most 50, with why that cannot be undone. */
  absorbed: { id: string; statement: string; unmerge: string | null }[]
}

/** Null when there is no such claim. */
export async function getClaimStanding(ctx: Context, claimId: string): Promise<ClaimStanding | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const [row, total, decided] = await Promise.all([
    db().claim.findUnique({
      where: { id: claimId },
      select: {
        ...STANDING,
        mergedInto: { select: STANDING },
        merged: { select: STANDING, orderBy: { id: 'desc' }, take: 50 },
      },
    }),
    db().occurrence.count({ where: { claimId } }),
    db().occurrence.count({ where: { claimId, ...DECIDED_PLACE } }),
  ])
  if (row === null) return null
  const { mergedInto, merged, ...claim } = row
  const facts = factsOf(claim)
  return {
    split: splitRefusal(ctx.actor, facts, { total, moving: 1 })?.text ?? null,
    hide: hideRefusal(ctx.actor, facts)?.text ?? null,
    unhide: unhideRefusal(ctx.actor, facts, decided)?.text ?? null,
    unmerge: mergedInto && (unmergeRefusal(ctx.actor, facts, factsOf(mergedInto))?.text ?? null),
    absorbed: merged.map((other) => ({
      ...{ id: other.id, statement: other.statement },
      unmerge: unmergeRefusal(ctx.actor, factsOf(other), facts)?.text ?? null,
    })),
  }
}

const SIDE = {
  ...STANDING,
  speaker: { select: { name: true } },
  prediction: { select: { state: true } },
  _count: { select: { occurrences: true, evidence: { where: { removedAt: null } }, verdicts: true } },
} satisfies Prisma.ClaimSelect

type SideRow = Prisma.ClaimGetPayload<{ select: typeof SIDE }>

/** One of two claims that may be the same, with what hangs on it. */
export type MergeSide = Pick<SideRow, 'id' | 'kind' | 'state' | 'statement'> & {
  speakerName: string | null
  places: number
  evidence: number
  hasVerdict: boolean
  hasPrediction: boolean
  /** Why this one cannot go into the other. */
  refusal: string | null
}

const toSide = ({ speaker, prediction, _count, ...row }: SideRow, refusal: string | null): MergeSide => ({
  ...{ id: row.id, kind: row.kind, state: row.state, statement: row.statement },
  speakerName: speaker?.name ?? null,
  places: _count.occurrences,
  evidence: _count.evidence,
  hasVerdict: _count.verdicts > 0,
  hasPrediction: prediction !== null,
  refusal,
})

/** What merging would do, either way round; null when one of the two is not there or both are the same. */
export async function previewClaimMerge(
  ctx: Context,
  claimId: string,
  otherId: string,
): Promise<{ claim: MergeSide; other: MergeSide } | null> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  if (claimId === otherId) return null
  const rows = await db().claim.findMany({ where: { id: { in: [claimId, otherId] } }, select: SIDE })
  const [claim, other] = [rows.find(({ id }) => id === claimId), rows.find(({ id }) => id === otherId)]
  if (claim === undefined || other === undefined) return null
  const refusal = (from: Row, into: Row) => mergeRefusal(ctx.actor, factsOf(from), factsOf(into))?.text ?? null
  return { claim: toSide(claim, refusal(claim, other)), other: toSide(other, refusal(other, claim)) }
}
