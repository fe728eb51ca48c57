import { foldKey } from '@/lib/core/text'
import { isPronoun, isUnnamedGroup } from './unnamed'

/** Words before a name that say what somebody is. */
const TITLE = new Set(
  `president vice prime deputy first foreign finance defence defense trade interior justice health education energy
  transport environment labour labor agriculture economy economic minister ministers secretary secretary-general general
  chancellor premier governor mayor senator congressman congresswoman representative ambassador envoy king queen prince
  princess emperor empress pope bishop mr mrs ms miss dr prof professor sir dame lord lady judge justice chief chair
  chairman chairwoman chairperson director ceo cfo executive officer head leader spokesperson spokesman spokeswoman
  spokespeople analyst economist researcher scientist lieutenant colonel captain major admiral commander sergeant then
  former ex-president ex-premier outgoing incoming acting interim state then-president then-prime newly elected us uk eu un
  of the and for party opposition ruling`.split(/\s+/),
)

/** Proper names end here: a role or a place follows. */
const CUT = /\s*(?:,|\(|--|–|—).*$/u

/** How the words of a speaker can be looked up, best first: each key with why it stands for them. */
export type SpeakerKey = { key: string; how: 'alias' | 'without title' | 'last name' }

const stripDots = (text: string): string => text.replace(/\b(\p{L})\.(?=\p{L}\.|\s|$)/gu, '$1').replace(/\.$/, '')

/** The key under which an alias is kept: folded, without "the", without dots of initials. */
export const aliasKeyOf = (text: string): string =>
  stripDots(foldKey(text))
    .replace(/^the\s+/, '')
    .replace(/'s$/, '')

/** The name without titles, nationality and what follows a comma: "US President Jo Doe, a Liberal" -> "Jo Doe". */
export function nameWithoutTitle(text: string): string {
  const words = text.replace(CUT, '').trim().split(/\s+/)
  let lastTitle = -1
  words.forEach((word, index) => {
    if (index < words.length - 1 && TITLE.has(aliasKeyOf(word))) lastTitle = index
  })
  const name = words.slice(lastTitle + 1)
  return name.every((word) => /^\p{Lu}|^(?:de|da|di|van|von|der|den|bin|al|la|le)$/u.test(word))
    ? name.join(' ')
    : words.join(' ')
}

/** Keys to look a speaker's words up by; none for pronouns and unnamed groups. */
export function speakerKeys(text: string): SpeakerKey[] {
  if (isPronoun(text) || isUnnamedGroup(text)) return []
  const whole = aliasKeyOf(text)
  const name = aliasKeyOf(nameWithoutTitle(text))
  const last = name.split(' ').at(-1) ?? ''
  const keys: SpeakerKey[] = [{ key: whole, how: 'alias' }]
  if (name !== whole) keys.push({ key: name, how: 'without title' })
  if (last !== name && last.length > 2 && looksLikePerson(text)) keys.push({ key: last, how: 'last name' })
  return keys.filter(({ key }) => key !== '')
}

const BODY =
  /\b(?:ministry|government|department|agency|office|house|commission|council|committee|party|bank|group|company|corporation|inc|ltd|plc|union|association|organi[sz]ation|university|institute|court|parliament|congress|senate|police|army|navy|force|times|post|news|daily|press|media|fund|foundation|authority|board|bureau|centre|center|network|society|federation|league|club|team|airline|airlines|motors|embassy|institution)\b/i

/** Whether words read like a person's name: two or three capitalised words after titles, or a title before one. */
export function looksLikePerson(text: string): boolean {
  const name = nameWithoutTitle(text)
  if (BODY.test(name)) return false
  const words = name.split(/\s+/)
  const capitals = words.filter((word) => /^\p{Lu}\p{Ll}|^\p{Lu}\.$/u.test(word)).length
  if (words.length >= 2 && words.length <= 4) return capitals >= 2
  return words.length === 1 && capitals === 1 && name !== text.replace(CUT, '').trim()
}

export type KnownAlias = { speakerId: string; name: string; aliasKey: string; isConfirmed: boolean }
export type SpeakerProposal = { speakerId: string; name: string; isConfirmed: boolean; isSure: boolean; reason: string }

/**
 * Which known speakers the words may stand for, best first, at most five. `aliases` are those that share a key or end in
 * the last name. Only one confirmed exact alias is sure; a last name proposes only when one known person has it.
 */
export function proposeSpeakers(text: string, aliases: readonly KnownAlias[]): SpeakerProposal[] {
  const found = new Map<string, SpeakerProposal & { rank: number }>()
  for (const { key, how } of speakerKeys(text)) {
    const exact = aliases.filter((alias) => alias.aliasKey === key)
    const hits = how === 'last name' && exact.length === 0 ? endingIn(aliases, key) : exact
    const speakers = new Set(hits.map((hit) => hit.speakerId))
    if (how === 'last name' && speakers.size > 1) continue
    for (const hit of hits) addHit(found, hit, how, speakers.size === 1)
  }
  for (const hit of longerNames(text, aliases, found.size)) addHit(found, hit, 'last name', true)
  return [...found.values()]
    .sort((a, b) => b.rank - a.rank || a.name.localeCompare(b.name, 'en'))
    .slice(0, 5)
    .map(({ rank, ...proposal }) => proposal)
}

const endingIn = (aliases: readonly KnownAlias[], last: string): KnownAlias[] =>
  aliases.filter((alias) => alias.aliasKey.endsWith(` ${last}`))

/** A bare last name ("Marsh") for the one known person who bears it. */
function longerNames(text: string, aliases: readonly KnownAlias[], alreadyFound: number): KnownAlias[] {
  const name = aliasKeyOf(nameWithoutTitle(text))
  if (alreadyFound > 0 || name.includes(' ') || isPronoun(text)) return []
  const hits = endingIn(aliases, name)
  return new Set(hits.map((hit) => hit.speakerId)).size === 1 ? hits : []
}

const RANK = { alias: 3, 'without title': 2, 'last name': 1 } as const

function addHit(
  found: Map<string, SpeakerProposal & { rank: number }>,
  hit: KnownAlias,
  how: SpeakerKey['how'],
  isOnly: boolean,
): void {
  const rank = RANK[how] + (hit.isConfirmed ? 0.5 : 0)
  if ((found.get(hit.speakerId)?.rank ?? 0) >= rank) return
  const confirmed = hit.isConfirmed ? 'confirmed' : 'not yet confirmed'
  const reason = {
    alias: `written exactly like this before (${confirmed})`,
    'without title': `the same name without the title (${confirmed})`,
    'last name': `the only known speaker with this last name (${confirmed})`,
  }[how]
  found.set(hit.speakerId, {
    speakerId: hit.speakerId,
    name: hit.name,
    isConfirmed: hit.isConfirmed,
    isSure: how === 'alias' && hit.isConfirmed && isOnly,
    reason,
    rank,
  })
}

/** What two mentions of one speaker share ("US President Jo Doe", "Doe"): the last word of the name; null for unnamed groups. */
export function speakerMatchKey(text: string | null): string | null {
  if (text === null || isPronoun(text) || isUnnamedGroup(text)) return null
  return aliasKeyOf(nameWithoutTitle(text)).split(' ').at(-1) ?? null
}
