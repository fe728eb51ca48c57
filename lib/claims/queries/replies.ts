import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'

/** Of whom or of what a reply is shown. What was merged into it brings its replies along. */
export type RepliesOf = { speakerId: string } | { speakerSlug: string } | { claimId: string }

const BOUND = 100

/** A reply as readers see it: of a withdrawn one neither words nor link, but that there was one, and why it went. */
export type PublicReply = {
  id: string
  byName: string
  receivedOn: Day
  text: string | null
  url: string | null
  withdrawn: { at: Date; reason: string } | null
}

function whereOf(of: RepliesOf): Prisma.ReplyWhereInput {
  if ('claimId' in of) return { claim: { OR: [{ id: of.claimId }, { mergedIntoId: of.claimId }] } }
  const speaker = 'speakerId' in of ? { id: of.speakerId } : { slug: of.speakerSlug }
  return { speaker: { OR: [speaker, { mergedInto: speaker }] } }
}

/** The replies of a public page, oldest first. */
export async function listPublicReplies(of: RepliesOf, from: Db = db()): Promise<PublicReply[]> {
  const rows = await from.reply.findMany({
    where: whereOf(of),
    orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
    take: BOUND,
  })
  return rows.map(({ id, byName, receivedOn, body, url, withdrawnAt, withdrawnReason }) => ({
    ...{ id, byName, receivedOn },
    text: withdrawnAt ? null : body,
    url: withdrawnAt ? null : url,
    withdrawn: withdrawnAt && { at: withdrawnAt, reason: withdrawnReason ?? '' },
  }))
}

const NAME = { select: { name: true } } as const
const SELECT = { addedBy: NAME, withdrawnBy: NAME } satisfies Prisma.ReplyInclude
export type ReplyView = Prisma.ReplyGetPayload<{ include: typeof SELECT }>

/** The same for the desk, withdrawn ones with their words. */
export async function listReplies(ctx: Context, of: RepliesOf): Promise<ReplyView[]> {
  if (!canReadDesk(ctx.actor)) throw new AppError('NOT_FOUND')
  return db().reply.findMany({
    where: whereOf(of),
    orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
    take: BOUND,
    include: SELECT,
  })
}
