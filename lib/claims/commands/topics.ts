import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { canEditClaim } from '../policy'
import { slugBase } from '../rules/slugs'
import { isClosed } from '../rules/states'
import { ChangeTopicInput, MOST_TOPICS, SetTopicsInput } from '../schema/topics'
import { recordClaimEvent } from './recording'

/** The claim's topics by name, at most ten; a topic that nobody used yet is made. */
export async function setTopics(ctx: Context, given: SetTopicsInput): Promise<void> {
  const { claimId, topics } = SetTopicsInput.parse(given)
  await inTransaction(async (tx) => {
    await lockEditable(tx, ctx, claimId)
    await saveTopics(tx, ctx, claimId, new Map(topics.map((name) => [slugOf(name), name])))
  })
}

/** Adds one topic; false when the claim has it already. Throws MOVE_REFUSED for a merged or hidden claim and at ten topics. */
export async function addTopicIn(tx: Tx, ctx: Context, given: ChangeTopicInput): Promise<boolean> {
  const { claimId, topic } = ChangeTopicInput.parse(given)
  await lockOpen(tx, ctx, claimId)
  const before = await topicsOf(tx, claimId)
  if (before.has(slugOf(topic))) return false
  if (before.size >= MOST_TOPICS)
    throw new AppError('MOVE_REFUSED', { text: `It has ${MOST_TOPICS} topics already. Take one away first.` })
  await saveTopics(tx, ctx, claimId, new Map([...before, [slugOf(topic), topic]]))
  return true
}

/** Takes one topic away; false when the claim has not got it (any more). Throws as above. */
export async function removeTopicIn(tx: Tx, ctx: Context, given: ChangeTopicInput): Promise<boolean> {
  const { claimId, topic } = ChangeTopicInput.parse(given)
  await lockOpen(tx, ctx, claimId)
  const after = await topicsOf(tx, claimId)
  if (!after.delete(slugOf(topic))) return false
  await saveTopics(tx, ctx, claimId, after)
  return true
}

const slugOf = (name: string): string => slugBase(name, 'topic')

async function lockEditable(tx: Tx, ctx: Context, claimId: string): Promise<void> {
  if (!(await lockRow(tx, 'claim', claimId))) throw new AppError('NOT_FOUND')
  if (!canEditClaim(ctx.actor)) throw new AppError('FORBIDDEN')
}

async function lockOpen(tx: Tx, ctx: Context, claimId: string): Promise<void> {
  await lockEditable(tx, ctx, claimId)
  const { state } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { state: true } })
  if (isClosed(state)) throw new AppError('MOVE_REFUSED', { text: `This claim was ${state}. Nothing was changed.` })
}

async function topicsOf(tx: Tx, claimId: string): Promise<Map<string, string>> {
  const rows = await tx.claimTopic.findMany({
    where: { claimId },
    select: { topic: { select: { slug: true, name: true } } },
  })
  return new Map(rows.map(({ topic }) => [topic.slug, topic.name]))
}

/** `wanted`: name by slug. */
async function saveTopics(tx: Tx, ctx: Context, claimId: string, wanted: ReadonlyMap<string, string>): Promise<void> {
  const before = [...(await topicsOf(tx, claimId)).keys()].sort()
  const after = [...wanted.keys()].sort()
  if (before.join() === after.join()) return
  await tx.claimTopic.deleteMany({ where: { claimId, topic: { slug: { notIn: after } } } })
  // In one order, and skipping those that somebody else makes at this moment: two people may name the same new topic.
  await tx.topic.createMany({
    data: after.map((slug) => ({ id: newId(), slug, name: wanted.get(slug) ?? slug, createdAt: ctx.now })),
    skipDuplicates: true,
  })
  const topics = await tx.topic.findMany({ where: { slug: { in: after } }, select: { id: true } })
  await tx.claimTopic.createMany({ data: topics.map(({ id }) => ({ claimId, topicId: id })), skipDuplicates: true })
  await recordClaimEvent(tx, ctx, { type: 'claim.topics_set', entityId: claimId, payload: { before, after } })
}
