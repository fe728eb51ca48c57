import { canonicalAddress } from '@/lib/core/addresses'
import { isDay } from '@/lib/core/days'
import { foldKey } from '@/lib/core/text'
import { ExternalItem, type ExternalRow } from '../../schema/external'

/** What a format's reader found of a verdict, before it is known to be storable. */
export type Draft = { [Field in keyof ExternalItem]?: ExternalItem[Field] | null }

type Node = Record<string, unknown>
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of JSON that somebody else wrote; an inherited one is none. */
export const fieldOf = (node: unknown, name: string): unknown =>
  isNode(node) && Object.hasOwn(node, name) ? node[name] : undefined

const MAX_NESTING = 4

/** A field as one line of text: itself, a number, the first of a list that is one, or the name of the thing it is. */
export function textOf(value: unknown, nesting = 0): string | null {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || null
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (nesting >= MAX_NESTING) return null
  if (Array.isArray(value)) {
    for (const part of value) {
      const text = textOf(part, nesting + 1)
      if (text !== null) return text
    }
    return null
  }
  return textOf(fieldOf(value, 'name') ?? fieldOf(value, '@value'), nesting + 1)
}

/** "5", "4.5" or 5 as a number; anything else is none. */
export function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : /^\s*-?\d{1,9}(\.\d+)?\s*$/.test(String(value)) ? Number(value) : null
  return number !== null && Number.isFinite(number) ? number : null
}

/** The day that is written at the beginning of an instant; of an instant no zone is known, so the written day counts. */
export function dayOf(value: unknown): string | null {
  const text = textOf(value)
  const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text ?? '')?.[1]
  return day !== undefined && isDay(day) ? day : null
}

/** The host of an address, or of a bare "courier.example"; null where it is none. */
export function siteOf(value: unknown): string | null {
  const text = textOf(value)
  if (text === null) return null
  const address = canonicalAddress(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  return address === null ? null : new URL(address).hostname.replace(/^www\./, '')
}

/** An address as it stands on a page: against the page's own. */
export function addressOf(value: unknown, base: string | null): string | null {
  const text = textOf(value)
  if (text === null) return null
  if (base === null || URL.canParse(text)) return text
  return URL.canParse(text, base) ? new URL(text, base).href : text
}

const EXCERPT = 120
/** The beginning of what stood there, on one line. */
export const excerptOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : jsonOf(value)
  return text.slice(0, EXCERPT).replace(/\s+/g, ' ').trim()
}

/** As JSON; nothing of what is nested deeper than can be written. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

/** A draft as a row: storable, or why not. */
export function rowOf(draft: Draft, source: unknown): ExternalRow {
  const filled = Object.fromEntries(Object.keys(ExternalItem.shape).map((name) => [name, null]))
  const given = { ...filled, ...draft, reviewUrl: draft.reviewUrl ?? undefined }
  const lacking = draft.ratingText ? null : 'It has no rating in words.'
  const parsed = ExternalItem.safeParse(given)
  if (parsed.success) return { item: parsed.data }
  const problem = [...new Set(parsed.error.issues.map((issue) => wordsOf(issue.path[0], issue.message, lacking)))]
  return { problem: problem.join(' '), excerpt: excerptOf(draft.claimText ?? source) }
}

const NEEDED: Readonly<Record<string, string>> = {
  publisherName: 'It does not say who ruled.',
  claimText: 'It does not say which claim was checked.',
}

function wordsOf(field: PropertyKey | undefined, message: string, lacking: string | null): string {
  if (field === 'ratingText' && lacking !== null) return lacking
  return / is needed\.$/.test(message) ? (NEEDED[String(field)] ?? message) : message
}

/** What makes it a rating of the same: the review and the claim. To be hashed. */
export const identityText = ({ reviewUrl, claimText }: Pick<ExternalItem, 'reviewUrl' | 'claimText'>): string =>
  `${reviewUrl}\n${foldKey(claimText)}`
