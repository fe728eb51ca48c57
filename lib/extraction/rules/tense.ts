import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { BE, DETERMINERS, isAdverbial, MODALS, POSSESSIVES, PREPOSITIONS, wordSet } from './words'

export type Direction = 'past' | 'future'

/** Words that put what follows into the future, whatever the tense: "is expected to", "scheduled for", "upcoming". */
const FUTURE_PARTICIPLES = wordSet(`
  expected scheduled planned set slated due poised bound likely projected forecast anticipated proposed
`)
const FUTURE_VERBS = wordSet(`
  plan intend aim hope expect prepare arrange consider seek propose pledge promise vow schedule head want
  agree decide choose opt offer threaten commit begin start take leave host hold open meet visit go expire run arrive depart face end return close launch convene
  reconvene resume
`)
const FUTURE_WORDS = wordSet(`
  upcoming forthcoming planned scheduled coming proposed eventual ahead deadline
`)
const NEUTRAL = wordSet('starting beginning including following according')

/** "will cut its rate, citing weak sales in March": what is pointed to has been. */
const CITING = wordSet('cite blame recall note reflect')

/** The direction that the word at token `k` gives, if it gives one. `isBefore`: it stands before the time. */
export function cueAt(tokens: readonly Token[], first: number, k: number, isBefore: boolean): Direction | null {
  const token = at(tokens, k)
  const { lower } = token
  if (token.kind !== 'word' && !lower.startsWith("'")) return null
  if (NEUTRAL.has(lower)) return null
  if (lower === 'since') return isBefore ? 'past' : null
  if (MODALS.holds(token)) return modalDirection(tokens, k)
  if (FUTURE_WORDS.holds(token) && !(lower === 'ahead' && at(tokens, k + 1).lower === 'of'))
    return isProposedThen(tokens, k) ? 'past' : 'future'
  if (lower === 'to' && verbOf(at(tokens, k + 1))?.form === 'base') return infinitive(tokens, first, k)
  if (FUTURE_PARTICIPLES.holds(token) && isFutureParticiple(tokens, k))
    return isBefore || !isPlainPast(tokens, k) ? 'future' : 'past'
  if (lower === 'were' && at(tokens, k + 1).lower === 'to' && isWhenBefore(tokens, k)) return 'future'
  if (['was', 'were', 'had', 'did', "didn't", "wasn't", "hadn't", "weren't"].includes(lower)) return 'past'
  const form = verbOf(at(tokens, k))
  if (!form) return null
  if (form.form === 'past' || form.form === 'pastOrParticiple' || form.form === 'participle')
    return SUMMONING.has(form.base) && isBefore ? 'future' : pastForm(tokens, k)
  if (form.form === 'third' && isVerbHere(tokens, k))
    return FUTURE_VERBS.hasBase(form) || (isBefore && isTimetabled(tokens, k)) ? 'future' : null
  if (form.form === 'base' && isBefore && isTimetabled(tokens, k)) return 'future'
  if (form.form === 'ing' && CITING.hasBase(form)) return 'past'
  if (form.form === 'ing' && isBeBefore(tokens, k)) return FUTURE_VERBS.hasBase(form) ? 'future' : null
  return null
}

/** What stands in a timetable is told in the present: "the talks resume on Thursday", "tickets go on sale on Friday". */
const TIMETABLED = wordSet(`
  resume reopen premiere debut air kick travel fly sail play host vote convene expire retire conclude finish compete appear testify
  join rejoin close open begin start end launch leave arrive depart return meet
`)
const IN_FORCE = wordSet('come go take')
const FORCE = wordSet('effect force sale trial display')
function isTimetabled(tokens: readonly Token[], k: number): boolean {
  const form = verbOf(at(tokens, k))
  if (!form || (form.form === 'base' && !isPluralBefore(tokens, k))) return false
  if (TIMETABLED.hasBase(form)) return true
  return (
    IN_FORCE.hasBase(form) &&
    (FORCE.holds(at(tokens, k + 1)) || FORCE.holds(at(tokens, k + 2)) || at(tokens, k + 1).lower === 'back')
  )
}
/** "the talks resume", "they leave"; not "to leave", "will leave", "the play". */
function isPluralBefore(tokens: readonly Token[], k: number): boolean {
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  const { lower } = at(tokens, j)
  return SUBJECT_PRONOUNS.holds(at(tokens, j)) || lower === 'we' || (lower.length > 3 && /[^su]s$/.test(lower))
}

