import { addDays, addMonths, daysBetween } from '@/lib/core/days'
import type { DueReading, Scope } from './due-readings'
import { durationAhead, durationBefore } from './durations'
import { windowByEvent } from './event-windows'
import { happeningOf } from './happenings'
import { isPutOff } from './limits'
import { beforeClock } from './months'
import { isFiniteVerb } from './phrases'
import type { FoundTime } from './readings'
import { mainVerb } from './stretches'
import { at, isDash, type Token } from './tokens'
import { verbOf } from './verbs'
import { COORDINATORS, isAdverbial, wordSet } from './words'

const BACKWARD = wordSet('since previously than to into toward towards')
const DEADLINE = wordSet('by until till before through within')
const POINTS = wordSet('during at in on for from of')

/**
 * The window in which the clause on tokens [first, last) must come about: its first time that does not lie before the
 * publication day, or a narrower one inside a year that is named first. "since", "after", attributes ("the Nov. 8
 * election"), possessives ("this year's summit") and relative clauses behind the verb say nothing about it. Without such a
 * time: the event it is set before or at, where the article dates that event.
 */
export function dueOf(scope: Scope, times: readonly FoundTime[]): DueReading | null {
  let best: DueReading | null = null
  // how much narrower a later time must be to replace the first: only a year and more is open to that
  let openDays = 0
  for (const time of times) {
    if (time.first < scope.first || time.first >= scope.last) continue
    const reading = readingOf(scope, time)
    if (!reading) continue
    if (best?.due && reading.due && isEndBehind(scope.tokens, best, time)) {
      best.due.to = reading.due.to
      best.signs.push(...reading.signs)
      continue
    }
    const days = reading.due ? daysBetween(reading.due.from, reading.due.to) : 0
    if (best !== null && days >= openDays) {
      if (reading.due && at(scope.tokens, time.first - 1).lower === 'or')
        best.alternatives.push({ from: reading.due.from, to: reading.due.to })
      continue
    }
    best = reading
    openDays = days >= WHOLE_YEAR && reading.rule !== 'windows/deadline' ? days : 0
  }
  return best ?? windowAhead(scope) ?? windowByEvent(scope)
}

/** "has 14 days to appeal", "will stay shut for two more weeks": from the publication day on. */
export function windowAhead({ tokens, text, said, first, last }: Scope): DueReading | null {
  const ahead = durationAhead(tokens, first, last, said)
  if (!ahead) return null
  const span = { start: at(tokens, ahead.first).start, end: at(tokens, ahead.last - 1).end }
  const due = { from: said, to: ahead.to, text: text.slice(span.start, span.end) }
  return { due, alternatives: [], flags: [], rule: 'windows/length', signs: [span] }
}

const WHOLE_YEAR = 300

/** "begins on Monday and ends in June", "opens Nov. 3 and runs until Nov. 9": one window from the first to the second. */
function isEndBehind(tokens: readonly Token[], { due }: DueReading, { first, to }: FoundTime): boolean {
  if (!due || to <= due.to) return false
  for (let k = first - 1; k > first - 5; k--)
    if (ENDING.hasBase(verbOf(at(tokens, k)))) return COORDINATORS.holds(at(tokens, k - 1))
  return false
}
const ENDING = wordSet('end close conclude finish run last continue')

function readingOf(scope: Scope, time: FoundTime): DueReading | null {
  const { tokens, said, text } = scope
  if (time.to < said || isBeside(scope, time)) return null
  const near = leadAt(tokens, time.first)
  const end = endLimit(tokens, near)
  const k = end < 0 ? near : end
  const lead = at(tokens, k)
  const isNoLater = lead.lower === 'later'
  if ((BACKWARD.holds(lead) && !isMovedTo(tokens, k)) || (lead.lower === 'after' && k === time.first - 1)) return null
  // "until this year had been"
  if (lead.lower === 'until' && at(tokens, mainVerb(tokens, scope.first, scope.last)).lower === 'had') return null
  if (time.isGuess) return guessed(time)
  // "over the past month" ends today
  if (time.from < said && time.to === said) return null
  const visit = durationBefore(tokens, scope.first, time)
  const isBeforeHappening = isBeforeOn(tokens, scope.first, k)
  const isLimit = isNoLater || isBeforeHappening || (DEADLINE.holds(lead) && !isPutOff(tokens, scope.first, k))
  const from = isLimit && !visit ? said : time.from
  const isBefore = isBeforeHappening || (isLimit && lead.lower === 'before' && end < 0 && !isEndOf(tokens, time))
  const to = visit ? visit.to : isBefore ? addDays(time.from, -1) : time.to
  if (to < said || from > to) return null
  const start = visit?.start ?? time.start
  const rule = visit ? 'windows/duration-from' : isLimit ? 'windows/deadline' : 'windows/in-clause'
  const signs = isLimit && !visit ? [{ start: lead.start, end: lead.end }] : []
  signs.push({ start, end: time.end })
  return {
    due: { from: from < said ? said : from, to, text: text.slice(start, time.end) },
    alternatives: time.alternative && time.alternative.to >= said ? [time.alternative] : [],
    flags: time.flag ? [time.flag] : [],
    rule,
    signs,
  }
}

