import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'

/**
 * Holds words that no row stands for yet (an address, a text, a name) until the transaction ends, so that two imports of
 * the same file come one after the other. Taken in one order, so that nobody waits in a circle.
 */
export async function lockWords(tx: Tx, words: readonly string[]): Promise<void> {
  for (const word of [...new Set(words)].sort()) {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${word}, 0))`)
  }
}