/** "which was proposed in August", "a budget that Lind proposed on Friday": when it was put forward. */
const isProposedThen = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).lower === 'proposed' && WHEN.holds(at(tokens, k + 1)) && !DETERMINERS.holds(at(tokens, k - 1))
const WHEN = wordSet('in on at last early late this')

/** Past forms whose object still lies ahead: "invited them to a ceremony on March 12", "postponed the vote until Tuesday". */
export const SUMMONING = wordSet('invite postpone schedule reschedule delay summon subpoena order')

function modalDirection(tokens: readonly Token[], k: number): Direction | null {
  const { lower, text } = at(tokens, k)
  if (text === 'May') return null
  if (lower === 'will' || lower === "'ll" || lower === "won't") return 'future'
  if (at(tokens, k + 1).lower === 'have' && at(tokens, k + 2).lower !== 'to') return 'past'
  if (
    lower === 'could' &&
    (at(tokens, k + 1).lower === 'not' || at(tokens, k - 1).lower === 'nor' || hasNeither(tokens, k))
  )
    return 'past'
  return lower === "couldn't" ? 'past' : 'future'
}
const hasNeither = (tokens: readonly Token[], k: number): boolean => {
  for (let j = k - 1; j > k - 9; j--)
    if (at(tokens, j).lower === 'neither' || at(tokens, j).lower === 'nor') return true
  return false
}

/** "less than forecast in July", "as planned in May" look back. */
const COMPARED = wordSet('than as originally previously initially first')

/** "set aside" and "due process" say nothing; "set to", "set for", "is due" do. */
const isFutureParticiple = (tokens: readonly Token[], k: number): boolean => {
  const { lower } = at(tokens, k)
  const next = at(tokens, k + 1).lower
  if (COMPARED.holds(at(tokens, k - 1))) return false
  if (lower === 'set' || lower === 'due' || lower === 'bound')
    return next === 'for' || next === 'to' || (['on', 'in', 'by'].includes(next) && !isPlainPast(tokens, k))
  return !isAfterPastBe(tokens, k) || ['expected', 'scheduled', 'slated', 'likely'].includes(lower)
}
/** "On Friday the government planned to pay": a past verb with its subject, no participle. */
const isPlainPast = (tokens: readonly Token[], k: number): boolean => {
  const before = at(tokens, k - 1)
  return (
    ['planned', 'proposed', 'set', 'projected', 'expected'].includes(at(tokens, k).lower) &&
    !BE.holds(before) &&
    !isAdverbial(before) &&
    !DETERMINERS.holds(before) &&
    before.kind === 'word' &&
    !['is', 'are'].includes(at(tokens, k - 2).lower)
  )
}

/** "plans to meet" looks forward, "voted to approve" and "met to discuss" look back: the verb before "to" decides. */
function infinitive(tokens: readonly Token[], first: number, k: number): Direction | null {
  const before = verbOf(at(tokens, k - 1))
  if (before && FUTURE_VERBS.hasBase(before) && before.base !== 'meet') return 'future'
  for (let j = k - 1; j >= first && j > k - 12; j--) {
    if (FUTURE_PARTICIPLES.holds(at(tokens, j)) && isFutureParticiple(tokens, j)) return 'future'
    const form = verbOf(at(tokens, j))
    if (!form || (form.isNounish && form.form === 'base')) continue
    const isPast = form.form === 'past' || form.form === 'pastOrParticiple'
    if (isPast && j < k - 1 && ORDERING.has(form.base)) return 'future'
    if (isPast) return 'past'
    if (k - j > 5) return null
    return 'future'
  }
  return at(tokens, k + 1).lower === 'be' ? 'future' : null
}

/** With an object before "to": "asked the court to rule", "given relatives until …". */
const ORDERING = wordSet(`
  invite order ask urge require subpoena schedule set want call allow give select appoint elect summon sentence
`)

const isAfterPastBe = (tokens: readonly Token[], k: number): boolean => {
  for (let j = k - 1; j > k - 3; j--) if (['was', 'were', 'had'].includes(at(tokens, j).lower)) return true
  return false
}

/** "will cut", "may also hit": the past of these is their base. */
const SAME = wordSet(`
  cut set put hit let shut cost hurt quit spread split bet cast read beat burst rid shed bid broadcast forecast offset
  upset
`)
const isSameAsBase = (lower: string): boolean => SAME.has(lower)

