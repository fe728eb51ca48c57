import type { Db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'

/** A chain of merges longer than this is none that people made; claims of a family that count. */
const MOST_STEPS = 50
const MOST_CLAIMS = 1000

/** The ids of a claim and of all claims that were merged into it, at once or by way of others. */
export async function familyOf(from: Db, claimId: string): Promise<string[]> {
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH RECURSIVE family AS (
      SELECT id, 1 AS depth FROM claim WHERE id = ${claimId}::uuid
      UNION
      SELECT c.id, depth + 1 FROM family JOIN claim c ON c.merged_into_id = family.id WHERE depth < ${MOST_STEPS})
    SELECT id FROM family ORDER BY depth, id LIMIT ${MOST_CLAIMS}`)
  return rows.map(({ id }) => id)
}

type Decision = { claimId: string; isSame: boolean }

/** What counts of a family's decisions on one verdict: the claim's own, else that it is the same, else that it is not. */
export const countingOf = <Given extends Decision>(decisions: readonly Given[], claimId: string): Given | null =>
  decisions.find((one) => one.claimId === claimId) ?? decisions.find(({ isSame }) => isSame) ?? decisions[0] ?? null
