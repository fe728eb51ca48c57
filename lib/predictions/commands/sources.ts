import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import type { ArticleCopy } from '@/lib/evidence/commands/article-copies'
import { citeAgainIn, citeIn } from '@/lib/evidence/commands/citing'
import { lockRow, type Tx } from '@/lib/platform/db'
import type { OutcomeSource } from '@/lib/platform/generated/client'
import type { OutcomeSourceInput } from '../schema'

/**
 * Replaces what an outcome rests on. A source with a known address is used again as it stands; the outcome keeps the
 * particulars that were written for it, because they are what a second person approves. `today`: the day of retrieval.
 * `article`: what the desk kept of the article that it was begun from.
 */
export async function setOutcomeSourcesIn(
  tx: Tx,
  ctx: Context,
  outcomeId: string,
  sources: readonly OutcomeSourceInput[],
  { today, article }: { today: Day; article: ArticleCopy | null },
): Promise<void> {
  const before = await tx.outcomeSource.findMany({ where: { outcomeId } })
  const known = new Map(before.map((cited) => [`${keyOf(cited)} ${cited.excerpt}`, cited]))
  await tx.outcomeSource.deleteMany({ where: { outcomeId } })
  for (const [position, cited] of sources.entries()) {
    const same = known.get(`${keyOf(cited)} ${cited.excerpt}`)
    const row = same
      ? { ...placeFieldsOf(same), sourceId: same.sourceId }
      : await citedIn(tx, ctx, cited, { today, article, sourceId: idOf(before, cited) })
    const { url, title, publisherName, publishedOn } = cited
    const particulars = { url, title, publisherName, publishedOn, excerpt: cited.excerpt }
    await tx.outcomeSource.create({ data: { id: newId(), outcomeId, ...particulars, ...row, position } })
  }
}

/** Of a source without an address that is on the list already: nothing else says that it is the same. */
const idOf = (before: readonly OutcomeSource[], cited: OutcomeSourceInput): string | null =>
  cited.url === null ? (before.find((row) => keyOf(row) === keyOf(cited))?.sourceId ?? null) : null

/** Takes over what another outcome rests on, as it was written there. */
export async function copySourcesIn(tx: Tx, ctx: Context, fromId: string, outcomeId: string): Promise<void> {
  const cited = await tx.outcomeSource.findMany({ where: { outcomeId: fromId }, orderBy: { position: 'asc' } })
  for (const row of cited) {
    await tx.outcomeSource.create({ data: { ...row, id: newId(), outcomeId } })
    await lockRow(tx, 'source', row.sourceId)
    const source = await tx.source.findUniqueOrThrow({ where: { id: row.sourceId } })
    await citeAgainIn(tx, ctx, source, { ...NO_PLACE, excerpt: row.excerpt })
  }
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
  const today = dayInZone(ctx.now, zone)
  for (const [position, cited] of sources.entries()) {
    const row = await citedIn(tx, ctx, cited, { today, article: null, sourceId: null })
    const { url, title, publisherName, publishedOn } = cited
    const particulars = { url, title, publisherName, publishedOn }
    await tx.judgementSource.create({ data: { id: newId(), judgementId, ...particulars, ...row, position } })
  }
}

/** What makes two inputs the same document: the address, else all that is known of it. */
const keyOf = (source: Omit<OutcomeSourceInput, 'excerpt'>): string =>
  source.url ?? JSON.stringify([source.title, source.publisherName, source.publishedOn])

const NO_PLACE = { copyId: null, excerptStart: null, excerptEnd: null }

/** Cites a source as evidence does; of the article that it was begun from with what the desk kept of it. */
async function citedIn(
  tx: Tx,
  ctx: Context,
  cited: OutcomeSourceInput,
  { today, article, sourceId }: { today: Day; article: ArticleCopy | null; sourceId: string | null },
) {
  const isArticle =
    article !== null && cited.url === article.url && (cited.url !== null || cited.title === article.title)
  const { publishedOn } = cited
  const published = {
    publishedOn: publishedOn !== null && publishedOn > today ? null : publishedOn,
    retrievedOn: today,
  }
  const input = { ...cited, ...published, ...NO_PLACE, sourceId, kind: 'secondary', archiveUrl: null } as const
  const { source, place } = await citeIn(tx, ctx, input, isArticle ? article : null)
  return { sourceId: source.id, ...place }
}
