import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A ticket says when a form was opened, signed, so that no cookie is needed: "instant.nonce.signature". Forms that come back
 * sooner than people can read them, or much later, are told apart by it.
 */
const FASTEST_MS = 3_000
const LONGEST_MS = 24 * 3_600_000

const sign = (key: string, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url')

/** A new ticket. `key`: the installation's secret. */
export function issueTicket(key: string, now: Date): string {
  const issued = `${now.getTime()}.${randomBytes(9).toString('base64url')}`
  return `${issued}.${sign(key, 'suggestion-ticket', issued)}`
}

/** Why a form with this ticket is not taken: forged, too soon or too late; null when it is. */
export function ticketProblem(key: string, ticket: string, now: Date): 'forged' | 'too_soon' | 'too_late' | null {
  const [, issued = '', at = '', signature = ''] = /^((\d{1,15})\.[\w-]{12})\.([\w-]{43})$/.exec(ticket) ?? []
  const right = sign(key, 'suggestion-ticket', issued)
  if (signature.length !== right.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(right))) return 'forged'
  const age = now.getTime() - Number(at)
  if (age < FASTEST_MS) return 'too_soon'
  return age > LONGEST_MS ? 'too_late' : null
}

/**
 * The secret of what was sent with a ticket: the same form sent twice has the same one, so that it is stored once; nobody can
 * tell it without the key.
 */
export const secretOf = (key: string, ticket: string, content: unknown): string =>
  sign(key, 'suggestion-secret', `${ticket}\n${JSON.stringify(content)}`)

/** What is stored of a secret: sha256 in hex. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
