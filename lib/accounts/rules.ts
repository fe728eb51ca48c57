import { createHash, timingSafeEqual } from 'node:crypto'
import { foldKey } from '@/lib/core/text'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A sign-in lasts two weeks at most, and ends when it was not used for three days. */
export const SESSION_LIFE_MS = 14 * DAY_MS
export const SESSION_IDLE_MS = 3 * DAY_MS
/** When somebody was last seen is written at most this often. */
export const SEEN_EVERY_MS = MINUTE_MS

type SessionTimes = { endedAt: Date | null; expiresAt: Date; lastSeenAt: Date }

export const isSessionAlive = (session: SessionTimes, now: Date): boolean =>
  session.endedAt === null && session.expiresAt > now && now.getTime() - session.lastSeenAt.getTime() < SESSION_IDLE_MS

export const isSeenDue = (lastSeenAt: Date, now: Date): boolean => now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS

export const LINK_LIFE_MS = { invite: 7 * DAY_MS, reset: DAY_MS } as const

type LinkTimes = { usedAt: Date | null; expiresAt: Date }
export const isLinkOpen = (link: LinkTimes, now: Date): boolean => link.usedAt === null && link.expiresAt > now

/** What is kept of a link's token: enough to recognise it, useless to whoever reads the table. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Failed tries for one account, and from one address (which a newsroom may share). */
export const ACCOUNT_LIMIT = { name: 'signin_account', tries: 10, withinSeconds: 900, blockSeconds: 900 } as const
export const ADDRESS_LIMIT = { name: 'signin_address', tries: 60, withinSeconds: 900, blockSeconds: 900 } as const
/** Tries to use a link, or to open an empty newsroom, from one address: each may cost the work of a password's hash. */
export const LINK_LIMIT = { name: 'link_address', tries: 30, withinSeconds: 900, blockSeconds: 900 } as const
/** Tries to name the present password where it is changed. */
export const PASSWORD_LIMIT = { name: 'password_change', tries: 10, withinSeconds: 900, blockSeconds: 900 } as const

/** "in 1 minute", "in 12 minutes": rounded up, so that waiting that long is enough. */
export function waitWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / MINUTE_MS))
  return minutes === 1 ? 'in 1 minute' : `in ${minutes} minutes`
}

export type PersonState = 'active' | 'invited' | 'disabled'

export const personState = (person: { disabledAt: Date | null; hasPassword: boolean }): PersonState =>
  person.disabledAt !== null ? 'disabled' : person.hasPassword ? 'active' : 'invited'

/** The words that lead the lists of leaked passwords; a password made of one of them and digits is as good as known. */
const COMMON_WORDS = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'letmein',
  'welcome',
  'iloveyou',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'dragon',
  'monkey',
  'sunshine',
  'shadow',
  'master',
  'michael',
  'jordan',
  'trustno',
  'starwars',
  'whatever',
  'administrator',
  'admin',
  'changeme',
  'secret',
  'newsroom',
  'correcthorsebatterystaple',
]
const KEYBOARD_ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

/** Why a chosen password is refused, in words; null when it may be used. `known` is the person's name and address. */
export function passwordProblem(password: string, known: string[] = []): string | null {
  const plain = lettersOf(password)
  if (new Set(foldKey(password)).size < 4 || isRepeated(plain))
    return 'This password repeats itself. Choose another one.'
  const word = plain.replace(/^[0-9]+|[0-9]+$/g, '')
  if (COMMON_WORDS.includes(word) || isKeyboardRow(plain) || isKeyboardRow(word))
    return 'This password is among the first that are guessed. Choose another one.'
  const isOwn = plain !== '' && known.some((text) => lettersOf(text) === plain)
  return isOwn ? 'The password is your name or your e-mail address. Choose another one.' : null
}

const lettersOf = (text: string): string => foldKey(text).replace(/[^\p{L}\p{N}@]/gu, '')

/** One word of up to eight letters, or one of the common ones, written several times. */
function isRepeated(text: string): boolean {
  const longest = Math.floor(text.length / 2)
  for (let length = 1; length <= longest; length++) {
    const unit = text.slice(0, length)
    const isWhole = text.length % length === 0 && unit.repeat(text.length / length) === text
    if (isWhole && (length <= 8 || COMMON_WORDS.includes(unit))) return true
  }
  return false
}

const SHORTEST_RUN = 8
const isKeyboardRow = (text: string): boolean =>
  text.length >= SHORTEST_RUN && KEYBOARD_ROWS.some((row) => row.includes(text))

/**
 * Why the first run is refused, in words; null when it may go on. `required` is the token that the server was started with
 * (undefined on one's own machine, where none is needed; null where one is needed and none was set).
 */
export function setupTokenProblem(required: string | null | undefined, given: string | undefined): string | null {
  if (required === undefined) return null
  if (required === null)
    return 'This server can be reached by others. Start it with SETUP_TOKEN set to a secret of your own, and enter that here.'
  return given !== undefined && isSameText(required, given)
    ? null
    : 'This is not the token that the server was started with (SETUP_TOKEN).'
}

/** Compared as digests, so that the time taken does not tell how much of it was right. */
const isSameText = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b))
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
