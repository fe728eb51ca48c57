import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { canReadDesk } from '../policy'
import type { DifferenceField } from '../schema'

const PAGE = 25

/** A decided candidate that newer rules read otherwise, and nobody has looked at yet. */
export type OpenDifference = {
  id: string
  candidateId: string
  candidateState: 'accepted' | 'rejected' | 'merged'
  quote: string
  fields: DifferenceField[]
  article: { id: string; title: string; publisherName: string }
}

/** Open differences, the oldest first, 25 a page; `after` is the last one seen. Whoever reads the desk may. */
export async function listOpenDifferences(
  ctx: Context,
  { after }: { after?: string },
): Promise<{ differences: OpenDifference[]; next: string | null }> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const rows = await db().candidateDifference.findMany({
    where: { state: 'open', candidate: { state: { not: 'new' } }, id: after === undefined ? undefined : { gt: after } },
    orderBy: { id: 'asc' },
    take: PAGE + 1,
    select: {
      ...{ id: true, fields: true },
      candidate: {
        select: {
          ...{ id: true, state: true, quote: true },
          article: { select: { id: true, title: true, publisher: { select: { name: true } } } },
        },
      },
    },
  })
  const differences = rows.slice(0, PAGE).flatMap(({ id, fields, candidate: { state, article, ...candidate } }) =>
    state === 'new'
      ? []
      : {
          ...{ id, candidateId: candidate.id, candidateState: state, quote: candidate.quote },
          fields: fields as DifferenceField[],
          article: { id: article.id, title: article.title, publisherName: article.publisher.name },
        },
  )
  return { differences, next: rows.length > PAGE ? (differences.at(-1)?.id ?? null) : null }
}
