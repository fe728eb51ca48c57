import { z } from 'zod'
import type { ActionResult } from '@/lib/core/results'

/** The fields of the form that hold a text, by name. */
export const TYPED = [
  'words',
  'url',
  'sourceId',
  'copyId',
  'title',
  'publisherName',
  'kind',
  'publishedOn',
  'retrievedOn',
  'archiveUrl',
  'excerpt',
  'excerptStart',
  'excerptEnd',
  'stance',
  'note',
  'foundText',
  'foundValue',
  'foundLow',
  'foundHigh',
  'foundUnit',
  'foundModifier',
  'foundAsOfOn',
  'quantityId',
] as const
export type TypedName = (typeof TYPED)[number]
export type Typed = Partial<Record<TypedName, string>>

const Found = z.object({
  id: z.string(),
  title: z.string(),
  publisherName: z.string().nullable(),
  url: z.string().nullable(),
  citedBy: z.number(),
})
/** A known source that fits what was looked for. */
export type FoundSource = z.infer<typeof Found>

const CopyOfForm = z.object({
  id: z.string(),
  kind: z.enum(['page', 'pdf', 'text', 'picture']),
  title: z.string().nullable(),
  doubt: z.string().nullable(),
})
/** The copy from which the excerpt is chosen. */
export type CopyOfForm = z.infer<typeof CopyOfForm>

const Proposed = z.object({
  /** Tells one answer from the next. */
  stamp: z.string(),
  typed: z.partialRecord(z.enum(TYPED), z.string()),
  /** Fields that the answer fills even where something stood. */
  replaces: z.array(z.enum(TYPED)),
  copy: CopyOfForm.nullable(),
  found: z.array(Found).nullable(),
  said: z.string(),
  /** Which part of the form it is about, so that it is told there. */
  about: z.enum(['source', 'figure']),
})
/** What a move of the form other than adding answers: the form as it stands now. */
export type Proposed = z.infer<typeof Proposed>

/** What the form's last answer proposed; null when it was none, or the evidence was added. */
export function proposedIn(result: ActionResult<unknown>): Proposed | null {
  return result.status === 'ok' ? (Proposed.safeParse(result.value).data ?? null) : null
}
