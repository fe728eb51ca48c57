import type { StoredEvent } from '@/lib/audit/events'
import { claimEvents, type PartOfBulk } from '@/lib/claims/events'
import type { Context } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import type { News } from '../rules/news'

/** The move of many that an assignment was part of, or its undoing; null of one that was made by itself. */
export const bulkOf = (payload: unknown): PartOfBulk | null =>
  payload === null ? null : claimEvents['claim.assigned'].payload.parse(payload).bulk

/** What was assigned together is told once, and what was given back together once more. */
export const bulkCause = ({ id }: PartOfBulk, isUndo: boolean): string => (isUndo ? `bulk:${id}:undone` : `bulk:${id}`)

/** To whom a claim was given; of many claims one notice with their number, and of none that was taken back since. */
export async function tellOfAssigned(_ctx: Context, { entityId, payload }: StoredEvent): Promise<News[]> {
  const { after: userId, bulk } = claimEvents['claim.assigned'].payload.parse(payload)
  if (userId === null) return []
  const one = { userId, kind: 'assigned', subjectType: 'claim', subjectId: entityId } as const
  if (bulk === null) return [one]
  const told = await aboutBulk(bulk.id, userId)
  return told ? [{ ...one, ...told, cause: bulkCause(bulk, bulk.isUndo) }] : []
}

/** What is told of the claims of a move of many that are this person's now; null where none of them is. */
export async function aboutBulk(
  bulkId: string,
  userId: string,
): Promise<(Pick<News, 'subjectType' | 'subjectId'> & { words: string | null }) | null> {
  const made = await db().bulkMove.findUnique({ where: { id: bulkId }, select: { done: true } })
  const where = { id: { in: idsIn(made?.done) }, assigneeId: userId }
  const theirs = await db().claim.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  const [first] = theirs
  if (first === undefined) return null
  return theirs.length === 1
    ? { subjectType: 'claim', subjectId: first.id, words: null }
    : { subjectType: 'bulk_move', subjectId: bulkId, words: `${theirs.length} claims` }
}

const idsIn = (done: unknown): string[] =>
  Array.isArray(done) ? done.flatMap((item: { id?: unknown }) => (typeof item.id === 'string' ? item.id : [])) : []
