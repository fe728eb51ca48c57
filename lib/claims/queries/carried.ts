import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { quoteSelector, type Span } from '@/lib/core/text'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'
import { placesIn } from '../rules/carrying'

/**
 * Of the carried places `p` of candidates `c` those that a text shows: found there, and not marked in that text itself. What
 * only the rules found gives way to their own reading of the new text wherever that touches it.
 */
const SHOWN_PLACE = Prisma.sql`p.outcome = 'found' AND NOT EXISTS (
  SELECT 1 FROM candidate own WHERE own.snapshot_id = p.snapshot_id
    AND ((own.start = p.start AND own."end" = p."end")
      OR (c.state = 'new' AND c.origin = 'extractor' AND own.start < p."end" AND own."end" > p.start)))`

/** Where a candidate of an earlier text stands in the text that is shown. */
export type PlaceInText = Span & { candidateId: string }

/** The places carried to a text, in its order, at most `limit`; `within` and `after` as in `listCandidates`. */
export function listShownPlaces(filter: {
  snapshotId: string
  within: Span | undefined
  after: { start: number; id: string } | undefined
  limit: number
}): Promise<PlaceInText[]> {
  const { snapshotId, within, after, limit } = filter
  return db().$queryRaw<PlaceInText[]>(Prisma.sql`
    SELECT p.candidate_id::text AS "candidateId", p.start, p."end"
    FROM carried_place p JOIN candidate c ON c.id = p.candidate_id
    WHERE p.snapshot_id = ${snapshotId}::uuid AND ${SHOWN_PLACE}
      AND (${within?.start ?? null}::int IS NULL OR p.start >= ${within?.start ?? null}::int)
      AND (${within?.end ?? null}::int IS NULL OR p.start < ${within?.end ?? null}::int)
      AND (${after?.start ?? null}::int IS NULL
        OR (p.start, p.candidate_id) > (${after?.start ?? null}::int, ${after?.id ?? null}::uuid))
    ORDER BY p.start, p.candidate_id LIMIT ${limit}`)
}

/** Where one candidate stands in a text that it was carried to; null where it is not, or is marked anew. */
export async function findShownPlace(candidateId: string, snapshotId: string): Promise<PlaceInText | null> {
  const rows = await db().$queryRaw<PlaceInText[]>(Prisma.sql`
    SELECT p.candidate_id::text AS "candidateId", p.start, p."end"
    FROM carried_place p JOIN candidate c ON c.id = p.candidate_id
    WHERE p.candidate_id = ${candidateId}::uuid AND p.snapshot_id = ${snapshotId}::uuid AND ${SHOWN_PLACE}`)
  return rows[0] ?? null
}

/** How many carried candidates each of these texts shows, by state. */
export async function countShownPlaces(
  snapshotIds: readonly string[],
): Promise<{ snapshotId: string; state: string; count: number }[]> {
  if (snapshotIds.length === 0) return []
  return db().$queryRaw(Prisma.sql`
    SELECT p.snapshot_id::text AS "snapshotId", c.state::text AS state, count(*)::int AS count
    FROM carried_place p JOIN candidate c ON c.id = p.candidate_id
    WHERE p.snapshot_id = ANY (${[...snapshotIds]}::uuid[]) AND ${SHOWN_PLACE}
    GROUP BY 1, 2`)
}

const LEFT = {
  ...{ id: true, quote: true, kind: true, state: true, start: true, end: true },
  snapshot: { select: { id: true, ordinal: true, body: true } },
  occurrence: { select: { claim: { select: { id: true, shortForm: true, state: true } } } },
} satisfies Prisma.CandidateSelect
type LeftRow = Prisma.CandidateGetPayload<{ select: typeof LEFT }>

/** A claim of an earlier text that the text shown does not have, or has at several places. */
export type LeftBehind = Pick<LeftRow, 'id' | 'quote' | 'kind' | 'state'> & {
  /** The version that has it. */
  ordinal: number
  claim: { id: string; shortForm: string } | null
}
/** With the words around each place where it may be meant. */
export type UnclearPlace = LeftBehind & { places: { start: number; prefix: string; suffix: string }[] }

const MOST = 100

/**
 * What was found in earlier texts of the article and does not stand in this one any more, and what stands at several places;
 * in the order in which it was found, at most 100 of each. What was rejected is told of neither: nothing is missed with it.
 */
export async function listLeftBehind(
  ctx: Context,
  snapshotId: string,
): Promise<{ gone: LeftBehind[]; unclear: UnclearPlace[] }> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  const page = { orderBy: { candidateId: 'asc' }, take: MOST, select: { candidate: { select: LEFT } } } as const
  const isTold = { state: { not: 'rejected' } } satisfies Prisma.CandidateWhereInput
  const [gone, unclear] = await Promise.all([
    db().carriedPlace.findMany({ where: { snapshotId, outcome: 'gone', candidate: isTold }, ...page }),
    db().carriedPlace.findMany({
      where: {
        ...{ snapshotId, outcome: 'unclear' },
        // the rules mark each of the places themselves
        candidate: { ...isTold, NOT: { state: 'new', origin: 'extractor' } },
      },
      ...page,
    }),
  ])
  const body = unclear.length > 0 ? await bodyOf(snapshotId) : ''
  return {
    gone: gone.map(({ candidate }) => toLeft(candidate)),
    unclear: unclear.map(({ candidate }) => ({
      ...toLeft(candidate),
      places: placesIn(body, { ...candidate, body: candidate.snapshot.body }).map((span) => {
        const { prefix, suffix } = quoteSelector(body, span)
        return { start: span.start, prefix, suffix }
      }),
    })),
  }
}

const bodyOf = async (id: string): Promise<string> =>
  (await db().snapshot.findUniqueOrThrow({ where: { id }, select: { body: true } })).body

function toLeft({ id, quote, kind, state, snapshot, occurrence }: LeftRow): LeftBehind {
  const claim = state === 'new' ? null : (occurrence?.claim ?? null)
  return { id, quote, kind, state, ordinal: snapshot.ordinal, claim }
}
