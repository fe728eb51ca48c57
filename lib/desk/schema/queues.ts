import { z } from 'zod'
import { ClaimKind } from '@/lib/claims/schema'
import { Id } from '@/lib/core/ids'

/** A part of an address that says nothing usable is as good as none: a link that was cut or typed still opens the queue. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)
export const words = maybe(z.string().trim().min(1).max(120))

export const TopicSlug = z.string().regex(/^[a-z0-9-]{1,80}$/, { error: 'There is no such topic.' })

/** A place in a queue: the value that it is sorted by, and the id of the row. */
export type QueuePlace = { value: string; id: string }

/** "0.81_id" in an address. */
export const Place = z
  .string()
  .max(100)
  .transform((text, context): QueuePlace => {
    const at = text.lastIndexOf('_')
    const id = Id.safeParse(text.slice(at + 1))
    if (at > 0 && id.success) return { value: text.slice(0, at), id: id.data }
    context.addIssue({ code: 'custom', message: 'not a place' })
    return z.NEVER
  })
export const placeText = ({ value, id }: QueuePlace): string => `${value}_${id}`

export const AGES = ['day', 'week', 'older'] as const
export type Age = (typeof AGES)[number]

/** What the inbox may be narrowed to. `least` is a share of check-worthiness in percent. */
export const InboxFilter = z.object({
  kind: maybe(ClaimKind),
  publisher: maybe(Id),
  article: maybe(Id),
  speaker: words,
  words,
  least: maybe(z.coerce.number().pipe(z.int().min(1).max(100))),
  age: maybe(z.enum(AGES)),
})
export type InboxFilter = z.output<typeof InboxFilter>

const InboxPlace = Place.refine(({ value }) => /^[01]\.\d{1,6}$/.test(value))
/** `c` is the candidate that is open, `do` the move whose form is shown, `q` a search for a claim to merge into. */
export const InboxQuery = InboxFilter.extend({
  after: maybe(InboxPlace),
  c: maybe(Id),
  do: maybe(z.enum(['accept', 'merge', 'reject'])),
  q: maybe(z.string().trim().min(1).max(300)),
})
export type InboxQuery = z.output<typeof InboxQuery>

export const CLAIM_VIEWS = ['all', 'mine', 'waiting', 'sent-back', 'recheck', 'due'] as const
export type ClaimView = (typeof CLAIM_VIEWS)[number]

/** What a queue of claims may be narrowed to. `assigned` is a person's id, `me` or `nobody`. */
export const ClaimFilter = z.object({
  state: maybe(z.enum(['accepted', 'in_review', 'submitted', 'published', 'withdrawn', 'merged', 'hidden'])),
  kind: maybe(ClaimKind),
  publisher: maybe(Id),
  speaker: words,
  topic: maybe(TopicSlug),
  assigned: maybe(z.union([z.enum(['me', 'nobody']), Id])),
  words,
  age: maybe(z.enum(AGES)),
})
export type ClaimFilter = z.output<typeof ClaimFilter>
export const ClaimQueueQuery = ClaimFilter.extend({
  view: z.enum(CLAIM_VIEWS).catch('all'),
  after: maybe(Place),
})
export type ClaimQueueQuery = z.output<typeof ClaimQueueQuery>

/** The query of an address with what is given, in one order, so that two equal filters have one address. */
export function queryText(given: Record<string, string | number | null | undefined>): string {
  const entries = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(entries.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toString()
}
