'use server'

import { z } from 'zod'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { addEvidence } from '@/lib/evidence/commands'
import { type TakenCopy, takeCopy, uploadCopy } from '@/lib/evidence/commands/copies'
import { orderEvidence } from '@/lib/evidence/commands/ordering'
import { requireCopy } from '@/lib/evidence/queries/copies'
import { proposeFigure } from '@/lib/evidence/queries/proposing'
import { findSources, requireSourceHit, type SourceHit } from '@/lib/evidence/queries/sources'
import type { Figure } from '@/lib/evidence/rules'
import { AddEvidence, OrderEvidence, TakeCopy } from '@/lib/evidence/schema'
import { action } from '@/lib/web/action'
import { stoppable } from '@/lib/web/stoppable'
import type { CopyOfForm, Proposed, Typed, TypedName } from './answers'
import { TYPED } from './answers'

const text = z.string().optional()
const GatherForm = z
  .looseObject({
    claimId: Id,
    move: z.string().default('add'),
    use: Id.optional(),
    fetchId: z.string().max(64).optional(),
  })
  .extend(Object.fromEntries(TYPED.map((name) => [name, text])) as Record<TypedName, typeof text>)
type GatherForm = z.output<typeof GatherForm>

/** The form's moves: each but the last answers with the form filled in further, and stores no evidence. */
const MOVES: Record<string, (ctx: Context, form: GatherForm) => Promise<Proposed>> = {
  find: async (ctx, form) => {
    const words = form.words?.trim() ?? ''
    if (words === '') throw new AppError('BAD_INPUT', { fields: { words: 'Write some words of it, or its address.' } })
    const found = (await findSources(ctx, words)).map(foundOf)
    const said = found.length === 0 ? 'No known source has all of these words.' : `${found.length} found.`
    return { ...(await asItStands(ctx, form)), found, said }
  },
  use: async (ctx, form) => {
    const source = await requireSourceHit(ctx, Id.parse(form.use))
    return {
      ...(await withSource(ctx, form, source)),
      said: `“${source.title}” is used again, with the details it has.`,
    }
  },
  read: async (ctx, form) => {
    const { url } = TakeCopy.parse(form)
    const taken = await stoppable(`${ctx.actor.id}:${form.fetchId}`, (stop) => takeCopy(ctx, { url }, stop))
    return withCopy(ctx, { ...form, url }, taken, 'Fetched. Check what was read, and choose the excerpt.')
  },
  upload: async (ctx, form) => {
    const { file } = form
    if (!isFile(file)) throw new AppError('BAD_INPUT', { fields: { file: 'Choose a file that is not empty.' } })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const taken = await uploadCopy(ctx, { bytes, name: file.name })
    return withCopy(ctx, form, taken, 'The file is kept. Check what was read of it.')
  },
  figure: async (ctx, form) => {
    const { claimId, excerpt = '', quantityId = null, publishedOn = null } = form
    if (excerpt.trim() === '')
      throw new AppError('BAD_INPUT', { fields: { excerpt: 'Choose the excerpt first; its figure is read from it.' } })
    const saidOn = publishedOn && /^\d{4}-\d{2}-\d{2}$/.test(publishedOn) ? publishedOn : null
    const proposal = await proposeFigure(ctx, { claimId, quantityId, excerpt: excerpt.slice(0, 5000), saidOn })
    const stands: Proposed = { ...(await asItStands(ctx, form)), about: 'figure' }
    if (proposal === null) return { ...stands, said: 'The excerpt has no figure that could be read.' }
    const figure = figureFields(proposal.figure, proposal.quantityId)
    return {
      ...stands,
      typed: { ...stands.typed, ...figure },
      replaces: Object.keys(figure) as TypedName[],
      said: `Read from the excerpt: ${proposal.figure.text}. Check it.`,
    }
  },
}

