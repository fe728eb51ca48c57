import type { Context } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import { contentOfSave } from '../present'
import type { VerdictContent } from '../schema'
import { ControlTexts } from '../schema/copies'

/** What a person typed and did not save: `base` is what stood there when it was opened. */
export type WorkingCopyView = { values: ControlTexts; baseRevision: number; base: VerdictContent; keptAt: string }

/** The working copy of whoever asks, who alone may read it; null where there is none. */
export async function getWorkingCopy(ctx: Context, verdictId: string): Promise<WorkingCopyView | null> {
  const userId = ctx.actor.id
  if (userId === null) return null
  const copy = await db().workingCopy.findUnique({ where: { verdictId_userId: { verdictId, userId } } })
  const values = ControlTexts.safeParse(copy?.values)
  if (copy === null || !values.success) return null
  const { baseRevision, keptAt } = copy
  const opened = await db().verdictSave.findUnique({
    where: { verdictId_revision: { verdictId, revision: baseRevision } },
    select: { content: true },
  })
  if (opened === null) return null
  return { values: values.data, baseRevision, base: contentOfSave(opened.content), keptAt: keptAt.toISOString() }
}
