import { type Context, isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { Id } from '@/lib/core/ids'
import { type Db, db } from '@/lib/platform/db'

/** A thing of the desk by its kind and id. */
export type Reference = { type: string; id: string }
/** The key under which a name is found. */
export const referenceKey = ({ type, id }: Reference): string => `${type}:${id}`

type Named = { id: string; name: string }
type Where = { where: { id: { in: string[] } } }

/** What a thing is called now, by kind. Kinds that are missing have no name of their own. */
const READERS: Readonly<Record<string, (from: Db, where: Where) => Promise<Named[]>>> = {
  user: (from, where) => from.user.findMany({ ...where, select: { id: true, name: true } }),
  publisher: (from, where) => from.publisher.findMany({ ...where, select: { id: true, name: true } }),
  speaker: (from, where) => from.speaker.findMany({ ...where, select: { id: true, name: true } }),
  article: async (from, where) =>
    (await from.article.findMany({ ...where, select: { id: true, title: true } })).map(({ id, title }) => ({
      ...{ id, name: title },
    })),
  feed: async (from, where) =>
    (await from.feed.findMany({ ...where, select: { id: true, title: true } })).map(({ id, title }) => ({
      ...{ id, name: title },
    })),
  claim: async (from, where) =>
    (await from.claim.findMany({ ...where, select: { id: true, shortForm: true } })).map(({ id, shortForm }) => ({
      ...{ id, name: shortForm },
    })),
  candidate: async (from, where) =>
    (await from.candidate.findMany({ ...where, select: { id: true, quote: true } })).map(({ id, quote }) => ({
      ...{ id, name: quote },
    })),
  prediction: async (from, where) =>
    (await from.prediction.findMany({ ...where, select: { id: true, claim: { select: { shortForm: true } } } })).map(
      ({ id, claim }) => ({ id, name: claim.shortForm }),
    ),
  outcome: async (from, where) =>
    (await from.outcome.findMany({ ...where, select: { id: true, statement: true } })).map(({ id, statement }) => ({
      ...{ id, name: statement },
    })),
  external_verdict: async (from, where) =>
    (await from.externalVerdict.findMany({ ...where, select: { id: true, claimText: true } })).map(
      ({ id, claimText }) => ({ id, name: claimText }),
    ),
  suggestion: async (from, where) =>
    (await from.suggestion.findMany({ ...where, select: { id: true, claimText: true } })).map(({ id, claimText }) => ({
      ...{ id, name: claimText },
    })),
  source: async (from, where) =>
    (await from.source.findMany({ ...where, select: { id: true, title: true } })).map(({ id, title }) => ({
      ...{ id, name: title },
    })),
  snapshot: async (from, where) =>
    (await from.snapshot.findMany({ ...where, select: { id: true, article: { select: { title: true } } } })).map(
      ({ id, article }) => ({ id, name: article.title }),
    ),
}

/** What these are called now; those that are gone, or have no name, are missing. At most 1,000 at once. For the desk. */
export async function listNames(ctx: Context, references: readonly Reference[]): Promise<Map<string, string>> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  const wanted = references.filter(({ id }) => Id.safeParse(id).success).slice(0, 1000)
  const found = await Promise.all(
    Object.entries(READERS).map(async ([type, read]) => {
      const ids = [...new Set(wanted.flatMap((reference) => (reference.type === type ? reference.id : [])))]
      const rows = ids.length === 0 ? [] : await read(db(), { where: { id: { in: ids } } })
      return rows.map(({ id, name }) => [referenceKey({ type, id }), name] as const)
    }),
  )
  return new Map(found.flat())
}
