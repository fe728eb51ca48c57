import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'
import { aliasKeyOf, type KnownAlias, proposeSpeakers, type SpeakerProposal, speakerKeys } from '../rules/speakers'
import type { SpeakerKind } from '../schema'

function assertStaff(ctx: Context): void {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
}

const SPEAKER = {
  ...{ id: true, slug: true, name: true, kind: true, description: true, sameAs: true, revision: true },
  publisher: { select: { id: true, name: true } },
  mergedInto: { select: { id: true, name: true } },
  aliases: { orderBy: { id: 'asc' }, select: { id: true, alias: true, confirmedAt: true } },
  _count: { select: { claims: true, occurrences: true, predictions: true } },
} satisfies Prisma.SpeakerSelect

export type SpeakerView = Prisma.SpeakerGetPayload<{ select: typeof SPEAKER }>

/** An unnamed group goes with its publisher. */
const MERGED = {
  OR: [{ mergedIntoId: { not: null } }, { publisher: { mergedIntoId: { not: null } } }],
} satisfies Prisma.SpeakerWhereInput

export type SpeakerFilter = {
  /** Part of a name or spelling. */
  text?: string
  kind?: SpeakerKind
  /** Those merged into others instead of those that stand. */
  merged?: boolean
  after?: { name: string; id: string }
  limit?: number
}

/** Speakers by name with their spellings and counts, at most 100 at once; `next` is the `after` of the following page. */
export async function listSpeakers(
  ctx: Context,
  filter: SpeakerFilter = {},
): Promise<{ speakers: SpeakerView[]; next: { name: string; id: string } | null }> {
  assertStaff(ctx)
  const limit = Math.min(filter.limit ?? 50, 100)
  const { after } = filter
  const key = filter.text ? aliasKeyOf(filter.text) : ''
  const speakers = await db().speaker.findMany({
    where: {
      kind: filter.kind,
      AND: [
        filter.merged ? MERGED : { NOT: MERGED },
        after ? { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] } : {},
        key
          ? {
              OR: [
                { aliases: { some: { aliasKey: { contains: key } } } },
                { name: { contains: filter.text, mode: 'insensitive' } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: SPEAKER,
  })
  const page = speakers.slice(0, limit)
  const last = page.at(-1)
  return { speakers: page, next: speakers.length > limit && last ? { name: last.name, id: last.id } : null }
}

/** A speaker with spellings and counts; null when there is none. */
export async function getSpeaker(ctx: Context, id: string): Promise<SpeakerView | null> {
  assertStaff(ctx)
  return db().speaker.findUnique({ where: { id }, select: SPEAKER })
}

const WAITING = {
  ...{ id: true, alias: true, createdAt: true },
  speaker: {
    select: { id: true, name: true, kind: true, mergedIntoId: true, _count: { select: { occurrences: true } } },
  },
} satisfies Prisma.SpeakerAliasSelect

export type WaitingAlias = Prisma.SpeakerAliasGetPayload<{ select: typeof WAITING }>

/** Spellings that wait for an editor, oldest first; at most 100. */
export async function listWaitingAliases(ctx: Context): Promise<WaitingAlias[]> {
  assertStaff(ctx)
  return db().speakerAlias.findMany({
    where: { confirmedAt: null },
    orderBy: { id: 'asc' },
    take: 100,
    select: WAITING,
  })
}

/** For each text the known speakers it may stand for, best first. At most 400 different texts. */
export async function listSpeakerProposals(
  ctx: Context,
  texts: readonly string[],
): Promise<Map<string, SpeakerProposal[]>> {
  assertStaff(ctx)
  const different = [...new Set(texts)].slice(0, 400)
  const keys = new Set<string>()
  const lasts = new Set<string>()
  for (const text of different) {
    for (const { key } of speakerKeys(text)) {
      keys.add(key)
      const last = key.split(' ').at(-1)
      if (last && last.length > 2) lasts.add(last)
    }
  }
  if (keys.size === 0) return new Map()
  const aliases = await aliasesFor([...keys], [...lasts])
  return new Map(different.map((text) => [text, proposeSpeakers(text, aliases)]))
}

/** Spellings with one of the keys, or ending in one of the last names (index on the reversed key); merges followed. */
async function aliasesFor(keys: readonly string[], lasts: readonly string[]): Promise<KnownAlias[]> {
  const endings = lasts.map((last) => [...last].reverse().join(''))
  return db().$queryRaw<KnownAlias[]>(Prisma.sql`
    WITH RECURSIVE hits AS (
      SELECT a.speaker_id, a.alias_key, a.confirmed_at FROM speaker_alias a WHERE a.alias_key = ANY (${keys}::text[])
      UNION
      SELECT a.speaker_id, a.alias_key, a.confirmed_at FROM unnest(${endings}::text[]) AS e(last)
      JOIN speaker_alias a ON reverse(a.alias_key) COLLATE "C" >= e.last || ' ' AND reverse(a.alias_key) COLLATE "C" < e.last || '!'),
    way AS (
      SELECT speaker_id AS first_id, s.id, s.merged_into_id, s.name, 1 AS depth FROM hits JOIN speaker s ON s.id = speaker_id
      UNION
      SELECT first_id, s.id, s.merged_into_id, s.name, depth + 1 FROM way JOIN speaker s ON s.id = way.merged_into_id
      WHERE depth < 50)
    SELECT DISTINCT way.id AS "speakerId", way.name, hits.alias_key AS "aliasKey", hits.confirmed_at IS NOT NULL AS "isConfirmed"
    FROM hits JOIN way ON way.first_id = hits.speaker_id AND way.merged_into_id IS NULL
    ORDER BY 1, 3 LIMIT 2000`)
}

export type MergePreview = {
  from: SpeakerView
  into: SpeakerView
  /** Claims that would move, newest first, at most ten, for looking through. */
  claims: { id: string; shortForm: string }[]
}

/** What merging one speaker into another would move. Throws NOT_FOUND. */
export async function previewSpeakerMerge(ctx: Context, fromId: string, intoId: string): Promise<MergePreview> {
  assertStaff(ctx)
  const [from, into] = [await getSpeaker(ctx, fromId), await getSpeaker(ctx, intoId)]
  if (from === null || into === null) throw new AppError('NOT_FOUND')
  const claims = await db().claim.findMany({
    where: { speakerId: fromId },
    orderBy: { id: 'desc' },
    take: 10,
    select: { id: true, shortForm: true },
  })
  return { from, into, claims }
}
