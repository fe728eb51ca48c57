import { z } from 'zod'
import { getColleagueIn } from '@/lib/accounts/queries'
import { assignClaimIn } from '@/lib/claims/commands/assigning'
import { addTopicIn, removeTopicIn } from '@/lib/claims/commands/topics'
import { rejectCandidateIn, reopenCandidateIn } from '@/lib/claims/commands/triage'
import { canEditClaim, canTriage } from '@/lib/claims/policy'
import { TopicName } from '@/lib/claims/schema/topics'
import { type Actor, type Context, isEditor } from '@/lib/core/context'
import { AppError, isAppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import type { BulkMove } from '@/lib/platform/generated/client'
import {
  AddTopicToMany,
  AssignMany,
  type BulkAnswer,
  BulkDone,
  type BulkRefused,
  RejectMany,
  UndoBulk,
} from '../schema/bulk'

type Kind = BulkMove['kind']
type Step = (tx: Tx, id: string) => Promise<{ before: string | null } | 'unchanged'>
/** All in one order, so that two people who choose the same things wait for each other instead of locking each other out. */
type Plan = { bulkId: string; kind: Kind; input: object; ids: string[]; step: Step }

/** Rejects up to 100 candidates for one reason. What somebody decided meanwhile is told item by item. Throws FORBIDDEN. */
export async function rejectMany(ctx: Context, given: RejectMany): Promise<BulkAnswer> {
  const { ids, reason, note } = RejectMany.parse(given)
  if (!canTriage(ctx.actor)) throw new AppError('FORBIDDEN')
  const step: Step = async (tx, candidateId) => {
    await rejectCandidateIn(tx, ctx, { candidateId, reason, note })
    return { before: null }
  }
  return carryOut(ctx, { bulkId: newId(), kind: 'reject', input: { reason, note }, ids, step })
}

/**
 * Assigns up to 100 claims to a person, or gives them back. Throws FORBIDDEN, and BAD_INPUT for a person who cannot work on
 * claims (any more); what was merged or hidden meanwhile is told item by item.
 */
export async function assignMany(ctx: Context, given: AssignMany): Promise<BulkAnswer> {
  const { ids, assigneeId } = AssignMany.parse(given)
  if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
  const bulkId = newId()
  const step: Step = async (tx, claimId) => {
    const before = await assigneeOf(tx, claimId)
    if (before === assigneeId) return 'unchanged'
    await assignClaimIn(tx, ctx, { claimId, assigneeId, before }, { id: bulkId, isUndo: false })
    return { before }
  }
  const check = async (tx: Tx) => {
    if (assigneeId !== null && (await getColleagueIn(tx, assigneeId)) === null)
      throw new AppError('BAD_INPUT', { fields: { assigneeId: 'Choose a reviewer or an editor of this desk.' } })
  }
  return carryOut(ctx, { bulkId, kind: 'assign', input: { assigneeId }, ids, step }, check)
}

/** Adds a topic to up to 100 claims; those that have it already count as done. Throws as above. */
export async function addTopicToMany(ctx: Context, given: AddTopicToMany): Promise<BulkAnswer> {
  const { ids, topic } = AddTopicToMany.parse(given)
  if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
  const step: Step = async (tx, claimId) =>
    (await addTopicIn(tx, ctx, { claimId, topic })) ? { before: null } : 'unchanged'
  return carryOut(ctx, { bulkId: newId(), kind: 'topic', input: { topic }, ids, step })
}

async function assigneeOf(tx: Tx, claimId: string): Promise<string | null> {
  if (!(await lockRow(tx, 'claim', claimId))) throw new AppError('NOT_FOUND')
  const { assigneeId } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { assigneeId: true } })
  return assigneeId
}

const carryOut = (ctx: Context, plan: Plan, check?: (tx: Tx) => Promise<void>): Promise<BulkAnswer> =>
  inTransaction(async (tx) => {
    await check?.(tx)
    const { done, unchanged, refused } = await each(tx, plan)
    if (done.length === 0) return { bulkId: null, done: unchanged, refused }
    const { bulkId } = plan
    const byId = requirePersonId(ctx.actor)
    await tx.bulkMove.create({
      data: { id: bulkId, kind: plan.kind, input: plan.input, done, refused, byId, madeAt: ctx.now },
    })
    return { bulkId, done: [...done.map(({ id }) => id), ...unchanged], refused }
  })

