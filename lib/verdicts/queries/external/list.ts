import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadExternal } from '../../policy'
import { earlierAmong } from './earlier'

const FIELDS = {
  ...{ id: true, publisherName: true, publisherSite: true, claimText: true, claimant: true, claimedOn: true },
  ...{ ratingText: true, ratingValue: true, bestRating: true, worstRating: true, title: true, reviewUrl: true },
  ...{ reviewedOn: true, language: true, importedAt: true, hiddenAt: true, hiddenReason: true },
} satisfies Prisma.ExternalVerdictSelect

/** What another desk ruled, as lists and pages show it. `isEarlier`: their desk changed the rating since. */
export type ExternalView = Prisma.ExternalVerdictGetPayload<{ select: typeof FIELDS }> & { isEarlier: boolean }

export type ExternalFilter = { words?: string; publisher?: string; isHidden?: boolean; before?: string }
export type ExternalPage = { verdicts: ExternalView[]; next: string | null }

const PAGE = 40

/**
 * The last brought in first; by words of claim, claimant and publisher, and by publisher. `before`: the id of the last one seen.
 * Throws NOT_FOUND for who may not read the desk.
 */
export async function listExternal(ctx: Context, filter: ExternalFilter = {}): Promise<ExternalPage> {
  if (!canReadExternal(ctx.actor)) throw new AppError('NOT_FOUND')
  const { words, publisher, isHidden = false, before } = filter
  const conditions = [
    isHidden ? Prisma.sql`hidden_at IS NOT NULL` : Prisma.sql`hidden_at IS NULL`,
    ...(words
      ? [
          // The expression of the index external_verdict_words_idx.
          Prisma.sql`to_tsvector('english', claim_text || ' ' || publisher_name || ' ' || coalesce(claimant, ''))
            @@ websearch_to_tsquery('english', ${words})`,
        ]
      : []),
    ...(publisher ? [Prisma.sql`publisher_name = ${publisher}`] : []),
    ...(before ? [Prisma.sql`id < ${before}::uuid`] : []),
  ]
  const found = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM external_verdict WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY id DESC LIMIT ${PAGE + 1}`)
  const ids = found.slice(0, PAGE).map(({ id }) => id)
  const verdicts = await db().externalVerdict.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'desc' },
    select: FIELDS,
  })
  const earlier = await earlierAmong(db(), ids)
  return {
    verdicts: verdicts.map((verdict) => ({ ...verdict, isEarlier: earlier.has(verdict.id) })),
    next: found.length > PAGE ? (ids.at(-1) ?? null) : null,
  }
}

const MOST_PUBLISHERS = 200

/** The names of publishers, for a filter; at most 200, by name. */
export async function listExternalPublishers(ctx: Context): Promise<string[]> {
  if (!canReadExternal(ctx.actor)) throw new AppError('NOT_FOUND')
  // Each name is found by a step in the index, so that it does not matter how many verdicts there are.
  const rows = await db().$queryRaw<{ name: string }[]>(Prisma.sql`
    WITH RECURSIVE names AS (
      (SELECT publisher_name AS name, 1 AS n FROM external_verdict ORDER BY publisher_name LIMIT 1)
      UNION ALL
      SELECT (SELECT publisher_name FROM external_verdict WHERE publisher_name > names.name
        ORDER BY publisher_name LIMIT 1), n + 1
      FROM names WHERE names.name IS NOT NULL AND n < ${MOST_PUBLISHERS})
    SELECT name FROM names WHERE name IS NOT NULL`)
  return rows.map(({ name }) => name)
}

const DETAIL = {
  ...FIELDS,
  importedBy: { select: { name: true } },
  hiddenBy: { select: { name: true } },
  broughtIn: { select: { label: true, format: true } },
  matches: {
    where: { isSame: true },
    orderBy: { decidedAt: 'asc' },
    take: 50,
    select: {
      decidedBy: { select: { name: true } },
      decidedAt: true,
      claim: { select: { id: true, statement: true } },
    },
  },
} satisfies Prisma.ExternalVerdictSelect
export type ExternalDetail = Prisma.ExternalVerdictGetPayload<{ select: typeof DETAIL }> & { isEarlier: boolean }

/** One of them with where it came from and the claims that it was confirmed for; null where there is none. Throws NOT_FOUND. */
export async function getExternal(ctx: Context, id: string): Promise<ExternalDetail | null> {
  if (!canReadExternal(ctx.actor)) throw new AppError('NOT_FOUND')
  const found = await db().externalVerdict.findUnique({ where: { id }, select: DETAIL })
  return found && { ...found, isEarlier: (await earlierAmong(db(), [id])).has(id) }
}
