import type { Span } from '@/lib/core/text'
import { contentEnd, isDayName, opensClause } from './contents'
import { type FoundAttribution, HOLDING, SAYING, TALKING } from './cues'
import type { VerbForm } from './lexicon'
import { type Passage, quotationAt, type Reading } from './passages'
import { finiteIn, isFiniteVerb, isOpeningMark, isStop } from './phrases'
import { subjectBefore } from './speakers'
import { asked, passive, upToComma } from './stance-passives'
import { type Stance, stanceOf } from './stance-words'
import { at, firstTokenFrom, isCapitalized, type Token } from './tokens'
import { verbOf } from './verbs'
import {
  anyOf,
  BE,
  COORDINATORS,
  DETERMINERS,
  DO,
  HAVE,
  isAdverb,
  isAdverbial,
  MODALS,
  PERSONAL_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  wordSet,
} from './words'

type Voice = 'active' | 'passive' | 'participle' | 'infinitive' | 'asked'

const INTERROGATIVES = wordSet('that whether how why what who if when where')
const BEFORE_PARTICIPLE = wordSet('by for after before while when in of and from without despite , with')
const AUXILIARY_BE = wordSet('get gets got getting')

const TOLD = anyOf(SAYING, HOLDING, TALKING)
/** "was first reported by the Post": a verb of saying that takes its source behind "by". */
const ONLY_PASSIVE: Stance = {
  manner: 'release',
  takesObject: false,
  takesTo: false,
  takesClause: false,
  particles: new Set(),
}
/** "avoids condemning", "kept praising": the participle is what the subject does. */
const PHASES = wordSet('avoid stop keep start begin continue consider try spend resume risk mind')

/** Verbs of stance at token `k`: who criticizes, endorses, wants, plans or fears what. Never an assertion of its content. */
export function stanceAt(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const token = at(tokens, k)
  if (token.kind !== 'word') return null
  const form = verbOf(token)
  const stance = form && (stanceOf(form) ?? (TOLD.hasBase(form) ? ONLY_PASSIVE : undefined))
  if (!form || !stance || isWithinQuote(reading, token)) return null
  if (form.isNounish && form.form !== 'ing' && verbOf(at(tokens, k - 1))?.form === 'pastOrParticiple') return null
  const voice = voiceAt(tokens, k, form.form)
  if (voice === null) return null
  if (voice === 'asked') return asked(reading, passage, k, stance)
  if (voice === 'passive') return passive(reading, passage, k, stance)
  const content = contentOf(reading, passage, k, stance)
  if (content === null) return null
  const speaker = speakerOf(reading, passage, k, voice)
  if (!speaker || PREPOSITIONS.holds(at(tokens, firstTokenFrom(tokens, speaker.start)))) return null
  const isFronted =
    voice === 'participle' && at(tokens, content.from - 1).lower !== 'that' && finiteIn(tokens, passage.first, k) < 0
  if (isFronted) return upToComma(reading, passage, k, content.from, speaker, 'attributions/stance')
  return toStance(reading, passage, k, content, speaker)
}

function speakerOf(reading: Reading, passage: Passage, k: number, voice: Voice): Span | null {
  if (voice === 'participle') return controller(reading, passage, k)
  let verb = k
  if (voice === 'infinitive') {
    while (verb > k - 4 && at(reading.tokens, verb).lower !== 'to') verb--
    verb = raisingBefore(reading.tokens, verb)
    while (verb > passage.first && !isFiniteVerb(reading.tokens, verb) && verb > k - 8) verb--
  }
  return subjectBefore(reading, passage, verb)?.span ?? null
}

const RAISING = wordSet(
  'seem appear continue begin start go proceed tend use try attempt manage dare hasten rush feign pretend',
)
const RAISING_WORDS = wordSet('on able unable quick free happy likely careful set')

/** "seemed to blame", "went on to praise": the verb or adjective before "to" that passes its subject on, or −1. */
function raisingBefore(tokens: readonly Token[], to: number): number {
  const before = at(tokens, to - 1)
  return RAISING.hasBase(verbOf(before)) || RAISING_WORDS.holds(before) ? to - 1 : -1
}

