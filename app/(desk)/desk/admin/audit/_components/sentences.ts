import type { StoredEvent } from '@/lib/audit/events'
import { PHRASES, POINTERS } from './phrases'

type Payload = Record<string, unknown>
type Told = Pick<StoredEvent, 'type' | 'entityType' | 'entityId' | 'payload'>
/** What things are called now, by "type:id". */
export type Names = ReadonlyMap<string, string>

const spelled = (name: string): string => name.replaceAll('_', ' ')

/** "claim.quantities_set" -> "claim: quantities set" */
const fallback = (type: string): string => spelled(type).replace('.', ': ')

const isPayload = (payload: unknown): payload is Payload =>
  typeof payload === 'object' && payload !== null && !Array.isArray(payload)

/** What an event is about and points to: the names that its sentence needs. */
export function referencesOf({ type, entityType, entityId, payload }: Told): { type: string; id: string }[] {
  const pointed = Object.entries(isPayload(payload) ? payload : {}).flatMap(([property, id]) => {
    const kind = type === 'claim.speaker_set' && property === 'after' ? 'speaker' : POINTERS[property]
    return kind !== undefined && typeof id === 'string' ? [{ type: kind, id }] : []
  })
  return [{ type: entityType, id: entityId }, ...pointed]
}

/** What was done, after the actor's name. A payload that was redacted is said to be. */
export function doneWords({ type, entityType, entityId, payload }: Told, names: Names): string {
  const phrase = PHRASES[type]
  if (phrase === undefined) return fallback(type)
  const own = names.get(`${entityType}:${entityId}`) ?? null
  const nameOf = (kind: string, id: unknown) => names.get(`${kind}:${id}`) ?? null
  if (isPayload(payload)) return phrase({ payload, own, nameOf })
  return `${fallback(type)} (details were removed)`
}

/** Where payloads name what it was about: a title, a text in somebody's words. */
const NAMING = ['title', 'shortForm', 'statement', 'quote', 'text', 'body']
/** Why it was done, in somebody's words. */
const GIVEN = ['reason', 'note']
const LONGEST = 140

const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words)
const firstText = (payload: Payload, properties: readonly string[]): string | null => {
  const words = properties
    .map((name) => payload[name])
    .find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof words === 'string' ? shortened(words) : null
}

/** Kinds whose names stand in the sentence itself. */
const IN_SENTENCE = new Set(['user', 'publisher', 'speaker', 'feed', 'settings'])

/** What it was about, shortened: as the payload has it, else as it is called now; null where the sentence says it already. */
export function subjectWords({ entityType, entityId, payload }: Told, names: Names): string | null {
  if (IN_SENTENCE.has(entityType)) return null
  const named = isPayload(payload) ? firstText(payload, NAMING) : null
  const name = names.get(`${entityType}:${entityId}`)
  return named ?? (name === undefined ? null : shortened(name))
}

/** Why, where somebody gave a reason; codes of a list stand in the sentence. */
export const reasonWords = ({ type, payload }: Told): string | null =>
  isPayload(payload) && !/^(session|model)\./.test(type)
    ? firstText(payload, type === 'candidate.rejected' ? ['note'] : GIVEN)
    : null

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  article: (id) => `/desk/articles/${id}`,
  feed: (id) => `/desk/feeds/${id}`,
  claim: (id) => `/desk/claims/${id}`,
  outcome: (id) => `/desk/outcomes/${id}`,
  publisher: (id) => `/desk/publishers/${id}`,
  external_import: (id) => `/desk/external/import/${id}`,
  external_verdict: (id) => `/desk/external/${id}`,
  suggestion: (id) => `/desk/suggestions/${id}`,
  speaker: (id) => `/desk/speakers/${id}`,
  settings: () => '/desk/admin/settings',
  user: (id) => `/desk/admin/people/${id}`,
}

/** What an entity is called among people. */
export const entityWords = (entityType: string): string => (entityType === 'user' ? 'person' : spelled(entityType))

type Placed = Pick<StoredEvent, 'entityType' | 'entityId' | 'payload'>

/** The page of what an event is about; null where it has none. */
export function pageOf({ entityType, entityId, payload }: Placed): string | null {
  const held = (property: string): string | null =>
    isPayload(payload) && typeof payload[property] === 'string' ? payload[property] : null
  if (entityType === 'prediction') return held('claimId') ? `/desk/predictions/${held('claimId')}` : null
  if (entityType === 'comment' && held('subjectType') === 'claim') return `/desk/claims/${held('subjectId')}#discussion`
  if (entityType === 'snapshot' || entityType === 'candidate')
    return held('articleId') ? `/desk/articles/${held('articleId')}` : null
  return PAGES[entityType]?.(entityId) ?? null
}