/** One form gathers a source and adds the evidence: it finds, fetches, takes files, reads the figure, and adds. */
export const gatherEvidenceAction = action(
  GatherForm,
  async (ctx, form): Promise<Proposed | { isKnownSource: boolean }> => {
    const name = form.use ? 'use' : form.move
    const move = Object.hasOwn(MOVES, name) ? MOVES[name] : undefined
    if (move) return move(ctx, form)
    if (isFile(form.file) && !form.copyId)
      throw new AppError('BAD_INPUT', { fields: { file: 'Read the file first, or choose none.' } })
    const { isKnownSource } = await addEvidence(ctx, AddEvidence.parse(form))
    return { isKnownSource }
  },
  {
    message: (value) =>
      'isKnownSource' in value
        ? value.isKnownSource
          ? 'Added. The desk knew this source already, so its details were kept.'
          : 'Added to the evidence.'
        : '',
  },
)

export const orderEvidenceAction = action(OrderEvidence, orderEvidence)

/** A field for files that was left empty arrives as a file of no bytes. */
const isFile = (file: unknown): file is File => file instanceof File && file.size > 0

const typedOf = (form: GatherForm): Typed =>
  Object.fromEntries(TYPED.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])))

/** The form with nothing added. */
async function asItStands(ctx: Context, form: GatherForm): Promise<Proposed> {
  const copyId = Id.safeParse(form.copyId)
  const copy = copyId.success ? await copyFor(ctx, { copyId: copyId.data, doubt: null }) : null
  return { stamp: ctx.requestId, typed: typedOf(form), replaces: [], copy, found: null, said: '', about: 'source' }
}

/** The form with a copy, and what the document says of itself where nothing was typed. */
async function withCopy(ctx: Context, form: GatherForm, taken: TakenCopy, said: string): Promise<Proposed> {
  const [copy, facts] = [await copyFor(ctx, taken), await requireCopy(ctx, taken.copyId)]
  const known = facts.sourceId ? await requireSourceHit(ctx, facts.sourceId) : null
  const details: Typed = known
    ? detailsOf(known)
    : filled({ title: facts.title, publisherName: facts.publisherName, publishedOn: facts.publishedOn })
  return {
    stamp: ctx.requestId,
    // What was typed goes before what was read.
    typed: { ...details, ...typedOf(form), copyId: taken.copyId, excerptStart: '', excerptEnd: '' },
    replaces: ['copyId', 'excerptStart', 'excerptEnd', 'url'],
    copy,
    found: null,
    said: taken.isKnown ? 'The desk knows this source, and it still says the same. Choose the excerpt.' : said,
    about: 'source',
  }
}

/** The form with a known source in place of what was typed of one. */
async function withSource(ctx: Context, form: GatherForm, source: SourceHit): Promise<Proposed> {
  const details: Typed = { ...detailsOf(source), sourceId: source.id, copyId: source.copyId ?? '' }
  return {
    stamp: ctx.requestId,
    typed: { ...typedOf(form), ...details, excerptStart: '', excerptEnd: '' },
    replaces: [...(Object.keys(details) as TypedName[]), 'excerptStart', 'excerptEnd'],
    copy: source.copyId ? await copyFor(ctx, { copyId: source.copyId, doubt: null }) : null,
    found: null,
    said: '',
    about: 'source',
  }
}

async function copyFor(ctx: Context, { copyId, doubt }: { copyId: string; doubt: string | null }): Promise<CopyOfForm> {
  const { id, kind, title } = await requireCopy(ctx, copyId)
  return { id, kind, title, doubt }
}

const detailsOf = ({ url, title, publisherName, kind, publishedOn, archiveUrl }: SourceHit): Typed =>
  filled({ url, title, publisherName, kind, publishedOn, archiveUrl })

const filled = (fields: Record<string, string | null>): Typed =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

const foundOf = ({ id, title, publisherName, url, citedBy }: SourceHit) => ({ id, title, publisherName, url, citedBy })

const numberText = (value: number | null): string => (value === null ? '' : String(value))

const figureFields = (figure: Figure, quantityId: string | null): Typed => ({
  foundText: figure.text,
  foundValue: numberText(figure.value),
  foundLow: numberText(figure.low),
  foundHigh: numberText(figure.high),
  foundUnit: figure.unit,
  foundModifier: figure.modifier,
  foundAsOfOn: figure.asOfOn ?? '',
  ...(quantityId ? { quantityId } : {}),
})
