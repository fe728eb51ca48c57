import type { Db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'

/** Which of these verdicts hold an earlier rating: their desk gave another one since for the same claim in the same review. */
export async function earlierAmong(from: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT e.id FROM external_verdict e WHERE e.id = ANY (${ids}::uuid[])
      AND EXISTS (SELECT 1 FROM external_verdict newer WHERE newer.identity = e.identity AND newer.id > e.id)`)
  return new Set(rows.map(({ id }) => id))
}

/** The newest ratings of those among these verdicts that hold an earlier one, by id. */
export async function newestSince(from: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT ON (newer.identity) newer.id FROM external_verdict e
    JOIN external_verdict newer ON newer.identity = e.identity AND newer.id > e.id
    WHERE e.id = ANY (${ids}::uuid[]) ORDER BY newer.identity, newer.id DESC`)
  return rows.map(({ id }) => id)
}