/** Where content begins, and whether it is a clause: a noun phrase ends where the sentence goes on. */
type Content = { from: number; isClause: boolean }

function toStance(
  reading: Reading,
  passage: Passage,
  k: number,
  { from, isClause }: Content,
  speaker: Span | null,
): FoundAttribution | null {
  const { tokens } = reading
  const { start } = at(tokens, from)
  const end = contentEnd(reading, passage, from, isClause)
  if (end <= start) return null
  return {
    speaker,
    cue: { first: k, last: k + 1 },
    content: { start, end },
    rule: 'attributions/stance',
    order: 'behind',
    isAssertion: false,
  }
}

/** Inside a quotation the verbs are the speaker's own words. */
export function isWithinQuote({ quotations }: Reading, token: Token): boolean {
  const quotation = quotationAt(quotations, token.start)
  return quotation !== null && quotation.start < token.start
}

/** How the verb is used, by the word before it; null when it is a noun, an adjective or an infinitive. */
function voiceAt(tokens: readonly Token[], k: number, form: VerbForm): Voice | null {
  const token = at(tokens, k)
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  const before = at(tokens, j)
  const lead = before.lower
  const isAuxiliary = MODALS.holds(before) || DO.holds(before)
  const isBe = BE.holds(before) || AUXILIARY_BE.holds(before)
  if (form === 'ing')
    return isBe
      ? 'active'
      : opensParticiple(at(tokens, j)) || (token.isCapitalized && at(tokens, j).kind === 'mark')
        ? 'participle'
        : null
  if (form === 'base' && lead === 'to') return raisingBefore(tokens, j) >= 0 ? 'infinitive' : null
  if (form === 'base') return isAuxiliary || isFiniteVerb(tokens, k) || isPluralVerb(tokens, j, k) ? 'active' : null
  if (form === 'pastOrParticiple' || form === 'participle') {
    if (isBe && lead !== "'s") return 'passive'
    if (isAskedHere(tokens, k, lead)) return 'asked'
    if (at(tokens, k + 1).lower === 'by' && isSubjectEnd(at(tokens, j))) return 'passive'
    if (HAVE.holds(before) || (lead === "'s" && PERSONAL_PRONOUNS.holds(at(tokens, j - 1)))) return 'active'
    if (j < k - 1 && isSubjectEnd(at(tokens, j))) return 'active'
  }
  if (lead === "'s") return null
  return isFiniteVerb(tokens, k) ? 'active' : null
}

const opensParticiple = (token: Token): boolean =>
  BEFORE_PARTICIPLE.holds(token) || token.isCapitalized || PHASES.hasBase(verbOf(token))

/** "Asked about the leak, …", "When pressed by Lind on …": nobody is named who asks, or behind "by". */
const isAskedHere = (tokens: readonly Token[], k: number, lead: string): boolean =>
  ASKING.holds(at(tokens, k)) && (lead === 'when' || (at(tokens, k).isCapitalized && !at(tokens, k - 1).isCapitalized))
const ASKING = wordSet('asked pressed questioned quizzed grilled challenged')

/** A word that can close a subject: no determiner, preposition or conjunction. */
const isSubjectEnd = (token: Token): boolean => token.kind === 'word' && !NEVER_LAST.holds(token)
const NEVER_LAST = anyOf(DETERMINERS, POSSESSIVES, PREPOSITIONS, COORDINATORS, ['to'])

/** "leaders weigh plans", "cities that support the rules", "Lee and Mora point out": a plural, or what stands for it, before a base form. */
function isPluralVerb(tokens: readonly Token[], j: number, k: number): boolean {
  const before = at(tokens, j)
  const next = at(tokens, k + 1)
  if (verbOf(at(tokens, k))?.isNounish && !DETERMINERS.holds(next) && next.lower !== 'that') return false
  if (before.lower === 'who' || before.lower === 'that' || before.lower === 'which')
    return at(tokens, j - 1).lower.endsWith('s')
  if (before.kind !== 'word' || DETERMINERS.holds(before) || at(tokens, j - 1).lower === 'to') return false
  const isPlural = (before.lower.endsWith('s') && before.lower.length > 3) || PEOPLE.holds(before)
  return isPlural || (isCapitalized(before) && at(tokens, j - 1).lower === 'and')
}
const PEOPLE = wordSet('percent people officials police voters men women data many some others those most critics')

