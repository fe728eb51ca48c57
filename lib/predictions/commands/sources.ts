import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import { archiveWhenCited } from '@/lib/evidence/commands/archiving'
import { watchAgain } from '@/lib/evidence/commands/watching'
import { lockRow, type Tx } from '@/lib/platform/db'
import type { OutcomeSource } from '@/lib/platform/generated/client'
import type { OutcomeSourceInput } from '../schema'

/**
 * Replaces what an outcome rests on. A source with a known address is used again as it stands; the outcome keeps the
 * particulars that were written for it, because they are what a second person approves. `zone` gives the day of retrieval.
 */
export async function setOutcomeSourcesIn(
  tx: Tx,
  ctx: Context,
  outcomeId: string,
  sources: readonly OutcomeSourceInput[],
  zone: string,
): Promise<void> {
  const before = await tx.outcomeSource.findMany({ where: { outcomeId } })
  const known = new Map(before.map((cited) => [keyOf(cited), cited.sourceId]))
  const placed = new Map(before.map((cited) => [`${keyOf(cited)} ${cited.excerpt}`, placeFieldsOf(cited)]))
  await tx.outcomeSource.deleteMany({ where: { outcomeId } })
  for (const [position, cited] of sources.entries()) {
    const sourceId = known.get(keyOf(cited)) ?? (await requireSourceIn(tx, ctx, cited, dayInZone(ctx.now, zone)))
    const { url, title, publisherName, publishedOn, excerpt } = cited
    const particulars = { url, title, publisherName, publishedOn, excerpt }
    const place = placed.get(`${keyOf(cited)} ${excerpt}`)
    await tx.outcomeSource.create({ data: { id: newId(), outcomeId, sourceId, ...particulars, ...place, position } })
  }
}

/** Takes over what another outcome rests on, as it was written there. */
export async function copySourcesIn(tx: Tx, fromId: string, outcomeId: string): Promise<void> {
  const cited = await tx.outcomeSource.findMany({ where: { outcomeId: fromId } })
  await tx.outcomeSource.createMany({ data: cited.map((row) => ({ ...row, id: newId(), outcomeId })) })
}

/** Where an excerpt was chosen stays known as long as its words do. */
const placeFieldsOf = ({ copyId, excerptStart, excerptEnd, excerptPrefix, excerptSuffix }: OutcomeSource) => ({
  ...{ copyId, excerptStart, excerptEnd, excerptPrefix, excerptSuffix },
})

/** Keeps what a judgement rests on as it was proposed. */
export async function addJudgementSourcesIn(
  tx: Tx,
  ctx: Context,
  judgementId: string,
  sources: readonly OutcomeSourceInput[],
  zone: string,
): Promise<void> {
  for (const [position, { url, title, publisherName, publishedOn, excerpt }] of sources.entries()) {
    const particulars = { url, title, publisherName, publishedOn }
    const sourceId = await requireSourceIn(tx, ctx, { ...particulars, excerpt }, dayInZone(ctx.now, zone))
    await tx.judgementSource.create({ data: { id: newId(), judgementId, sourceId, ...particulars, excerpt, position } })
  }
}

/** What makes two inputs the same document: the address, else all that is known of it. */
const keyOf = (source: Omit<OutcomeSourceInput, 'excerpt'>): string =>
  source.url ?? JSON.stringify([source.title, source.publisherName, source.publishedOn])

/** The source of this address, or a new one, watched and archived as what is cited is. Two people citing one address at once get one source. */
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
  const found = await tx.source.findUniqueOrThrow({ where: { url }, select: { id: true } })
  await lockRow(tx, 'source', found.id)
  const source = await tx.source.findUniqueOrThrow({ where: { id: found.id } })
  await watchAgain(tx, ctx, source.id)
  await archiveWhenCited(tx, ctx, source)
  return source.id
}
