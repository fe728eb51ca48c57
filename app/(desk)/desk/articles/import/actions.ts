'use server'

import { z } from 'zod'
import { importDocument } from '@/lib/articles/commands/documents'
import { type ImportResult, importArticle } from '@/lib/articles/commands/import'
import { requireArticle, understandImport } from '@/lib/articles/queries'
import { MAX_FILE_BYTES, MAX_FILES } from '@/lib/articles/rules/limits'
import { ImportInput } from '@/lib/articles/schema'
import type { Context } from '@/lib/core/context'
import { DaySchema } from '@/lib/core/day-schema'
import { isAppError } from '@/lib/core/errors'
import { textField } from '@/lib/core/text-field'
import { action } from '@/lib/web/action'
import { describeFailure } from '@/lib/web/failures'
import type { FileAnswer, PasteAnswer, Typed } from './answers'

/** How much of a body is shown before the import. */
const SHOWN = 20_000

const PasteInput = ImportInput.extend({
  move: z.enum(['read', 'import']).default('read'),
  /** A proposed day that was pressed; it goes before what stands in the field. */
  chosenDay: DaySchema.optional(),
})

/** Shows what is understood of a pasted text, or imports it. */
export const importTextAction = action(
  PasteInput,
  async (ctx, { move, chosenDay, ...given }): Promise<PasteAnswer> => {
    const input = { ...given, publishedOn: chosenDay ?? given.publishedOn }
    if (move === 'import') return { kind: 'imported', ...(await outcomeOf(ctx, await importArticle(ctx, input))) }
    const { body, ...understood } = await understandImport(ctx, input)
    const view = { ...understood, body: body.slice(0, SHOWN), bodyLength: body.length }
    return { kind: 'understood', typed: typedOf(input), understood: view }
  },
  { refreshes: false },
)

const typedOf = ({ text, url, title, publisher, publishedOn }: ImportInput): Typed => ({
  text,
  url: url ?? '',
  title: title ?? '',
  publisher: publisher ?? '',
  publishedOn: publishedOn ?? '',
})

async function outcomeOf(ctx: Context, { outcome, articleId, title }: ImportResult) {
  const { publishedOn } = await requireArticle(ctx, articleId)
  return { outcome, articleId, title, needsDay: publishedOn === null }
}

const FilesInput = z.object({
  files: z
    .array(z.instanceof(File), { error: 'Choose at least one file.' })
    .min(1, { error: 'Choose at least one file.' })
    .max(MAX_FILES, { error: `At most ${MAX_FILES} files at once. Choose fewer.` }),
  publisher: textField(200, { label: 'The publisher' }).nullish(),
})

/** Imports files one after the other; what is wrong with one does not keep the others out. */
export const importFilesAction = action(
  FilesInput,
  async (ctx, { files, publisher }): Promise<FileAnswer[]> => {
    const answers: FileAnswer[] = []
    for (const file of files) answers.push(await importFile(ctx, file, publisher ?? null))
    return answers
  },
  { refreshes: false },
)

async function importFile(ctx: Context, file: File, publisher: string | null): Promise<FileAnswer> {
  const refused = (words: string): FileAnswer => ({ name: file.name, outcome: 'refused', words })
  if (file.size > MAX_FILE_BYTES) return refused(`It is larger than ${MAX_FILE_BYTES / 1_000_000} MB.`)
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const result = await importDocument(ctx, { bytes, name: file.name, publisher })
    return { name: file.name, ...(await outcomeOf(ctx, result)) }
  } catch (error) {
    // who may not import is told so once, not file by file
    if (isAppError(error, 'FORBIDDEN')) throw error
    const { text, fields } = describeFailure(error, ctx.requestId)
    return refused(Object.values(fields).join(' ') || text)
  }
}
