import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { db, inTransaction, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { articleEvents } from '../events'
import { canKeepStories, canLinkStories } from '../policy'
import { findNear } from '../queries/stories'
import { articleAddress } from '../rules/address'
import { fingerprintOf } from '../rules/importing'
import { apartPair, namedArticleId, planStory, SIGNATURE_VERSION, shinglesOf, storyBands } from '../rules/stories'
import { JoinStoryInput, LeaveStoryInput } from '../schema/stories'
import { isCitedIn } from './details'
import { lockWords } from './locks'

/** `unchanged`: looked at before, or another job is at it. `linked`: how many articles came into the story, or with it. */
export type LinkingResult = { outcome: 'looked' | 'unchanged'; linked: number }

const NOTHING: LinkingResult = { outcome: 'unchanged', linked: 0 }

/**
 * Looks whether other articles carry an article's current text nearly word for word, and links them as one story. Looked at
 * this text already: nothing. May run twice; two copies that are imported at the same moment find each other, because articles
 * that can meet wait for each other.
 */
export async function linkStory(ctx: Context, articleId: string): Promise<LinkingResult> {
  if (!canLinkStories(ctx.actor)) throw new AppError('FORBIDDEN')
  const snapshot = await findUnsigned(db(), articleId)
  if (snapshot === null) return NOTHING
  // outside the transaction: a long text takes its time, and nobody should wait for the row
  const shingles = shinglesOf(snapshot.body)
  const bands = storyBands(shingles)
  return inTransaction(async (tx) => {
    await lockBands(tx, bands)
    const current = await findUnsigned(tx, articleId)
    // signed meanwhile, or changed: then its own event queued another run
    if (current?.id !== snapshot.id) return NOTHING
    const signature = { snapshotId: snapshot.id, version: SIGNATURE_VERSION, bands }
    await tx.articleSignature.upsert({
      where: { articleId },
      create: { articleId, ...signature },
      update: signature,
    })
    const near = await findNear(tx, articleId, bands, shingles)
    return { outcome: 'looked', linked: near.length === 0 ? 0 : await linkIn(tx, ctx, articleId, near) }
  })
}

/** The current text, unless it is signed already. */
async function findUnsigned(from: Tx | ReturnType<typeof db>, articleId: string) {
  const article = await from.article.findUnique({
    where: { id: articleId },
    select: {
      currentSnapshot: { select: { id: true, body: true } },
      signature: { select: { snapshotId: true, version: true } },
    },
  })
  const { currentSnapshot = null, signature = null } = article ?? {}
  const isSigned = signature?.snapshotId === currentSnapshot?.id && signature?.version === SIGNATURE_VERSION
  return isSigned ? null : currentSnapshot
}

/** The space of advisory locks on bands. */
const BAND_LOCKS = 0x73746f72

/** Articles that share a band come one after the other; taken in one order, so that nobody waits in a circle. */
async function lockBands(tx: Tx, bands: readonly number[]): Promise<void> {
  const sorted = [...new Set(bands)].sort((a, b) => a - b)
  await tx.$executeRaw(
    Prisma.sql`SELECT pg_advisory_xact_lock(${BAND_LOCKS}::int, band) FROM unnest(${sorted}::int[]) AS band`,
  )
}

/** Whoever changes stories does so alone: copies are few, and joining two stories touches many rows. */
const lockStories = (tx: Tx): Promise<void> => lockWords(tx, ['stories'])

async function linkIn(
  tx: Tx,
  ctx: Context,
  articleId: string,
  near: readonly { articleId: string; similarity: number }[],
): Promise<number> {
  await lockStories(tx)
  const links = await tx.storyArticle.findMany({
    where: { articleId: { in: [articleId, ...near.map((n) => n.articleId)] } },
  })
  const storyOf = new Map(links.map((link) => [link.articleId, link.storyId]))
  const ids = [...new Set(storyOf.values())]
  const aparts = await tx.storyApart.findMany({ where: { storyId: { in: ids }, otherId: { in: ids } } })
  const plan = planStory(
    storyOf.get(articleId) ?? null,
    near.map((one) => ({ ...one, storyId: storyOf.get(one.articleId) ?? null })),
    (a, b) =>
      aparts.some((pair) => pair.storyId === apartPair(a, b).storyId && pair.otherId === apartPair(a, b).otherId),
  )
  if (plan === null) return 0
  const nearest = Math.max(...near.map(({ similarity }) => similarity))
  const own = storyOf.has(articleId) ? [] : [{ articleId, similarity: nearest }]
  return makeOneIn(tx, ctx, plan.storyIds, [...own, ...plan.articles], false)
}

type Loose = { articleId: string; similarity: number | null }

/** Joins stories (the oldest stays; a new one where there is none) and puts articles of no story into it. How many came in. */
async function makeOneIn(
  tx: Tx,
  ctx: Context,
  [first, ...others]: string[],
  loose: readonly Loose[],
  isByHand: boolean,
): Promise<number> {
  const storyId = first ?? (await makeStoryIn(tx, ctx))
  const moved = await tx.storyArticle.findMany({ where: { storyId: { in: others } }, select: { articleId: true } })
  await tx.storyArticle.updateMany({ where: { storyId: { in: others } }, data: { storyId } })
  for (const other of others) await inheritApartsIn(tx, other, storyId)
  await tx.story.deleteMany({ where: { id: { in: others } } })
  await tx.storyArticle.createMany({
    data: loose.map(({ articleId, similarity }) => ({
      ...{ articleId, storyId, similarity, linkedAt: ctx.now },
      linkedById: isByHand ? ctx.actor.id : null,
    })),
  })
  for (const { articleId, similarity } of [...moved.map((one) => ({ ...one, similarity: null })), ...loose])
    await recordEvent(tx, ctx, articleEvents, {
      type: 'article.story_joined',
      entityId: articleId,
      payload: { storyId, similarity, isByHand },
      isPublic: await isCitedIn(tx, articleId),
    })
  return moved.length + loose.length
}

async function makeStoryIn(tx: Tx, ctx: Context): Promise<string> {
  const id = newId()
  await tx.story.create({ data: { id, createdAt: ctx.now } })
  return id
}

/** What one of two joined stories is not, their common one is not either. */
async function inheritApartsIn(tx: Tx, from: string, into: string): Promise<void> {
  const aparts = await tx.storyApart.findMany({ where: { OR: [{ storyId: from }, { otherId: from }] } })
  const inherited = aparts.flatMap(({ storyId, otherId, ...more }) => {
    const other = storyId === from ? otherId : storyId
    return other === into ? [] : [{ ...apartPair(into, other), ...more }]
  })
  await tx.storyApart.createMany({ data: inherited, skipDuplicates: true })
}

const NOT_ALLOWED = 'Stories are kept by editors and admins. Nothing was changed; ask one of them.'

/**
 * Takes an article out of its story, with a reason: it gets a story of its own, and is not linked with that one again unless a
 * person does it. MOVE_REFUSED when no other article is in its story.
 */
export async function leaveStory(ctx: Context, given: LeaveStoryInput): Promise<void> {
  const { articleId, reason } = LeaveStoryInput.parse(given)
  await inTransaction(async (tx) => {
    if (!canKeepStories(ctx.actor)) throw new AppError('FORBIDDEN', { text: NOT_ALLOWED })
    await lockStories(tx)
    const link = await tx.storyArticle.findUnique({
      where: { articleId },
      select: { storyId: true, story: { select: { _count: { select: { articles: true } } } } },
    })
    if (link === null || link.story._count.articles < 2)
      throw new AppError('MOVE_REFUSED', { text: 'No other article is in its story any more. Nothing was changed.' })
    const ownId = await makeStoryIn(tx, ctx)
    await inheritApartsIn(tx, link.storyId, ownId)
    const decided = { reason, decidedById: ctx.actor.id, decidedAt: ctx.now }
    await tx.storyApart.create({ data: { ...apartPair(link.storyId, ownId), ...decided } })
    await tx.storyArticle.update({
      where: { articleId },
      data: { storyId: ownId, similarity: null, linkedById: ctx.actor.id, linkedAt: ctx.now },
    })
    await recordEvent(tx, ctx, articleEvents, {
      type: 'article.reason_given',
      entityId: articleId,
      payload: { reason },
    })
    await recordEvent(tx, ctx, articleEvents, {
      type: 'article.story_left',
      entityId: articleId,
      payload: { storyId: link.storyId, ownStoryId: ownId },
      isPublic: await isCitedIn(tx, articleId),
    })
  })
}

/**
 * A person says that two articles are one story, with all that is linked to either, also where somebody took one out before.
 * MOVE_REFUSED when they are one already; BAD_INPUT where no article has that address.
 */
export async function joinStory(ctx: Context, given: JoinStoryInput): Promise<{ linked: number }> {
  const { articleId, other } = JoinStoryInput.parse(given)
  return inTransaction(async (tx) => {
    if (!canKeepStories(ctx.actor)) throw new AppError('FORBIDDEN', { text: NOT_ALLOWED })
    await lockStories(tx)
    const one = await findWithStory(tx, { id: articleId })
    const named = await findNamed(tx, other)
    if (!one) throw new AppError('NOT_FOUND')
    if (!named) throw wrongOther('No article here has this address. Import it first, or check the address.')
    if (one.id === named.id) throw wrongOther('This is the same article. Give the address of another one.')
    const both = [one, named]
    const storyIds = [...new Set(both.flatMap(({ storyLink }) => storyLink?.storyId ?? []))].sort()
    const loose = both.filter(({ storyLink }) => storyLink === null)
    if (storyIds.length === 1 && loose.length === 0)
      throw new AppError('MOVE_REFUSED', { text: 'These two are one story already. Nothing was changed.' })
    await tx.storyApart.deleteMany({ where: { storyId: { in: storyIds }, otherId: { in: storyIds } } })
    const joining = loose.map(({ id }) => ({ articleId: id, similarity: null }))
    return { linked: await makeOneIn(tx, ctx, storyIds, joining, true) }
  })
}

const wrongOther = (message: string): AppError => new AppError('BAD_INPUT', { fields: { other: message } })

const findWithStory = (tx: Tx, where: { id: string } | { fingerprint: string }) =>
  tx.article.findUnique({ where, select: { id: true, storyLink: { select: { storyId: true } } } })

/** By its address at the desk or its id, else by its address at the publisher. */
function findNamed(tx: Tx, text: string) {
  const id = namedArticleId(text)
  if (id) return findWithStory(tx, { id })
  const url = articleAddress(text)
  return url ? findWithStory(tx, { fingerprint: fingerprintOf(url, '') }) : null
}
