import { z } from 'zod'
import type { TwiceRated } from '@/lib/verdicts/queries/agreement'

/** Which figure is looked into: all pairs of a scale, or one of them; and where its list goes on. */
const Search = z.object({
  scale: z.coerce.number().int().min(1).optional().catch(undefined),
  first: z.uuid().optional().catch(undefined),
  second: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})
export type AgreementSearch = z.infer<typeof Search>

export const parseSearch = (query: Record<string, string | string[] | undefined>): AgreementSearch =>
  Search.parse(query)

export function addressOf(search: AgreementSearch): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )
  return `/desk/admin/agreement${query.size > 0 ? `?${query}` : ''}`
}

export type Pair = { first: TwiceRated['firstRater']; second: TwiceRated['secondRater']; rows: TwiceRated[] }

/** Rows by who rated first and who second, the pair with the most first. */
export function pairsOf(rows: readonly TwiceRated[]): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const row of rows) {
    const key = `${row.firstRater.id} ${row.secondRater.id}`
    const pair = pairs.get(key) ?? { first: row.firstRater, second: row.secondRater, rows: [] }
    pair.rows.push(row)
    pairs.set(key, pair)
  }
  return [...pairs.values()].sort((a, b) => b.rows.length - a.rows.length)
}

/** Only what was rated blind counts. */
export const counted = (rows: readonly TwiceRated[]): TwiceRated[] => rows.filter((row) => row.notBlindBecause === null)

const PAGE = 100

/** A page of the list, the newest first; `next` is the `before` of the following one. */
export function pageOf(
  rows: readonly TwiceRated[],
  before: string | undefined,
): { shown: TwiceRated[]; next: string | undefined } {
  const from = before === undefined ? 0 : rows.findIndex(({ id }) => id === before) + 1
  const shown = rows.slice(from, from + PAGE)
  return { shown, next: from + PAGE < rows.length ? shown.at(-1)?.id : undefined }
}