/** One that is refused was refused before anything of it was written, so the others go on in the same transaction. */
async function each(
  tx: Tx,
  { kind, ids, step }: Omit<Plan, 'bulkId'>,
): Promise<{ done: BulkDone; unchanged: string[]; refused: BulkRefused }> {
  const done: BulkDone = []
  const unchanged: string[] = []
  const told: { id: string; reason: string }[] = []
  for (const id of ids) {
    try {
      const answer = await step(tx, id)
      if (answer === 'unchanged') unchanged.push(id)
      else done.push({ id, ...answer })
    } catch (error) {
      if (!isAppError(error)) throw error
      told.push({ id, reason: Object.values(error.fields ?? {})[0] ?? error.text })
    }
  }
  const words = await wordsOf(
    tx,
    kind,
    told.map(({ id }) => id),
  )
  return {
    done,
    unchanged,
    refused: told.map((one) => ({ ...one, words: words.get(one.id) ?? 'It is not there any more' })),
  }
}

async function wordsOf(tx: Tx, kind: Kind, ids: string[]): Promise<Map<string, string>> {
  const where = { id: { in: ids } }
  const rows =
    kind === 'reject'
      ? await tx.candidate.findMany({ where, select: { id: true, quote: true } })
      : await tx.claim.findMany({ where, select: { id: true, shortForm: true } })
  return new Map(rows.map((row) => [row.id, 'quote' in row ? row.quote.slice(0, 160).toWellFormed() : row.shortForm]))
}

function requirePersonId({ id }: Actor): string {
  if (id === null) throw new AppError('FORBIDDEN')
  return id
}

const Asked = z.object({ topic: TopicName.optional(), assigneeId: z.string().nullable().optional() })

/**
 * Takes a move of many back as one, by whoever made it or an editor. What was moved on since stays as it is now, and is told
 * item by item. Throws NOT_FOUND, FORBIDDEN, MOVE_REFUSED when it was taken back already.
 */
export async function undoBulk(ctx: Context, given: UndoBulk): Promise<Omit<BulkAnswer, 'bulkId'>> {
  const { bulkId } = UndoBulk.parse(given)
  return inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'bulk_move', bulkId))) throw new AppError('NOT_FOUND')
    const bulk = await tx.bulkMove.findUniqueOrThrow({ where: { id: bulkId } })
    if (bulk.byId !== ctx.actor.id && !isEditor(ctx.actor)) throw new AppError('FORBIDDEN')
    if (bulk.undoneAt !== null)
      throw new AppError('MOVE_REFUSED', { text: 'This was taken back already. Nothing was changed.' })
    const before = new Map(BulkDone.parse(bulk.done).map((one) => [one.id, one.before]))
    const step: Step = async (tx, id) => {
      await takeBack(tx, ctx, bulk, { id, before: before.get(id) ?? null })
      return { before: null }
    }
    const { done, refused } = await each(tx, { kind: bulk.kind, input: {}, ids: [...before.keys()], step })
    // where nothing could be taken back, it can be tried again
    if (done.length > 0) await tx.bulkMove.update({ where: { id: bulkId }, data: { undoneAt: ctx.now } })
    return { done: done.map(({ id }) => id), refused }
  })
}

const MOVED_ON = 'Somebody changed it since. It stays as it is now.'

async function takeBack(tx: Tx, ctx: Context, bulk: BulkMove, { id, before }: BulkDone[number]): Promise<void> {
  const { topic, assigneeId = null } = Asked.parse(bulk.input)
  if (bulk.kind === 'reject') {
    await lockRow(tx, 'candidate', id)
    const row = await tx.candidate.findUnique({
      where: { id },
      select: { state: true, decidedById: true, decidedAt: true },
    })
    const isAsLeft =
      row?.state === 'rejected' && row.decidedById === bulk.byId && row.decidedAt?.getTime() === bulk.madeAt.getTime()
    if (!isAsLeft) throw new AppError('MOVE_REFUSED', { text: MOVED_ON })
    await reopenCandidateIn(tx, ctx, { candidateId: id })
    return
  }
  if (bulk.kind === 'assign') {
    if ((await assigneeOf(tx, id)) !== assigneeId) throw new AppError('MOVE_REFUSED', { text: MOVED_ON })
    await assignClaimIn(tx, ctx, { claimId: id, assigneeId: before, before: assigneeId }, { id: bulk.id, isUndo: true })
    return
  }
  if (topic === undefined || !(await removeTopicIn(tx, ctx, { claimId: id, topic })))
    throw new AppError('MOVE_REFUSED', { text: MOVED_ON })
}
