import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { lockRow, type Tx } from '@/lib/platform/db'
import type { Source } from '@/lib/platform/generated/client'
import { evidenceEvents } from '../events'
import { changedFields } from '../rules'
import { type ExcerptPlace, placeOf } from '../rules/excerpts'
import type { AddEvidence, UpdateSource } from '../schema'
import { archiveWhenCited } from './archiving'
import { type ArticleCopy, keepArticleCopyIn, lookFirstIn } from './article-copies'
import { attachCopyIn } from './copies'
import { citing, isSubmitted } from './locks'
import { watchAgain } from './watching'

type Placing = Pick<AddEvidence, 'excerpt' | 'copyId' | 'excerptStart' | 'excerptEnd'>
type CitedSource = Omit<UpdateSource, 'id' | 'revision'> & Pick<AddEvidence, 'url' | 'sourceId' | 'copyId'>

/**
 * What every citation does, of evidence, an outcome and a judgement: uses the known source or makes a new one, finds the place of
 * the excerpt in its copy, and has it watched and archived from now on. `article`: where an article is cited that the desk
 * imported, what it kept of it, which becomes a copy of the source.
 */
export async function citeIn(tx: Tx, ctx: Context, input: CitedSource & Placing, article: ArticleCopy | null = null) {
  const copyId = input.copyId ?? (article && (await keepArticleCopyIn(tx, ctx, article)))
  const { source, isKnown } = await citedSourceIn(tx, ctx, { ...input, copyId })
  const place = await citeAgainIn(tx, ctx, source, { ...input, copyId })
  if (article) await lookFirstIn(tx, ctx, article, source)
  return { source, isKnown, place }
}

/** The same of a source that is cited already, with other words. The caller has locked it. */
export async function citeAgainIn(tx: Tx, ctx: Context, source: Source, input: Placing) {
  const place = await placeIn(tx, ctx, source, input)
  await watchAgain(tx, ctx, source.id)
  await archiveWhenCited(tx, ctx, source)
  return place
}

/**
 * Where the excerpt stands in a copy of its source: in the one that was given, which becomes the source's, else in the one it
 * was read in last. Words that no copy has are kept as they were typed, without a place.
 */
async function placeIn(tx: Tx, ctx: Context, source: Source, { excerpt, copyId, excerptStart, excerptEnd }: Placing) {
  const given = copyId === null ? null : await attachCopyIn(tx, ctx, source, copyId)
  const watch = { where: { sourceId: source.id }, select: { currentCopy: true } } as const
  const current = (await tx.sourceWatch.findUnique(watch))?.currentCopy ?? null
  const selected = excerptStart === null || excerptEnd === null ? null : { start: excerptStart, end: excerptEnd }
  for (const copy of [given, current]) {
    const place = copy?.text ? placeOf(copy.text, excerpt, copy === given ? selected : null) : null
    if (copy && place) return placeFields(copy.id, place)
  }
  return { ...placeFields(null, null), excerpt }
}

const placeFields = (copyId: string | null, place: ExcerptPlace | null) => ({
  excerpt: place?.excerpt ?? '',
  copyId,
  excerptStart: place?.start ?? null,
  excerptEnd: place?.end ?? null,
  excerptPrefix: place?.prefix ?? null,
  excerptSuffix: place?.suffix ?? null,
})

/** The known source that was chosen by name because it has no address. */
async function requireChosen(tx: Tx, sourceId: string): Promise<Source> {
  if (!(await lockRow(tx, 'source', sourceId)))
    throw new AppError('BAD_INPUT', { fields: { title: 'This source is not known any more. Choose another one.' } })
  return tx.source.findUniqueOrThrow({ where: { id: sourceId } })
}

/**
 * The known source of this address with its gaps filled, or a new one. Two people adding one address get one source. While a
 * verdict that cites it waits for approval, the gaps stay: its approver decides on the source as it was submitted.
 */
async function citedSourceIn(tx: Tx, ctx: Context, input: CitedSource): Promise<{ source: Source; isKnown: boolean }> {
  const ofCopy = await sourceOfCopy(tx, input)
  const chosenId = input.url === null ? (input.sourceId ?? ofCopy) : null
  if (chosenId !== null) return { source: await requireChosen(tx, chosenId), isKnown: true }
  const id = newId()
  const data = { id, url: input.url, createdById: ctx.actor.id, createdAt: ctx.now, ...detailsOf(input) }
  await tx.source.createMany({ data: [data], skipDuplicates: true })
  const found = await tx.source.findFirstOrThrow({ where: input.url === null ? { id } : { url: input.url } })
  if (found.id === id) return { source: found, isKnown: false }
  await lockRow(tx, 'source', found.id)
  const source = await tx.source.findUniqueOrThrow({ where: { id: found.id } })
  if (await isSubmitted(tx, citing(source.id))) return { source, isKnown: true }
  const gaps = {
    publisherName: source.publisherName ?? input.publisherName,
    publishedOn: source.publishedOn ?? input.publishedOn,
    archiveUrl: source.archiveUrl ?? input.archiveUrl,
  }
  const changed = changedFields(detailsOf(source), { ...detailsOf(source), ...gaps })
  if (Object.keys(changed).length === 0) return { source, isKnown: true }
  const revision = source.revision + 1
  const filled = await tx.source.update({ where: { id: source.id }, data: { ...gaps, revision } })
  await recordEvent(tx, ctx, evidenceEvents, {
    type: 'source.updated',
    entityId: source.id,
    payload: { revision, changed },
  })
  return { source: filled, isKnown: true }
}

/** The source that an uploaded file is a copy of already: the same file is the same source. */
async function sourceOfCopy(tx: Tx, { copyId }: CitedSource): Promise<string | null> {
  if (copyId === null) return null
  return (await tx.sourceCopy.findUnique({ where: { id: copyId }, select: { sourceId: true } }))?.sourceId ?? null
}

export const detailsOf = (from: Omit<UpdateSource, 'id' | 'revision'>) => ({
  title: from.title,
  publisherName: from.publisherName,
  kind: from.kind,
  publishedOn: from.publishedOn,
  retrievedOn: from.retrievedOn,
  archiveUrl: from.archiveUrl,
})
