import { createHash } from 'node:crypto'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { requireRunProgress } from '@/lib/jobs/queries/runs'
import type { RunProgress } from '@/lib/jobs/schema'
import { getBlob } from '@/lib/platform/blobs/blobs'
import { type Db, db } from '@/lib/platform/db'
import { canImportExternal } from '../../policy'
import { identityText } from '../../rules/external/items'
import { type ExternalFormat, type ExternalItem, ExternalRow } from '../../schema/external'

/** What makes it a rating of the same: sha256 of review address and claim text, hex. */
export const identityOf = (item: ExternalItem): string => createHash('sha256').update(identityText(item)).digest('hex')

/** The rows of an import as they were read; null where their blob is gone. */
export async function rowsOfImport(blobHash: string): Promise<ExternalRow[] | null> {
  const bytes = await getBlob(blobHash)
  if (bytes === null) return null
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.map((line) => ExternalRow.parse(JSON.parse(line)))
}

const AT_ONCE = 5000

/** Which of these are stored already, by identity, with the ratings they have there, the newest last. */
export async function knownRatings(from: Db, identities: readonly string[]): Promise<Map<string, string[]>> {
  const known = new Map<string, string[]>()
  for (let at = 0; at < identities.length; at += AT_ONCE) {
    const rows = await from.externalVerdict.findMany({
      where: { identity: { in: identities.slice(at, at + AT_ONCE) } },
      orderBy: { id: 'asc' },
      select: { identity: true, ratingText: true },
    })
    for (const row of rows) known.set(row.identity, [...(known.get(row.identity) ?? []), row.ratingText])
  }
  return known
}

/** A row as it is looked at. `differs`: the rating that is stored and newest, where this one is another. */
export type LookedAtRow = { row: number } & (
  | { outcome: 'new'; item: ExternalItem; differs: string | null }
  | { outcome: 'known'; item: ExternalItem; differs: string | null }
  | { outcome: 'twice'; item: ExternalItem }
  | { outcome: 'refused'; problem: string; excerpt: string }
)
export type Outcome = LookedAtRow['outcome']

export type ImportView = {
  id: string
  label: string
  format: ExternalFormat
  note: string | null
  /** Where storing has begun: how far it is, and what came of it. */
  run: RunProgress | null
  stored: number
  known: number
  /** How many rows there are of each outcome, were it stored now. */
  counts: Record<Outcome, number>
  /** At most 200, the refused ones first. Empty where the blob is gone. */
  shown: LookedAtRow[]
}

const SHOWN = 200

/** An import with a look at what storing it would do. Throws NOT_FOUND, also for who may not import. */
export async function requireImport(ctx: Context, id: string): Promise<ImportView> {
  const found = canImportExternal(ctx.actor) ? await db().externalImport.findUnique({ where: { id } }) : null
  if (found === null) throw new AppError('NOT_FOUND')
  const { label, format, note } = found
  // The run first: where it is over, the counts that are read behind it are whole.
  const run = found.runId === null ? null : await requireRunProgress(ctx, found.runId)
  const { stored, known } = await db().externalImport.findUniqueOrThrow({ where: { id } })
  const rows = await lookAt((await rowsOfImport(found.blobHash)) ?? [])
  const counts: Record<Outcome, number> = { new: 0, known: 0, twice: 0, refused: 0 }
  for (const { outcome } of rows) counts[outcome]++
  const shown = [...rows.filter(isRefused), ...rows.filter((row) => !isRefused(row))].slice(0, SHOWN)
  return { id, label, format, note, run, stored, known, counts, shown }
}

const isRefused = ({ outcome }: LookedAtRow): boolean => outcome === 'refused'

async function lookAt(rows: readonly ExternalRow[]): Promise<LookedAtRow[]> {
  const identities = rows.map((row) => ('item' in row ? identityOf(row.item) : null))
  const known = await knownRatings(
    db(),
    identities.flatMap((identity) => identity ?? []),
  )
  const seen = new Set<string>()
  return rows.map((given, index): LookedAtRow => {
    const row = index + 1
    if ('problem' in given) return { row, outcome: 'refused', ...given }
    const { item } = given
    const identity = identities[index] ?? ''
    const ratings = known.get(identity) ?? []
    const newest = ratings.at(-1) ?? item.ratingText
    const differs = newest === item.ratingText ? null : newest
    if (ratings.includes(item.ratingText)) return { row, outcome: 'known', item, differs }
    const key = `${identity} ${item.ratingText}`
    if (seen.has(key)) return { row, outcome: 'twice', item }
    seen.add(key)
    return { row, outcome: 'new', item, differs }
  })
}
