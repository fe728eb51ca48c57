import { foldKey } from '@/lib/core/text'
import { domainOf } from './address'
import type { FeedEntry } from './feeds'

/** What a newsroom says of a feed's items; empty lists ask nothing. */
export type FeedRules = {
  words: readonly string[]
  publishers: readonly string[]
  matching: 'import' | 'inbox'
  others: 'inbox' | 'pass'
}

/** What becomes of a new item by the rules: it has one of the words, and is of one of the publishers. */
export function moveFor(entry: Pick<FeedEntry, 'address' | 'title' | 'source' | 'excerpt'>, rules: FeedRules) {
  return hasWord(entry, rules.words) && isOf(entry, rules.publishers) ? rules.matching : rules.others
}

/** A word or phrase stands in title or excerpt as such: "port" is not in "airport". */
function hasWord({ title, excerpt }: Pick<FeedEntry, 'title' | 'excerpt'>, words: readonly string[]): boolean {
  const text = ` ${spaced(title)} ${spaced(excerpt)} `
  return words.length === 0 || words.some((word) => text.includes(` ${spaced(word)} `))
}

const spaced = (text: string): string =>
  foldKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** By name, as the feed says it, or by domain ("courier.example" also stands for its subdomains). */
function isOf({ address, source }: Pick<FeedEntry, 'address' | 'source'>, publishers: readonly string[]): boolean {
  const domain = domainOf(address) ?? ''
  return (
    publishers.length === 0 ||
    publishers.some((publisher) => {
      const wanted = foldKey(publisher).replace(/^www\./, '')
      return domain === wanted || domain.endsWith(`.${wanted}`) || (source !== null && foldKey(source) === wanted)
    })
  )
}

/** A feed that keeps failing is asked more and more seldom: at most once in this time. */
const LONGEST_PAUSE_MINUTES = 24 * 60

/** When a feed is due again, `failures` in a row after `now`; a server may ask for a longer pause. */
export function nextDue(
  now: Date,
  { intervalMinutes, failures, retryAfterMs = 0 }: { intervalMinutes: number; failures: number; retryAfterMs?: number },
): Date {
  const longest = Math.max(intervalMinutes, LONGEST_PAUSE_MINUTES)
  const pause = Math.min(intervalMinutes * 2 ** Math.min(failures, 12), longest)
  const asked = Math.min(retryAfterMs, LONGEST_PAUSE_MINUTES * 60_000)
  return new Date(now.getTime() + Math.max(pause * 60_000, asked))
}

/** How long a Retry-After header, seconds or an HTTP date (RFC 9110, 10.2.3), asks for; 0 where it asks for nothing. */
export function retryAfterMs(said: string | undefined, now: Date): number {
  const seconds = Number(said)
  const ms = Number.isNaN(seconds) ? Date.parse(said ?? '') - now.getTime() : seconds * 1000
  return ms > 0 ? ms : 0
}