/** "before the hearing on May 11": the day is that of the hearing. */
function isBeforeOn(tokens: readonly Token[], first: number, on: number): boolean {
  if (at(tokens, on).lower !== 'on' || happeningOf(at(tokens, on - 1)) === null) return false
  for (let k = on - 2; k >= first && k > on - 5; k--) if (at(tokens, k).lower === 'before') return true
  return false
}

const MOVED = wordSet('extended moved postponed pushed changed brought delayed rescheduled back forward')
/** "has been extended to Nov. 17", "moved the vote to Friday" */
function isMovedTo(tokens: readonly Token[], k: number): boolean {
  if (at(tokens, k).lower !== 'to') return false
  for (let j = k - 1; j > k - 7 && at(tokens, j).kind !== 'mark'; j--) if (MOVED.holds(at(tokens, j))) return true
  return false
}

/** Nobody in the article says when this fiscal year runs: the desk is asked, with the calendars there are. */
function guessed(time: FoundTime): DueReading {
  const { from, to, start, end } = time
  const april = { from: addMonths(from, 3), to: addDays(addMonths(addDays(to, 1), 3), -1) }
  const october = { from: addMonths(from, -3), to: addDays(addMonths(addDays(to, 1), -3), -1) }
  return {
    due: null,
    alternatives: [{ from, to }, october, april],
    flags: ['fiscal-year'],
    rule: 'windows/fiscal-guess',
    signs: [{ start, end }],
  }
}

/** The time is not the claim's own: possessive, an attribute of a noun, or inside a relative clause behind the verb. */
function isBeside(scope: Scope, time: FoundTime): boolean {
  const { tokens, first } = scope
  const lead = at(tokens, leadAt(tokens, time.first))
  const next = at(tokens, time.last)
  const isAttribute = next.lower === "'s" || next.text === "'" || isAttributeOf(tokens, time)
  if (isAttribute) {
    const noun = next.lower === "'s" || next.text === "'" ? time.last + 1 : time.last
    const isLimit = LIMITS.holds(at(tokens, noun)) || LIMITS.holds(at(tokens, noun + 1))
    const isOwn = isOfSubject(scope, time, noun)
    if (!isOwn && !(isLimit && isSet(tokens, first, time.first)) && !isPointOfTime(lead, time)) return true
  }
  const verb = mainVerb(tokens, first, scope.last)
  return isInRelative(scope, verb, time.first) || isTalkedOf(scope, verb, time.first) || isWhenRuled(scope, verb, time)
}

/** "had been talking about the planned visit in September": the day is that of the visit, not of the talk. */
function isTalkedOf({ tokens }: Scope, verb: number, time: number): boolean {
  if (verb < 0 || !PAST.holds(at(tokens, verb))) return false
  for (let k = verb; k < Math.min(time, verb + 4); k++)
    if (TALKING.hasBase(verbOf(at(tokens, k)))) return ABOUT.holds(at(tokens, k + 1))
  return false
}
const PAST = wordSet('was were had talked spoke joked')
const TALKING = wordSet('talk speak joke chat')
const ABOUT = wordSet('about of')

/** "must go home, the board ruled Wednesday": when it was ruled, where the clause has a verb before its comma. */
function isWhenRuled({ tokens }: Scope, verb: number, time: FoundTime): boolean {
  const k = time.first - (at(tokens, time.first - 1).lower === 'on' ? 2 : 1)
  if (verb < 0 || !RULING.hasBase(verbOf(at(tokens, k))) || !isFiniteVerb(tokens, k)) return false
  for (let j = k - 1; j > verb && j > k - LONGEST_SUBJECT; j--) {
    if (at(tokens, j).text === ',') return j < k - 1
    if (COORDINATORS.holds(at(tokens, j)) || RELATIVE.holds(at(tokens, j))) return false
  }
  return false
}
const RULING = wordSet('rule decide order hold find say announce')
const LONGEST_SUBJECT = 8

