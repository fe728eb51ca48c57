import { type Context, isStaff } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { foldKey } from '@/lib/core/text'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'

/** Something of the desk, by its words, with its page. `about`: what tells it from others of its name. */
export type Found = { kind: FoundKind; id: string; words: string; about: string; href: string }
export type FoundKind = 'claim' | 'prediction' | 'article' | 'speaker' | 'publisher'

/** What is shown of each kind. */
const SHOWN = 5
/** So many matches are looked at, whatever their number: a common word alone finds some, more words find the right ones. */
const LOOKED_AT = 200
const MAX_WORDS = 6

/**
 * Claims, predictions, articles, speakers and publishers in which words begin with those typed, the newest first, at most five
 * of each table. Nothing for less than two letters. Throws NOT_FOUND for whoever may not read the desk.
 */
export async function findAtDesk(ctx: Context, typed: string): Promise<Found[]> {
  if (!isStaff(ctx.actor)) throw new AppError('NOT_FOUND')
  const [words, folded] = [wordsOf(typed.toLowerCase()), wordsOf(foldKey(typed))]
  if (words.join('').length < 2 || folded.length === 0) return []
  const found = await Promise.all([
    findClaims(prefixes(words)),
    findArticles(prefixes(words)),
    findSpeakers(prefixes(folded)),
    findPublishers(folded),
  ])
  return found.flat()
}

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS).map((word) => word.slice(0, 40))

/** A query of word beginnings: "'dros':* & 'zol':*". */
const prefixes = (words: string[]): string => words.map((word) => `'${word}':*`).join(' & ')

type ClaimRow = { id: string; kind: string; words: string; about: string | null }

async function findClaims(words: string): Promise<Found[]> {
  const rows = await db().$queryRaw<ClaimRow[]>(Prisma.sql`
    WITH matched AS MATERIALIZED (
      SELECT id, kind, short_form, speaker_id FROM claim
      WHERE to_tsvector('simple'::regconfig, statement || ' ' || short_form) @@ to_tsquery('simple', ${words})
        AND state NOT IN ('merged', 'hidden') LIMIT ${LOOKED_AT}),
    newest AS (SELECT * FROM matched ORDER BY id DESC LIMIT ${SHOWN})
    SELECT newest.id::text, newest.kind::text, short_form AS words, speaker.name AS about
    FROM newest LEFT JOIN speaker ON speaker.id = speaker_id ORDER BY newest.id DESC`)
  return rows.map(({ id, kind, ...row }) => ({
    ...{ id, kind: kind === 'prediction' ? 'prediction' : 'claim' },
    ...{ words: row.words, about: row.about ?? '', href: `/desk/claims/${id}` },
  }))
}

async function findArticles(words: string): Promise<Found[]> {
  const rows = await db().$queryRaw<{ id: string; words: string; about: string }[]>(Prisma.sql`
    WITH matched AS MATERIALIZED (
      SELECT id, title, publisher_id FROM article
      WHERE to_tsvector('simple'::regconfig, title) @@ to_tsquery('simple', ${words}) AND hidden_at IS NULL
      LIMIT ${LOOKED_AT}),
    newest AS (SELECT * FROM matched ORDER BY id DESC LIMIT ${SHOWN})
    SELECT newest.id::text, title AS words, publisher.name AS about
    FROM newest JOIN publisher ON publisher.id = publisher_id ORDER BY newest.id DESC`)
  return rows.map((row) => ({ kind: 'article', ...row, href: `/desk/articles/${row.id}` }))
}

async function findSpeakers(words: string): Promise<Found[]> {
  const rows = await db().$queryRaw<{ id: string; words: string; about: string | null }[]>(Prisma.sql`
    WITH matched AS MATERIALIZED (
      SELECT speaker_id FROM speaker_alias
      WHERE to_tsvector('simple'::regconfig, alias_key) @@ to_tsquery('simple', ${words}) LIMIT ${LOOKED_AT})
    SELECT id::text, name AS words, description AS about FROM speaker
    WHERE id IN (SELECT speaker_id FROM matched) AND merged_into_id IS NULL ORDER BY name, id LIMIT ${SHOWN}`)
  return rows.map((row) => ({
    ...{ kind: 'speaker', ...row },
    about: row.about ?? '',
    href: `/desk/speakers/${row.id}`,
  }))
}

/** A newsroom knows some hundred publishers, so that these are read through. */
async function findPublishers(words: string[]): Promise<Found[]> {
  const rows = await db().publisher.findMany({
    where: { mergedIntoId: null, AND: words.map((word) => ({ nameKey: { contains: word } })) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    select: { id: true, name: true, domain: true },
  })
  return rows.map(({ id, name, domain }) => ({
    ...{ kind: 'publisher', id, words: name, about: domain ?? '', href: `/desk/publishers/${id}` },
  }))
}