/** A past form says "past" unless it is an adjective ("the proposed visit") or the participle of a future passive. */
function pastForm(tokens: readonly Token[], k: number): Direction | null {
  const before = at(tokens, k - 1).lower
  if (before === 'to' || MODALS.has(before) || (isSameAsBase(at(tokens, k).lower) && MODALS.holds(at(tokens, k - 2))))
    return null
  if ((before === 'is' || before === 'are') && isWhenBefore(tokens, k - 1)) return 'future'
  if (
    before === 'be' ||
    before === 'is' ||
    before === 'are' ||
    (before === 'been' && at(tokens, k - 2).lower === 'have')
  )
    return null
  const isAttribute = (DETERMINERS.has(before) && !['who', 'which', 'that'].includes(before)) || POSSESSIVES.has(before)
  return isAttribute && at(tokens, k + 1).kind === 'word' ? null : 'past'
}

/** "when he is sentenced in January": told as what is to come. */
function isWhenBefore(tokens: readonly Token[], be: number): boolean {
  for (let k = be - 1; k > be - 5; k--) if (WHEN_OPENING.holds(at(tokens, k))) return true
  return false
}
const WHEN_OPENING = wordSet('when once until if unless before')

/** Take "to" and a verb, so that "the government plans to cut" is no plural noun. */
const TAKES_TO = wordSet(`
  plan aim hope offer attempt promise pledge vow need want struggle claim head start begin move
`)
const MOVES = wordSet('leave head return sail land travel leak live open start end close remain')
const SUBJECT_PRONOUNS = wordSet(`
  he she it who which they that this what
`)

const OPENS_NOUN = wordSet('the a an his its their our my your')

/** Whether a third-person form is a verb here and not a plural noun: something to its left can be its subject. */
export function isVerbHere(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k)
  const form = verbOf(token)
  if (!form || (isCapital(token) && form.form !== 'past')) return false
  if (OPENS_NOUN.holds(at(tokens, k - 1))) return false
  if (!form.isNounish) return true
  const next = verbOf(at(tokens, k + 1))?.form
  if (form.form === 'third' && (next === 'past' || next === 'pastOrParticiple')) return false
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  const before = at(tokens, j)
  if (before.kind === 'mark' && before.text !== ',' && before.text !== '"' && before.text !== '”') return false
  if (SUBJECT_PRONOUNS.holds(before)) return true
  if (DETERMINERS.holds(before) || POSSESSIVES.holds(before)) return false
  if (j < k - 1 && before.kind !== 'mark') return true
  const lead = verbOf(before)
  if (lead && !lead.isNounish && (lead.form === 'third' || lead.form === 'past')) return false
  return hasObject(tokens, k, form.base, isCapital(before))
}

/** Also with a participle behind: "the plan risks closing the lock". */
const TAKES_ING = wordSet('risk start stop mean need report end go')

/** Of reports and polls, also with a bare noun behind: "the poll shows support". */
const SHOWING = wordSet('show find suggest reveal indicate put include require cost need cover')

export const takesTo = (base: string): boolean => TAKES_TO.has(base)

/** What stands behind a verb: a determiner, "that", a name; "to" only for verbs that take it; a preposition after a name. */
function hasObject(tokens: readonly Token[], k: number, base: string, isNameBefore: boolean): boolean {
  const next = at(tokens, k + 1)
  const isPlainObject =
    DETERMINERS.holds(next) || ['it', 'him', 'her', 'them', 'about', 'how', 'what', 'that'].includes(next.lower)
  if (isPlainObject) return true
  if (MOVES.has(base) && ['for', 'to', 'from', 'in', 'at', 'on'].includes(next.lower)) return true
  if (['through', 'until', 'till'].includes(next.lower)) return true
  if (next.lower.endsWith('ing') && TAKES_ING.has(base)) return true
  if (next.lower === 'to') return TAKES_TO.has(base) || (isNameBefore && FUTURE_VERBS.has(base))
  if (!isNameBefore) return SHOWING.has(base) && next.kind === 'word' && !PREPOSITIONS.holds(next)
  return (
    isCapital(next) ||
    isAdverbial(next) ||
    next.kind === 'number' ||
    next.text === '$' ||
    ['for', 'with', 'as', 'on', 'against', 'from', 'into'].includes(next.lower)
  )
}

const isCapital = (token: Token): boolean => token.kind === 'word' && token.text.charAt(0) !== token.lower.charAt(0)

const isBeBefore = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (j > k - 4 && (isAdverbial(at(tokens, j)) || at(tokens, j).lower === 'be')) j--
  return BE.holds(at(tokens, j)) || MODALS.holds(at(tokens, j))
}