/** Adverbs and days between the verb and what it takes; "about" is both an adverb and what leads to content. */
const isBetween = (token: Token, stance: Stance): boolean =>
  (isAdverb(token.lower) && !stance.particles.has(token.lower)) || isDayName(token)

/** What the verb takes; null when nothing of that kind follows. */
function contentOf(reading: Reading, passage: Passage, k: number, stance: Stance): Content | null {
  const { tokens } = reading
  let j = k + 1
  while (j < passage.last && isBetween(at(tokens, j), stance)) j++
  if (j >= passage.last) return null
  if (stance.particles.has('about')) j = behindListener(tokens, j)
  const next = at(tokens, j)
  const phrase = (from: number): Content => ({ from, isClause: isOpeningMark(at(tokens, from)) })
  if (next.lower === 'to' && isInfinitive(tokens, j)) return stance.takesTo ? phrase(j) : null
  if (stance.particles.has(next.lower)) return j + 1 < passage.last ? phrase(j + 1) : null
  if (stance.takesClause && INTERROGATIVES.holds(next))
    return { from: next.lower === 'that' ? j + 1 : j, isClause: true }
  if (next.text === ':' || next.text === ',') return isOpeningMark(at(tokens, j + 1)) ? phrase(j + 1) : null
  const isClause = stance.takesClause && !isStop(next) && opensClause(reading, j, passage.last)
  if (isClause) return { from: j, isClause }
  if (stance.takesObject && isPhraseHere(tokens, j)) return phrase(j)
  return stance.takesTo && isPhraseHere(tokens, j) && hasInfinitive(tokens, j, passage.last) ? phrase(j) : null
}

/** "spoke to reporters about": up to the "about" behind the listener, when there is one. */
function behindListener(tokens: readonly Token[], from: number): number {
  const { lower } = at(tokens, from)
  if (lower !== 'to' && lower !== 'with') return from
  for (let j = from + 2; j < from + 8; j++) {
    if (at(tokens, j).kind === 'mark') return from
    if (at(tokens, j).lower === 'about') return j
  }
  return from
}

/** "to lend", "to effectively lend". */
const isInfinitive = (tokens: readonly Token[], to: number): boolean => {
  const verb = isAdverb(at(tokens, to + 1).lower) ? to + 2 : to + 1
  return isBaseForm(at(tokens, verb))
}

/** Also of verbs whose past is the same: "to offset", "to cut". */
const isBaseForm = (token: Token): boolean => {
  const form = verbOf(token)
  return form?.form === 'base' || form?.base === token.lower
}

const hasInfinitive = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let j = from + 1; j < Math.min(last, from + 8); j++) {
    if (isStop(at(tokens, j))) return false
    if (at(tokens, j).lower === 'to' && isBaseForm(at(tokens, j + 1))) return true
  }
  return false
}

/** A noun phrase can begin here. */
const isPhraseHere = (tokens: readonly Token[], j: number): boolean => {
  const token = at(tokens, j)
  if (token.kind === 'number' || token.text === '$') return true
  if (token.kind === 'mark') return isOpeningMark(token) && token.text !== '('
  return (
    !PREPOSITIONS.holds(token) &&
    !COORDINATORS.holds(token) &&
    !MODALS.holds(token) &&
    !BE.holds(token) &&
    !INTERROGATIVES.holds(token)
  )
}

/** Of a participle: a name right before it, else who the sentence's last verb before it is about. */
function controller(reading: Reading, passage: Passage, k: number): Span | null {
  const { tokens } = reading
  if (isCapitalized(at(tokens, k - 1))) return subjectBefore(reading, passage, k)?.span ?? null
  const verb = finiteIn(tokens, passage.first, k)
  if (verb < 0) {
    const behind = finiteIn(tokens, k + 1, passage.last)
    return behind < 0 ? null : (subjectBefore(reading, passage, behind)?.span ?? null)
  }
  return subjectBefore(reading, passage, verb)?.span ?? null
}
