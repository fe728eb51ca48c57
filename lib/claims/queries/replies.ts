import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { canReadDesk } from '../policy'

/** Of whom or of what a reply is shown. What was merged into it, over however many merges, brings its replies along. */
export type RepliesOf = { speakerId: string } | { speakerSlug: string } | { claimId: string }

/** A reply as readers see it: of a withdrawn one neither words nor link, but that there was one, and why it went. */
export type PublicReply = {
  id: string
  byName: string
  receivedOn: Day
  text: string | null
  url: string | null
  withdrawn: { at: Date; reason: string } | null
}

async function whereOf(from: Db, of: RepliesOf): Promise<Prisma.ReplyWhereInput> {
  if ('claimId' in of) return { claimId: { in: await mergedInto(from, 'claim', Prisma.sql`id = ${of.claimId}::uuid`) } }
  const first = 'speakerId' in of ? Prisma.sql`id = ${of.speakerId}::uuid` : Prisma.sql`slug = ${of.speakerSlug}`
  return { speakerId: { in: await mergedInto(from, 'speaker', first) } }
}

/** A row and all that was merged into it, over at most 50 merges one after the other. */
async function mergedInto(from: Db, table: 'claim' | 'speaker', first: Prisma.Sql): Promise<string[]> {
  const name = Prisma.raw(table)
  const rows = await from.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH RECURSIVE family AS (
      SELECT id, 1 AS depth FROM ${name} WHERE ${first}
      UNION ALL SELECT t.id, depth + 1 FROM family JOIN ${name} t ON t.merged_into_id = family.id WHERE depth < 50)
    SELECT id::text FROM family`)
  return rows.map(({ id }) => id)
}

/** The replies of a public page, oldest first: all of them, as their number is bounded where they are added. */
export async function listPublicReplies(of: RepliesOf, from: Db = db()): Promise<PublicReply[]> {
  const rows = await from.reply.findMany({
    where: await whereOf(from, of),
    orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
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
    where: await whereOf(db(), of),
    orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
    include: SELECT,
  })
}
