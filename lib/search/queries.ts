import { z } from 'zod'
import { foldKey } from '@/lib/core/text'
import { textField } from '@/lib/core/text-field'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'

/** How many of the newest matches are ranked: ranking all matches of a common word would read most of the index. */
const RANKED = 500
const PAGE = 20

/** What a reader may type into the search box. */
export const SearchText = textField(200, { min: 0, label: 'The search' })

/** What stands in the address of a search: the text as typed, and what is wrong with it. */
export function readSearch(typed: unknown): { text: string; problem: string | null } {
  if (typeof typed !== 'string') return { text: '', problem: null }
  const parsed = SearchText.safeParse(typed)
  return parsed.success
    ? { text: parsed.data, problem: null }
    : { text: typed.slice(0, 300), problem: parsed.error.issues[0]?.message ?? 'This cannot be searched for.' }
}

export const SearchHit = z.object({ claimId: z.uuid(), rank: z.number() })
export type SearchHit = z.infer<typeof SearchHit>

/**
 * The published claims that match words ("quoted phrases", -left out, or), best first, at most 20. Among more than 500
 * matches the newest 500 are ranked. Words are compared without accents and by their English stems.
 */
export async function searchPublished(text: string): Promise<SearchHit[]> {
  const words = foldKey(SearchText.parse(text))
  if (words === '') return []
  const rows = await db().$queryRaw<{ claim_id: string; rank: number }[]>(Prisma.sql`
    WITH query AS (SELECT websearch_to_tsquery('english', ${words}) AS q),
    matched AS MATERIALIZED (
      SELECT claim_id, document FROM search_entry, query WHERE document @@ q ORDER BY claim_id DESC LIMIT ${RANKED}
    )
    SELECT claim_id::text, ts_rank_cd(document, q)::float8 AS rank FROM matched, query
    ORDER BY rank DESC, claim_id DESC LIMIT ${PAGE}`)
  return rows.map((row) => SearchHit.parse({ claimId: row.claim_id, rank: row.rank }))
}
