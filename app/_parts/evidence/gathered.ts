import type { ActionResult } from '@/lib/core/results'
import type { SourceCopyKind } from '@/lib/evidence/schema'

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

/** A known source that fits what was looked for. */
export type FoundSource = {
  id: string
  title: string
  publisherName: string | null
  url: string | null
  citedBy: number
}

/** The copy from which the excerpt is chosen. */
export type CopyOfForm = { id: string; kind: SourceCopyKind; title: string | null; doubt: string | null }

/** What a move of the form other than adding answers: the form as it stands now. */
export type Proposed = {
  /** Tells one answer from the next. */
  stamp: string
  typed: Typed
  /** Fields that the answer fills even where something stood. */
  replaces: TypedName[]
  copy: CopyOfForm | null
  found: FoundSource[] | null
  said: string
  /** Which part of the form it is about, so that it is told there. */
  about: 'source' | 'figure'
}

/** The action of this form answers with this or with what was added: they are told apart here, not checked again. */
const isProposed = (value: unknown): value is Proposed =>
  typeof value === 'object' && value !== null && 'stamp' in value && 'replaces' in value

/** What the form's last answer proposed; null when it was none, or the evidence was added. */
export function proposedIn(result: ActionResult<unknown>): Proposed | null {
  return result.status === 'ok' && isProposed(result.value) ? result.value : null
}
