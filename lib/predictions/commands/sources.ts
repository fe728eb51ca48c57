import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import type { Tx } from '@/lib/platform/db'
import type { OutcomeSourceInput } from '../schema'

/**
 * Replaces what an outcome rests on. A source with a known address is used again, as it stands: its title and days belong to
 * all who cite it. `zone` gives the day of retrieval.
 */
export async function setOutcomeSourcesIn(
  tx: Tx,
  ctx: Context,
  outcomeId: string,
  sources: readonly OutcomeSourceInput[],
  zone: string,
): Promise<void> {
  const before = await tx.outcomeSource.findMany({ where: { outcomeId }, include: { source: true } })
  const known = new Map(before.map(({ source }) => [keyOf(source), source.id]))
  await tx.outcomeSource.deleteMany({ where: { outcomeId } })
  for (const [position, source] of sources.entries()) {
    const sourceId = known.get(keyOf(source)) ?? (await requireSourceIn(tx, ctx, source, dayInZone(ctx.now, zone)))
    await tx.outcomeSource.create({ data: { id: newId(), outcomeId, sourceId, excerpt: source.excerpt, position } })
  }
}

/** What makes two inputs the same document: the address, else all that is known of it. */
const keyOf = (source: Omit<OutcomeSourceInput, 'excerpt'>): string =>
  source.url ?? JSON.stringify([source.title, source.publisherName, source.publishedOn])

/** The source of this address, or a new one. Two people citing one address at once get one source. */
async function requireSourceIn(tx: Tx, ctx: Context, input: OutcomeSourceInput, retrievedOn: string): Promise<string> {
  const id = newId()
  const { url, title, publisherName, publishedOn } = input
  const data = {
    id,
    url,
    title,
    publisherName,
    publishedOn,
    retrievedOn,
    createdById: ctx.actor.id,
    createdAt: ctx.now,
  }
  await tx.source.createMany({ data: [data], skipDuplicates: true })
  if (url === null) return id
  const source = await tx.source.findUniqueOrThrow({ where: { url }, select: { id: true } })
  return source.id
}