/** "a Nov. 29 meeting" alone; "The March launch will bring jobs": on the day of what the clause begins with. */
function isOfSubject({ tokens, first, last }: Scope, { first: time, grain }: FoundTime, noun: number): boolean {
  if (grain !== 'day' && grain !== 'month') return false
  const verb = mainVerb(tokens, first, last)
  const opens = time === first + 1 || (time === first && noun > time + 1)
  return verb < 0 || (opens && WILL.holds(at(tokens, verb)) && verb <= noun + 3)
}
const WILL = wordSet("will 'll won't")

/** "at the May 8 hearing", "on the November ballot", "during the 2028 games": the event is the point of time. */
const isPointOfTime = (lead: Token, time: FoundTime): boolean =>
  time.grain === 'day' ? POINTS.holds(lead) : lead.lower === 'at' || lead.lower === 'during' || lead.lower === 'on'

/** "by setting a March 14 deadline" */
const SETTING = wordSet('set face extend impose announce give fix agree meet miss')
function isSet(tokens: readonly Token[], first: number, time: number): boolean {
  for (let k = time - 1; k >= first && k > time - 6; k--) if (SETTING.hasBase(verbOf(at(tokens, k)))) return true
  return false
}
const LIMITS = wordSet('deadline date target goal')
const DETERMINERS = wordSet("the a an this that its his her their our 's '")
/** "the Nov. 8 election", "the 2028 budget": between a determiner and a noun. */
const isAttributeOf = (tokens: readonly Token[], time: FoundTime): boolean =>
  isNounLike(tokens, time.last) &&
  ((ATTRIBUTES.has(time.grain) && DETERMINERS.holds(at(tokens, time.first - 1))) ||
    (COMPOUND.has(time.grain) && isDash(at(tokens, time.first + 1))))
/** "third-quarter results", "first-half losses" */
const COMPOUND: ReadonlySet<string> = new Set(['quarter', 'half'])
const ATTRIBUTES: ReadonlySet<string> = new Set(['day', 'month', 'year'])
const isNounLike = (tokens: readonly Token[], k: number): boolean =>
  at(tokens, k).kind === 'word' &&
  !isAdverbial(at(tokens, k)) &&
  !AFTER_DAY.holds(at(tokens, k)) &&
  !DETERMINERS.holds(at(tokens, k)) &&
  !isFiniteVerb(tokens, k)
const AFTER_DAY = wordSet(
  'in at for with to and or but as by of from when while after before until on is was will would',
)

const RELATIVE = wordSet('that which who whose')
/** A relative pronoun with its verb between the main verb and the time, not closed by a comma. */
function isInRelative({ tokens }: Scope, verb: number, time: number): boolean {
  if (verb < 0) return false
  for (let k = time - 1; k > verb + 1; k--) {
    const token = at(tokens, k)
    if (token.text === ',' || token.text === ';') return false
    if (RELATIVE.holds(token) && isFiniteVerb(tokens, k + 1) && at(tokens, k - 1).kind === 'word')
      return !isFiniteVerb(tokens, k - 1)
  }
  return false
}

/** "before the end of the year" runs to its last day. */
const isEndOf = (tokens: readonly Token[], time: FoundTime): boolean =>
  at(tokens, time.first).lower === 'end' || at(tokens, time.first - 2).lower === 'end'

/** "before the end of her term in 2026": the preposition before the end of what ends in that time, or −1. */
function endLimit(tokens: readonly Token[], near: number): number {
  if (at(tokens, near).lower !== 'in') return -1
  for (let k = near - 2; k > near - 9 && at(tokens, k).kind === 'word'; k--)
    if (at(tokens, k).lower === 'of' && ENDS.holds(at(tokens, k - 1)) && DEADLINE.holds(at(tokens, k - 3))) return k - 3
  return -1
}
const ENDS = wordSet('end close conclusion expiry')

const OVER = wordSet('the end of at latest least')
/** The token of the preposition that governs a time: over "the", "the end of", and a clock time. */
function leadAt(tokens: readonly Token[], first: number): number {
  let k = beforeClock(tokens, first)
  const limit = k - 3
  while (OVER.holds(at(tokens, k)) && k > limit) k--
  if (at(tokens, k).lower === 'than' && at(tokens, k - 1).lower === 'later' && at(tokens, k - 2).lower === 'no')
    return k - 1
  return k
}
