import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { canImport } from '../policy'
import { newsroomDay } from '../queries'
import { readDocumentApart } from '../queries/reading'
import { articleAddress } from '../rules/address'
import { MAX_TITLE } from '../rules/limits'
import type { ImportInput } from '../schema'
import { type ImportResult, importArticle } from './import'

/** A file as it was uploaded or lies on disk; what else is given goes before what the file says of itself. */
export type GivenDocument = { bytes: Uint8Array; name: string } & Partial<
  Pick<ImportInput, 'url' | 'title' | 'publisher' | 'publishedOn'>
>

/**
 * Reads a file of any kind and imports its article. Throws BAD_INPUT at the field `file`, in words, where it cannot be
 * read; else as `importArticle`. Nothing is stored then.
 */
export async function importDocument(ctx: Context, { bytes, name, ...given }: GivenDocument): Promise<ImportResult> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const read = await readDocumentApart(bytes, name, await newsroomDay(ctx))
  if ('problem' in read) throw new AppError('BAD_INPUT', { fields: { file: read.problem } })
  const { text, shapes, dayBasis } = read
  return importArticle(
    ctx,
    {
      text,
      url: given.url ?? (read.url && articleAddress(read.url)),
      title: given.title ?? read.title?.slice(0, MAX_TITLE),
      publisher: given.publisher ?? read.publisher?.slice(0, 200),
      byline: read.byline?.slice(0, 300),
      publishedOn: given.publishedOn ?? read.publishedOn,
    },
    { rawPageId: null, dayBasis: given.publishedOn ? null : dayBasis, shapes },
  )
}
