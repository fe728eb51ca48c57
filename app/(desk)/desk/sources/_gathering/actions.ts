import { z } from 'zod'
import { type CopyOfForm, type Proposed, TYPED, type Typed, type TypedName } from '@/app/_parts/evidence/gathered'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { type TakenCopy, takeCopy, uploadCopy } from '@/lib/evidence/commands/copies'
import { requireCopy } from '@/lib/evidence/queries/copies'
import { findSources, requireSourceHit, type SourceHit } from '@/lib/evidence/queries/sources'
import { TakeCopy } from '@/lib/evidence/schema'
import { stoppable } from '@/lib/web/stoppable'

const text = z.string().optional()
/** What a form that gathers a source sends, whatever it is gathered for. */
export const GatheringForm = z
  .looseObject({ move: z.string().default('add'), use: Id.optional(), fetchId: z.string().max(64).optional() })
  .extend(Object.fromEntries(TYPED.map((name) => [name, text])) as Record<TypedName, typeof text>)
export type GatheringForm = z.output<typeof GatheringForm>

export type GatheringMove = (ctx: Context, form: GatheringForm) => Promise<Proposed>

/** The form's moves: each but the last answers with the form filled in further, and stores no evidence. */
const MOVES: Record<string, GatheringMove> = {
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
}

/**
 * What a move of the form other than adding answers: the form filled in further; nothing is stored but a copy. Null when it is
 * to be added. Throws BAD_INPUT for a file that was chosen and not read.
 */
export async function gathered(
  ctx: Context,
  form: GatheringForm,
  more: Record<string, GatheringMove> = {},
): Promise<Proposed | null> {
  const moves = { ...MOVES, ...more }
  const name = form.use ? 'use' : form.move
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined
  if (move) return move(ctx, form)
  if (isFile(form.file) && !form.copyId)
    throw new AppError('BAD_INPUT', { fields: { file: 'Read the file first, or choose none.' } })
  return null
}

/** A field for files that was left empty arrives as a file of no bytes. */
const isFile = (file: unknown): file is File => file instanceof File && file.size > 0

const typedOf = (form: GatheringForm): Typed =>
  Object.fromEntries(TYPED.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])))

/** The form with nothing added. */
export async function asItStands(ctx: Context, form: GatheringForm): Promise<Proposed> {
  const copyId = Id.safeParse(form.copyId)
  const copy = copyId.success ? await copyFor(ctx, { copyId: copyId.data, doubt: null }) : null
  return { stamp: ctx.requestId, typed: typedOf(form), replaces: [], copy, found: null, said: '', about: 'source' }
}

/** The form with a copy, and what the document says of itself where nothing was typed. */
async function withCopy(ctx: Context, form: GatheringForm, taken: TakenCopy, said: string): Promise<Proposed> {
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
async function withSource(ctx: Context, form: GatheringForm, source: SourceHit): Promise<Proposed> {
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
