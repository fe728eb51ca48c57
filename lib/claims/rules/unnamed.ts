import { foldKey } from '@/lib/core/text'

/** Heads of groups that speak without a name, in the plural or with an indefinite article. */
const GROUP = new Set(
  `sources officials aides diplomats insiders people persons analysts experts observers lawmakers residents witnesses
  economists investors traders executives employees workers staff staffers advisers advisors associates allies
  politicians critics supporters scientists researchers scholars reports media outlets newspapers commentators authorities
  ministers members envoys negotiators doctors lawyers prosecutors investigators soldiers commanders neighbours neighbors
  relatives friends colleagues voters delegates representatives spokespeople many some others`.split(/\s+/),
)
const ONE = new Set(
  `source official aide diplomat insider person analyst expert observer lawmaker resident witness economist investor trader
  executive employee worker adviser advisor associate politician critic spokesperson spokesman spokeswoman report
  minister member envoy negotiator doctor lawyer prosecutor investigator soldier commander`.split(/\s+/),
)
const INDEFINITE =
  /^(?:an?|one|another|a second|some|several|two|three|four|five|six|many|most|other|unnamed|anonymous)\b/

/** What follows the head and only describes the group ("familiar with …", "close to …", "in the ministry"). */
const TAIL = /\s(?:familiar|close|with|who|in|at|of|on|from|briefed|involved|speaking|cited|quoted|said|and)\b.*$/

/**
 * Whether words name a group without a name ("diplomatic sources", "officials familiar with the matter", "a person close to
 * the talks"): it has no page and counts under its publisher. A named person or body is none ("the foreign ministry").
 */
export function isUnnamedGroup(text: string): boolean {
  const key = foldKey(text).replace(/^the\s+/, '')
  if (hasPersonalName(text)) return false
  const head = (key
    .replace(/,.*$/, '')
    .replace(TAIL, '')
    .match(/[\p{L}-]+$/u) ?? [''])[0]
  if (GROUP.has(head)) return true
  return ONE.has(head) && INDEFINITE.test(key)
}

/** A person beside the group word: "official Ada Marsh", "Ada Marsh, an official". Titles of bodies do not count. */
function hasPersonalName(text: string): boolean {
  const before = text.split(',')[0] ?? ''
  if (
    /\b(?:official|source|analyst|expert|aide|economist|lawmaker|diplomat|spokes\w+)s?\s+(?:\p{Lu}[\p{L}'’.-]+\s+)+\p{Lu}/u.test(
      text,
    )
  )
    return true
  return (
    before !== text &&
    /^\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+$/u.test(before.trim()) &&
    !GROUP.has(lastWord(before))
  )
}

const lastWord = (text: string): string => foldKey(text).split(' ').at(-1) ?? ''

const PRONOUNS = new Set('he she they it him her them we i you who his their this that those these'.split(' '))
/** Words that point to somebody but name nobody: never an alias. */
export const isPronoun = (text: string): boolean => PRONOUNS.has(foldKey(text))
