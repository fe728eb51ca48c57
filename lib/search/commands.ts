import type { Context } from '@/lib/core/context'
import { foldKey } from '@/lib/core/text'
import { db, inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { FrozenVerdict } from '@/lib/verdicts/schema'

const SHOWN = {
  statement: true,
  shortForm: true,
  state: true,
  firstPublishedAt: true,
  speaker: { select: { name: true } },
  currentVerdict: { select: { frozen: true } },
} satisfies Prisma.ClaimSelect

/** Brings a claim's entry in line with what readers see of it: made, renewed, or taken out. May run twice. */
export async function reindexClaim(ctx: Context, claimId: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'claim', claimId))) return
    const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: SHOWN })
    const isPublic = claim.firstPublishedAt !== null && claim.state !== 'merged' && claim.state !== 'hidden'
    if (!isPublic) {
      await tx.searchEntry.deleteMany({ where: { claimId } })
      return
    }
    const verdict = claim.currentVerdict ? FrozenVerdict.parse(claim.currentVerdict.frozen) : null
    await storeEntry(tx, ctx, claimId, {
      heading: `${claim.shortForm} ${claim.statement}`,
      names: claim.speaker?.name ?? '',
      words: verdict ? `${verdict.rating.label} ${verdict.summary}` : '',
    })
  })
}

const BATCH = 200

/** Renews the entries of every published claim that these speakers made: their names are found with them. */
export async function reindexSpeakers(ctx: Context, speakerIds: readonly string[]): Promise<void> {
  let after: string | undefined
  for (;;) {
    const rows = await db().claim.findMany({
      where: { speakerId: { in: [...speakerIds] }, firstPublishedAt: { not: null }, id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const { id } of rows) await reindexClaim(ctx, id)
    after = rows.at(-1)?.id
    if (rows.length < BATCH) return
  }
}

type EntryText = { heading: string; names: string; words: string }

async function storeEntry(tx: Tx, ctx: Context, claimId: string, { heading, names, words }: EntryText): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO search_entry (claim_id, document, indexed_at)
    VALUES (${claimId}::uuid,
      setweight(to_tsvector('english', ${foldKey(heading)}), 'A') || setweight(to_tsvector('english', ${foldKey(names)}), 'B')
        || setweight(to_tsvector('english', ${foldKey(words)}), 'C'),
      ${ctx.now})
    ON CONFLICT (claim_id) DO UPDATE SET document = excluded.document, indexed_at = excluded.indexed_at`)
}
