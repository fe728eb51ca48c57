import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

export const FIRST_PREV_HASH = '0'.repeat(64)

/** The fields that an event's hash covers. Instants as ISO 8601 in UTC with milliseconds. */
export type ChainedFields = {
  id: string
  entityType: string
  entityId: string
  entitySeq: number
  type: string
  actorId: string | null
  actorName: string
  requestId: string
  occurredAt: Date
  isPublic: boolean
  payloadDigest: string
  prevHash: string
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The one byte form of a JSON value (RFC 8785, JSON Canonicalization Scheme). Throws for what JSON cannot hold. */
export function canonicalForm(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/** Digest of a payload. The salt keeps a short payload from being guessed from its digest once it is redacted. */
export const payloadDigest = (salt: string, payload: unknown): string => sha256(`${salt}.${canonicalForm(payload)}`)

/** sha256, hex, over the canonical form of all chained fields and a format version. */
export const eventHash = (event: ChainedFields): string =>
  sha256(
    canonicalForm({
      v: 1,
      id: event.id,
      entityType: event.entityType,
      entityId: event.entityId,
      entitySeq: event.entitySeq,
      type: event.type,
      actorId: event.actorId,
      actorName: event.actorName,
      requestId: event.requestId,
      occurredAt: event.occurredAt.toISOString(),
      isPublic: event.isPublic,
      payloadDigest: event.payloadDigest,
      prevHash: event.prevHash,
    }),
  )

export type Link = ChainedFields & { hash: string; stored: { salt: string; payload: unknown } | null }

/** What is wrong with an event, given the one before it in its entity (null for the first); null when nothing is. */
export function brokenLink(event: Link, before: Link | null): string | null {
  if (event.entitySeq !== (before?.entitySeq ?? 0) + 1) return 'an event before it is missing'
  if (event.prevHash !== (before?.hash ?? FIRST_PREV_HASH)) return 'it does not continue the event before it'
  if (event.hash !== eventHash(event)) return 'it was changed after it was written'
  if (event.stored === null) return 'its payload is missing'
  if (payloadDigest(event.stored.salt, event.stored.payload) !== event.payloadDigest) return 'its payload was changed'
  return null
}
