import type { Context } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canDealWithRemark, canReopenRemark, canReplyToRemark } from '../policy'
import { contentOfSave } from '../present'
import { controlValue } from '../rules/contents'
import { REMARK_FIELDS, type RemarkField } from '../rules/remark-fields'
import { type Anchor, isOpenRemark, type Place, placeOf } from '../rules/remarks'
import type { VerdictContent } from '../schema'
import { RemarkField as FieldSchema } from '../schema/second-person'

const REMARK_BOUND = 200

const remarkSelect = {
  ...{ id: true, revision: true, field: true, body: true, authorId: true, createdAt: true },
  ...{ start: true, end: true, quote: true, prefix: true, suffix: true },
  author: { select: { name: true } },
  save: { select: { content: true } },
  steps: {
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, body: true, createdAt: true, author: { select: { name: true } } },
  },
} satisfies Prisma.VerdictRemarkSelect

type Row = Prisma.VerdictRemarkGetPayload<{ select: typeof remarkSelect }>

export type RemarkView = {
  id: string
  revision: number
  field: RemarkField
  /** Words of that revision; null: the field as a whole. */
  quote: string | null
  /** Where they stand in the text as it is stored now. */
  place: Place
  body: string
  by: string
  at: string
  isOpen: boolean
  steps: { id: string; kind: Row['steps'][number]['kind']; body: string | null; by: string; at: string }[]
  mayReply: boolean
  mayDealWith: boolean
  mayReopen: boolean
}

/** What the remarks of a version are read beside. `writers`: who saved, began or submitted it. */
export type RemarkedVersion = { id: string; content: VerdictContent; writers: readonly string[] }

/** The remarks on a version that is being written or waits, in the order of the text; the caller made sure that it may be seen. */
export async function listRemarks(ctx: Context, version: RemarkedVersion): Promise<RemarkView[]> {
  const rows = await db().verdictRemark.findMany({
    where: { verdictId: version.id },
    orderBy: { id: 'asc' },
    take: REMARK_BOUND,
    select: remarkSelect,
  })
  const views = rows.map((row) => toView(ctx, row, version))
  return views.sort((a, b) => fieldOrder(a) - fieldOrder(b) || placeOrder(a) - placeOrder(b))
}

const fieldOrder = ({ field }: RemarkView): number => REMARK_FIELDS.indexOf(field)
/** On the whole field first, then by place; what is not found any more last. */
const placeOrder = ({ place }: RemarkView): number =>
  place.is === 'whole' ? -1 : place.is === 'found' ? place.span.start : Number.MAX_SAFE_INTEGER

function toView({ actor }: Context, row: Row, { content, writers }: RemarkedVersion): RemarkView {
  const field = FieldSchema.parse(row.field)
  const [isOpen, hand] = [isOpenRemark(row.steps), { authorId: row.authorId, writers }]
  const madeIn = controlValue(contentOfSave(row.save.content)[field])
  return {
    ...{ id: row.id, revision: row.revision, field, quote: row.quote, body: row.body, isOpen },
    place: placeOf(anchorOfRow(row), madeIn, controlValue(content[field])),
    by: row.author.name,
    at: row.createdAt.toISOString(),
    steps: row.steps.map(({ id, kind, body, author, createdAt }) => ({
      ...{ id, kind, body },
      by: author.name,
      at: createdAt.toISOString(),
    })),
    mayReply: canReplyToRemark(actor),
    mayDealWith: isOpen && canDealWithRemark(actor, hand),
    mayReopen: !isOpen && canReopenRemark(actor, hand),
  }
}

function anchorOfRow({ start, end, quote, prefix, suffix }: Row): Anchor | null {
  if (start === null || end === null || quote === null) return null
  return { start, end, quote, prefix: prefix ?? '', suffix: suffix ?? '' }
}
