import { articleEvents } from '@/lib/articles/events'
import type { StoredEvent } from '@/lib/audit/events'
import { getEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { takeModelProposals } from './commands/asking'
import { carryPlaces } from './commands/carrying'
import { extractCandidates } from './commands/extraction'
import { type ArticlesMoved, regroupUnnamed, renameUnnamedGroup } from './commands/unnamed-groups'

/** Reads an article's current text; caused by its import, a new text of it, and a day set by a person. */
export async function extractCandidatesJob(ctx: Context, articleId: string): Promise<void> {
  await extractCandidates(ctx, articleId)
}

/** Looks for what earlier texts of an article hold in its new one; caused by that text. May run twice. */
export async function carryPlacesJob(ctx: Context, articleId: string): Promise<void> {
  await carryPlaces(ctx, articleId)
}

/** Asks the language model about a text; caused by a person's wish. */
export async function askModelJob(ctx: Context, snapshotId: string, stop: AbortSignal): Promise<void> {
  await takeModelProposals(ctx, snapshotId, stop)
}

/** Articles went from one publisher to another: what unnamed groups said in them follows. May run twice. */
export async function regroupUnnamedJob(ctx: Context, eventId: string): Promise<void> {
  const event = await getEvent(eventId)
  const moved = event && readMove(event)
  if (moved) await regroupUnnamed(ctx, moved)
}

/** A publisher has another name: so has its unnamed group. May run twice. */
export async function renameUnnamedGroupJob(ctx: Context, publisherId: string): Promise<void> {
  await renameUnnamedGroup(ctx, publisherId)
}

/** What an event of `articles` moved; null when it moved nothing, or its payload was redacted. */
function readMove({ id: eventId, type, entityId, payload }: StoredEvent): ArticlesMoved | null {
  const base = { eventId, publisherId: entityId, isMerge: false, undoes: null }
  if (payload === null) return null
  switch (type) {
    case 'publisher.merged':
      return { ...base, isMerge: true, articleIds: articleEvents[type].payload.parse(payload).articleIds }
    case 'publisher.split':
      return { ...base, articleIds: articleEvents[type].payload.parse(payload).articleIds }
    case 'publisher.merge_undone': {
      const { articleIds, mergeId = null } = articleEvents[type].payload.parse(payload)
      return { ...base, articleIds, undoes: mergeId }
    }
    case 'publisher.split_undone': {
      const { articleIds, splitId } = articleEvents[type].payload.parse(payload)
      return { ...base, articleIds, undoes: splitId }
    }
    case 'article.details_updated': {
      const { before, after } = articleEvents[type].payload.parse(payload)
      if (before.publisherId === after.publisherId) return null
      return { ...base, publisherId: after.publisherId, articleIds: [entityId] }
    }
    default:
      return null
  }
}
