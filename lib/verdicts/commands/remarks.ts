import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Given } from '@/lib/core/fields'
import { newId } from '@/lib/core/ids'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { verdictEvents } from '../events'
import { canDealWithRemark, canReopenRemark, canReplyToRemark } from '../policy'
import { contentOf } from '../present'
import { controlValue } from '../rules/contents'
import { QUOTABLE_FIELDS } from '../rules/remark-fields'
import { type Anchor, anchorOf, isOpenRemark, type StepKind, writersOf } from '../rules/remarks'
import type { VerdictContent } from '../schema'
import { AddRemark, MoveRemark, ReplyToRemark } from '../schema/second-person'
import { lockVersion, requireMoveOf, requireReviewing, requireRevision, requireSight } from './standing'
import { openVersionOf, requireUserId } from './versions'

/**
 * Makes a remark on the exact revision that waits, on a field or on words of it: for whoever may send it back, and sees it.
 * Throws STALE when another revision waits, BAD_INPUT at `quote` when the words do not stand there, or more than once.
 */
export async function addRemark(ctx: Context, given: Given<typeof AddRemark>): Promise<{ id: string }> {
  const input = AddRemark.parse(given)
  return inTransaction(async (tx) => {
    const standing = await lockVersion(tx, ctx, input.id)
    requireMoveOf(ctx, standing, 'send_back')
    requireSight(ctx, standing)
    const version = openVersionOf(standing)
    requireRevision(version, input.revision)
    const anchor = requireAnchor(contentOf(version), input)
    const { claimId, ordinal, revision } = version
    const id = newId()
    await tx.verdictRemark.create({
      data: {
        ...{ id, verdictId: version.id, revision, field: input.field, body: input.body },
        ...{ authorId: requireUserId(ctx), createdAt: ctx.now },
        ...anchor,
      },
    })
    await recordEvent(tx, ctx, verdictEvents, {
      type: 'verdict.remarked',
      entityId: claimId,
      payload: { verdictId: version.id, ordinal, revision, remarkId: id, field: input.field },
    })
    return { id }
  })
}

function requireAnchor(content: VerdictContent, { field, quote, start }: AddRemark): Anchor | null {
  if (quote === null || quote === '') return null
  const anchored = QUOTABLE_FIELDS.includes(field)
    ? anchorOf(controlValue(content[field]), quote, start)
    : { problem: 'Of this field no words can be quoted: leave them out, and the remark is about the whole of it.' }
  if ('problem' in anchored) throw new AppError('BAD_INPUT', { fields: { quote: anchored.problem } })
  return anchored.anchor
}

/** Replies to a remark. */
export async function replyToRemark(ctx: Context, given: Given<typeof ReplyToRemark>): Promise<void> {
  const { remarkId, body } = ReplyToRemark.parse(given)
  await takeStep(ctx, remarkId, { kind: 'reply', body }, () => canReplyToRemark(ctx.actor))
}

/** Says that a remark is dealt with: who wrote the verdict, or who made the remark. Doing it twice changes nothing. */
export async function dealWithRemark(ctx: Context, given: Given<typeof MoveRemark>): Promise<void> {
  const { remarkId, body } = MoveRemark.parse(given)
  await takeStep(ctx, remarkId, { kind: 'dealt_with', body }, (hand) => canDealWithRemark(ctx.actor, hand))
}

/** Opens a remark again that was said to be dealt with. Doing it twice changes nothing. */
export async function reopenRemark(ctx: Context, given: Given<typeof MoveRemark>): Promise<void> {
  const { remarkId, body } = MoveRemark.parse(given)
  await takeStep(ctx, remarkId, { kind: 'reopened', body }, (hand) => canReopenRemark(ctx.actor, hand))
}

const EVENT_OF = {
  reply: 'verdict.remark_answered',
  dealt_with: 'verdict.remark_dealt_with',
  reopened: 'verdict.remark_reopened',
} as const satisfies Record<StepKind, string>

type RemarkHand = { authorId: string; writers: string[] }

async function takeStep(
  ctx: Context,
  remarkId: string,
  { kind, body }: { kind: StepKind; body: string | null },
  allows: (hand: RemarkHand) => boolean,
): Promise<void> {
  await inTransaction(async (tx) => {
    requireReviewing(ctx)
    const remark = await tx.verdictRemark.findUnique({ where: { id: remarkId } })
    if (remark === null) throw new AppError('NOT_FOUND')
    const standing = await lockVersion(tx, ctx, remark.verdictId)
    const version = openVersionOf(standing)
    if (!allows({ authorId: remark.authorId, writers: writersOf(version) })) throw new AppError('FORBIDDEN')
    requireSight(ctx, standing)
    if (kind !== 'reply' && (await isOpen(tx, remarkId)) !== (kind === 'dealt_with')) return
    await tx.remarkStep.create({
      data: { id: newId(), remarkId, kind, body, authorId: requireUserId(ctx), createdAt: ctx.now },
    })
    await recordEvent(tx, ctx, verdictEvents, {
      type: EVENT_OF[kind],
      entityId: version.claimId,
      payload: { verdictId: version.id, ordinal: version.ordinal, remarkId },
    })
  })
}

const isOpen = async (tx: Tx, remarkId: string): Promise<boolean> =>
  isOpenRemark(await tx.remarkStep.findMany({ where: { remarkId }, orderBy: { id: 'asc' }, select: { kind: true } }))
