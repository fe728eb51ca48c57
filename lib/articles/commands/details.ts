import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { assertRevision } from '@/lib/core/revisions'
import { brokenConstraint, inTransaction, isUniqueViolation, lockRow, type Tx } from '@/lib/platform/db'
import type { Article } from '@/lib/platform/generated/client'
import { articleEvents } from '../events'
import { canEditArticle, canHideArticle } from '../policy'
import { newsroomDay } from '../queries'
import { articleAddress } from '../rules/address'
import { dayProblem, fingerprintOf } from '../rules/importing'
import { ArticleDetailsInput, ConfirmDayInput, HideArticleInput } from '../schema'

/**
 * Sets the day on which the article was published, chosen or typed by a person. Its event calls for another extraction
 * where no candidate was decided yet: windows such as "this fall" depend on the day.
 */
export async function confirmPublicationDay(ctx: Context, input: ConfirmDayInput): Promise<{ revision: number }> {
  const { articleId, publishedOn, revision } = ConfirmDayInput.parse(input)
  const problem = dayProblem(publishedOn, await newsroomDay(ctx))
  return inTransaction(async (tx) => {
    const article = await lockedArticle(tx, articleId)
    const { isCited } = article
    if (!canEditArticle(ctx.actor, article)) throw refusal(isCited)
    if (problem) throw new AppError('BAD_INPUT', { fields: { publishedOn: problem } })
    assertRevision(article.revision, revision, { publishedOn: article.publishedOn })
    if (article.publishedOn === publishedOn) return { revision }
    await tx.article.update({
      where: { id: articleId },
      data: { publishedOn, publishedOnBasis: `Confirmed by ${ctx.actor.name}`, revision: revision + 1 },
    })
    await recordEvent(tx, ctx, articleEvents, {
      type: 'article.day_confirmed',
      entityId: articleId,
      payload: { before: article.publishedOn, publishedOn },
      isPublic: isCited,
    })
    return { revision: revision + 1 }
  })
}

/** Corrects title, byline, address or publisher. STALE when somebody saved since `revision`. */
export async function updateArticleDetails(ctx: Context, input: ArticleDetailsInput): Promise<{ revision: number }> {
  const { articleId, revision, url: typed, ...fields } = ArticleDetailsInput.parse(input)
  const url = typed && articleAddress(typed)
  try {
    return await inTransaction(async (tx) => {
      const article = await lockedArticle(tx, articleId)
      const { isCited } = article
      if (!canEditArticle(ctx.actor, article)) throw refusal(isCited)
      assertRevision(article.revision, revision, detailsOf(article))
      await requireOpenPublisher(tx, fields.publisherId)
      // Without an address the article stays known by the text that was first imported.
      const fingerprint = url
        ? fingerprintOf(url, '')
        : article.url
          ? await textFingerprint(tx, articleId)
          : article.fingerprint
      await tx.article.update({
        where: { id: articleId },
        data: { ...fields, url, fingerprint, revision: revision + 1 },
      })
      await recordEvent(tx, ctx, articleEvents, {
        type: 'article.details_updated',
        entityId: articleId,
        payload: { before: detailsOf(article), after: { ...fields, url } },
        isPublic: isCited,
      })
      return { revision: revision + 1 }
    })
  } catch (error) {
    if (!isUniqueViolation(error) || !/fingerprint|unique/.test(brokenConstraint(error) ?? '')) throw error
    throw new AppError('ALREADY_EXISTS', { fields: { url: 'Another article has this address already.' } })
  }
}

/** Takes an article out of the lists, with a reason. Its snapshots, and claims made from it, stay. */
export async function hideArticle(ctx: Context, input: HideArticleInput): Promise<void> {
  const { articleId, reason } = HideArticleInput.parse(input)
  await inTransaction(async (tx) => {
    const article = await lockedArticle(tx, articleId)
    const { isCited } = article
    if (!canHideArticle(ctx.actor, article)) throw refusal(isCited)
    if (article.hiddenAt)
      throw new AppError('MOVE_REFUSED', { text: 'This article is hidden already. Nothing was changed.' })
    await tx.article.update({
      where: { id: articleId },
      data: { hiddenAt: ctx.now, hiddenReason: reason, revision: { increment: 1 } },
    })
    await recordVisibility(tx, ctx, article, 'article.hidden', reason)
  })
}

/** Brings a hidden article back, with a reason. */
export async function showArticle(ctx: Context, input: HideArticleInput): Promise<void> {
  const { articleId, reason } = HideArticleInput.parse(input)
  await inTransaction(async (tx) => {
    const article = await lockedArticle(tx, articleId)
    const { isCited } = article
    if (!canHideArticle(ctx.actor, article)) throw refusal(isCited)
    if (!article.hiddenAt)
      throw new AppError('MOVE_REFUSED', { text: 'This article is not hidden. Nothing was changed.' })
    await tx.article.update({
      where: { id: articleId },
      data: { hiddenAt: null, hiddenReason: null, revision: { increment: 1 } },
    })
    await recordVisibility(tx, ctx, article, 'article.shown', reason)
  })
}

const detailsOf = ({ title, byline, url, publisherId }: Article) => ({ title, byline, url, publisherId })

type LockedArticle = Article & { isCited: boolean }

async function lockedArticle(tx: Tx, id: string): Promise<LockedArticle> {
  if (!(await lockRow(tx, 'article', id))) throw new AppError('NOT_FOUND')
  const article = await tx.article.findUniqueOrThrow({ where: { id } })
  return { ...article, isCited: await isCitedIn(tx, id) }
}

/** Whether a published claim was made in the article. */
export async function isCitedIn(tx: Tx, articleId: string): Promise<boolean> {
  const cited = await tx.occurrence.findFirst({
    where: { articleId, claim: { firstPublishedAt: { not: null } } },
    select: { id: true },
  })
  return cited !== null
}

const refusal = (isCited: boolean) =>
  new AppError('FORBIDDEN', {
    text: isCited
      ? 'A published claim was made in this article, so its details are an editor’s to change. Nothing was changed; ask an editor.'
      : undefined,
  })

/** The reason is the desk's: it travels in an event of its own, so that what a reader may export is only the fact. */
async function recordVisibility(
  tx: Tx,
  ctx: Context,
  { id, isCited }: LockedArticle,
  type: 'article.hidden' | 'article.shown',
  reason: string,
): Promise<void> {
  await recordEvent(tx, ctx, articleEvents, { type: 'article.reason_given', entityId: id, payload: { reason } })
  await recordEvent(tx, ctx, articleEvents, { type, entityId: id, payload: {}, isPublic: isCited })
}

async function requireOpenPublisher(tx: Tx, id: string): Promise<void> {
  const publisher = await tx.publisher.findUnique({ where: { id }, select: { mergedIntoId: true } })
  if (!publisher || publisher.mergedIntoId)
    throw new AppError('BAD_INPUT', { fields: { publisherId: 'Choose a publisher from the list.' } })
}

async function textFingerprint(tx: Tx, articleId: string): Promise<string> {
  const first = await tx.snapshot.findFirstOrThrow({
    where: { articleId },
    orderBy: { ordinal: 'asc' },
    select: { bodyHash: true },
  })
  return fingerprintOf(null, first.bodyHash)
}
