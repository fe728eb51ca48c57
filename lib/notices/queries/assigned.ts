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

/** To whom a claim was given; of many claims one notice with their number, nothing where they were taken back already. */
export async function tellOfAssigned(_ctx: Context, { entityId, payload }: StoredEvent): Promise<News[]> {
  const { after: userId, bulk } = claimEvents['claim.assigned'].payload.parse(payload)
  if (userId === null) return []
  const one = { userId, kind: 'assigned', subjectType: 'claim', subjectId: entityId } as const
  if (bulk === null) return [one]
  const made = await db().bulkMove.findUnique({ where: { id: bulk.id }, select: { done: true, undoneAt: true } })
  if (made === null || (made.undoneAt !== null && !bulk.isUndo)) return []
  const cause = bulkCause(bulk, bulk.isUndo)
  const n = await db().claim.count({ where: { id: { in: idsIn(made.done) }, assigneeId: userId } })
  return [
    n < 2 ? { ...one, cause } : { ...one, subjectType: 'bulk_move', subjectId: bulk.id, words: `${n} claims`, cause },
  ]
}

const idsIn = (done: unknown): string[] =>
  Array.isArray(done) ? done.flatMap((item: { id?: unknown }) => (typeof item.id === 'string' ? item.id : [])) : []
