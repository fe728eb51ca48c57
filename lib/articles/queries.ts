import type { Context } from '@/lib/core/context'
import { type Day, dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { foldKey } from '@/lib/core/text'
import { type Db, db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { getSettings } from '@/lib/settings/queries'
import { canImport, canReadArticles } from './policy'
import { articleAddress, domainOf } from './rules/address'
import { type Understood, understand } from './rules/importing'
import type { PlacedShape } from './rules/shapes'
import { ImportInput, StoredCuts, StoredDayCandidates, StoredShapes } from './schema'

const PAGE = 50

function assertReader(ctx: Context): void {
  if (!canReadArticles(ctx.actor)) throw new AppError('NOT_FOUND')
}

const LIST_FIELDS = {
  id: true,
  title: true,
  publishedOn: true,
  publishedOnBasis: true,
  dayCandidates: true,
  importedAt: true,
  hiddenAt: true,
  revision: true,
  url: true,
  currentSnapshotId: true,
  publisher: { select: { id: true, name: true, slug: true } },
} satisfies Prisma.ArticleSelect

type ListRow = Prisma.ArticleGetPayload<{ select: typeof LIST_FIELDS }>
export type ArticleListItem = Omit<ListRow, 'dayCandidates'> & { dayCandidates: { day: Day; reason: string }[] }

const toItem = (row: ListRow): ArticleListItem => ({
  ...row,
  dayCandidates: StoredDayCandidates.parse(row.dayCandidates),
})

export type ArticleFilter = {
  /** The id of the last article seen; ids are in order of import. */
  before?: string
  publisherId?: string
  /** Words of the title, byline or address. */
  text?: string
  /** Only articles whose publication day is not known. */
  needsDay?: boolean
  hidden?: boolean
  limit?: number
}

const containing = (text: string): Prisma.ArticleWhereInput[] => {
  const contains = { contains: text, mode: 'insensitive' } as const
  return [{ title: contains }, { byline: contains }, { url: contains }]
}

/** Articles, newest import first, at most 100 at once. `next` is the `before` of the following page, null at the end. */
export async function listArticles(
  ctx: Context,
  filter: ArticleFilter = {},
): Promise<{ articles: ArticleListItem[]; next: string | null }> {
  assertReader(ctx)
  const limit = Math.min(filter.limit ?? PAGE, 100)
  const rows = await db().article.findMany({
    where: {
      hiddenAt: filter.hidden ? { not: null } : null,
      ...(filter.before ? { id: { lt: filter.before } } : {}),
      ...(filter.publisherId ? { publisherId: filter.publisherId } : {}),
      ...(filter.text ? { OR: containing(filter.text) } : {}),
      ...(filter.needsDay ? { publishedOn: null } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: LIST_FIELDS,
  })
  const articles = rows.slice(0, limit).map(toItem)
  return { articles, next: rows.length > limit ? (articles.at(-1)?.id ?? null) : null }
}

const DETAIL_FIELDS = {
  ...LIST_FIELDS,
  byline: true,
  hiddenReason: true,
  importedBy: { select: { id: true, name: true } },
  publisher: { select: { id: true, name: true, slug: true, country: true, zone: true, domain: true } },
  currentSnapshot: {
    select: {
      id: true,
      ordinal: true,
      body: true,
      bodyHash: true,
      isBmp: true,
      cut: true,
      shapes: true,
      cleanerVersion: true,
      createdAt: true,
    },
  },
  /** At most one: whether a published claim was made in it. */
  occurrences: { where: { claim: { firstPublishedAt: { not: null } } }, select: { id: true }, take: 1 },
} satisfies Prisma.ArticleSelect

type DetailRow = Prisma.ArticleGetPayload<{ select: typeof DETAIL_FIELDS }>
type Cut = { text: string; reason: string; start: number; end: number }
export type ArticleDetail = Omit<DetailRow, 'dayCandidates' | 'currentSnapshot' | 'occurrences'> & {
  /** A published claim was made in it: changing it is an editor's. */
  isCited: boolean
  dayCandidates: { day: Day; reason: string }[]
  /** The text that is read at present; its `body` is what offsets point into. */
  snapshot: Omit<NonNullable<DetailRow['currentSnapshot']>, 'cut' | 'shapes'> & { cut: Cut[]; shapes: PlacedShape[] }
}

/** An article with its current text, or null. */
export async function getArticle(ctx: Context, id: string): Promise<ArticleDetail | null> {
  assertReader(ctx)
  const row = await db().article.findUnique({ where: { id }, select: DETAIL_FIELDS })
  if (!row?.currentSnapshot) return null
  const { currentSnapshot, dayCandidates, occurrences, ...article } = row
  return {
    ...article,
    isCited: occurrences.length > 0,
    dayCandidates: StoredDayCandidates.parse(dayCandidates),
    snapshot: {
      ...currentSnapshot,
      cut: StoredCuts.parse(currentSnapshot.cut),
      shapes: StoredShapes.parse(currentSnapshot.shapes),
    },
  }
}

/** An article with its current text. Throws NOT_FOUND. */
export async function requireArticle(ctx: Context, id: string): Promise<ArticleDetail> {
  const article = await getArticle(ctx, id)
  if (article === null) throw new AppError('NOT_FOUND')
  return article
}

/** The texts of an article, newest first, without the texts themselves. At most 100. */
export async function listSnapshots(ctx: Context, articleId: string) {
  assertReader(ctx)
  return db().snapshot.findMany({
    where: { articleId },
    orderBy: { ordinal: 'desc' },
    take: 100,
    select: {
      id: true,
      ordinal: true,
      rawHash: true,
      bodyHash: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
  })
}

/** One text of an article: raw, body and cuts. Throws NOT_FOUND. */
export async function requireSnapshot(ctx: Context, id: string) {
  assertReader(ctx)
  const row = await db().snapshot.findUnique({ where: { id } })
  if (row === null) throw new AppError('NOT_FOUND')
  return { ...row, cut: StoredCuts.parse(row.cut), shapes: StoredShapes.parse(row.shapes) }
}

const PUBLISHER_FIELDS = {
  id: true,
  slug: true,
  name: true,
  domain: true,
  country: true,
  zone: true,
  revision: true,
  mergedInto: { select: { id: true, name: true } },
  _count: { select: { articles: true } },
} satisfies Prisma.PublisherSelect

export type PublisherListItem = Prisma.PublisherGetPayload<{ select: typeof PUBLISHER_FIELDS }>

/** Publishers by name, merged ones too, at most 200 at once; `after` is the key of the last one seen. */
export async function listPublishers(
  ctx: Context,
  filter: { after?: { nameKey: string; id: string }; limit?: number } = {},
): Promise<{ publishers: PublisherListItem[]; next: { nameKey: string; id: string } | null }> {
  assertReader(ctx)
  const limit = Math.min(filter.limit ?? 100, 200)
  const { after } = filter
  const rows = await db().publisher.findMany({
    where: after ? { OR: [{ nameKey: { gt: after.nameKey } }, { nameKey: after.nameKey, id: { gt: after.id } }] } : {},
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: { ...PUBLISHER_FIELDS, nameKey: true },
  })
  const publishers = rows.slice(0, limit)
  const last = publishers.at(-1)
  return { publishers, next: rows.length > limit && last ? { nameKey: last.nameKey, id: last.id } : null }
}

/** A publisher, or null. */
export async function getPublisher(ctx: Context, id: string): Promise<PublisherListItem | null> {
  assertReader(ctx)
  return db().publisher.findUnique({ where: { id }, select: PUBLISHER_FIELDS })
}

/** A publisher. Throws NOT_FOUND. */
export async function requirePublisher(ctx: Context, id: string): Promise<PublisherListItem> {
  const publisher = await getPublisher(ctx, id)
  if (publisher === null) throw new AppError('NOT_FOUND')
  return publisher
}

/** The newsroom's day: the latest that a publication day can be. */
export async function newsroomDay(ctx: Context): Promise<Day> {
  const settings = await getSettings()
  return dayInZone(ctx.now, settings?.zone ?? 'UTC')
}

/** The country of a publisher that is known by name or domain: it decides how 03/04/2025 is read. */
export async function knownCountry(
  { name, url }: { name: string | null; url: string | null },
  from: Db = db(),
): Promise<string | null> {
  const domain = url && domainOf(url)
  if (!name && !domain) return null
  const publisher = await from.publisher.findFirst({
    where: name ? { nameKey: foldKey(name) } : { domain },
    select: { country: true },
    orderBy: { id: 'asc' },
  })
  return publisher?.country ?? null
}

/** What an import would store, to be looked at before. Stores nothing; throws as `importArticle` does. */
export async function understandImport(ctx: Context, input: ImportInput): Promise<Understood> {
  if (!canImport(ctx.actor)) throw new AppError('FORBIDDEN')
  const given = ImportInput.parse(input)
  const url = given.url && articleAddress(given.url)
  const country = await knownCountry({ name: given.publisher, url })
  return understand({ ...given, url }, { importedOn: await newsroomDay(ctx), country })
}
