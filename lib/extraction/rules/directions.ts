import { beforeClock } from './months'
import { cueAt, type Direction, SUMMONING } from './tense'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { isAdverbial, wordSet } from './words'

/**
 * Which way a bare weekday, month or day in one sentence points: a verb right behind it ("on Sunday issued"), the nearest
 * verb to its left, then the nearest to its right. Times are asked for from left to right, so what a scan has seen is kept
 * and all questions together walk the sentence a fixed number of times.
 */
export class Directions {
  private readonly left = { upTo: 0, found: null as Direction | null }
  private right: { at: number; found: Direction | null } | null = null

  constructor(
    private readonly tokens: readonly Token[],
    private readonly first: number,
    private readonly last: number,
  ) {
    this.left.upTo = first
  }

  /** Of the time at token `i`; null when the sentence gives no sign. */
  at(i: number): Direction | null {
    const { tokens, first, last } = this
    return verbRightBehind(tokens, i, last) ?? deadlineAt(tokens, first, last, i) ?? this.before(i) ?? this.behind(i)
  }

  private before(i: number): Direction | null {
    const { first, left } = this
    if (i < left.upTo) return this.scan(i, first)
    const found = this.scan(i, left.upTo) ?? left.found
    left.upTo = i
    left.found = found
    return found
  }

  private scan(i: number, first: number): Direction | null {
    for (let k = i - 1; k >= first; k--) {
      const found = cueAt(this.tokens, this.first, k, true)
      if (found) return found
    }
    return null
  }

  private behind(i: number): Direction | null {
    const { tokens, first, last } = this
    if (this.right && this.right.at > i) return this.right.found
    let k = i + 1
    let found: Direction | null = null
    for (; k < last && found === null; k++) found = cueAt(tokens, first, k, false)
    this.right = { at: k, found }
    return found
  }
}

/**
 * "has given them until Tuesday", "until 9 a.m. Tuesday to sign", "no later than Friday", "as soon as Tuesday": a limit set
 * lies ahead whatever the tense; "lasted until Friday" sets none.
 */
function deadlineAt(tokens: readonly Token[], first: number, last: number, i: number): Direction | null {
  const clock = beforeClock(tokens, i)
  const lead = at(tokens, clock).lower === 'the' ? clock - 1 : clock
  const word = at(tokens, lead).lower
  if (word === 'than' && at(tokens, lead - 1).lower === 'later' && at(tokens, lead - 2).lower === 'no') return 'future'
  if (word === 'as' && at(tokens, lead - 1).lower === 'soon') return 'future'
  if (STARTING.has(word) || (IS_ON.has(word) && STARTING.holds(at(tokens, lead - 1)))) return 'future'
  if (IS.holds(at(tokens, lead)) || (IS_ON.has(word) && IS.holds(at(tokens, lead - 1)))) return 'future'
  if (word === 'for' || at(tokens, lead - 1).lower === 'for') return isSetFor(tokens, first, lead) ? 'future' : null
  if (word !== 'until' && word !== 'by' && word !== 'till') return null
  for (let k = i + 1; k < Math.min(last, i + 5); k++)
    if (at(tokens, k).lower === 'to' && verbOf(at(tokens, k + 1))?.form === 'base') return 'future'
  if (word === 'by') return null
  for (let k = lead - 1; k >= first && k > lead - 9; k--) {
    const form = verbOf(at(tokens, k))
    if (form && SUMMONING.has(form.base)) return 'future'
    if (PERFECT.holds(at(tokens, k)) || IS.holds(at(tokens, k))) return 'future'
  }
  return null
}
/** "has set a hearing for May 8" */
function isSetFor(tokens: readonly Token[], first: number, lead: number): boolean {
  for (let k = lead - 1; k >= first && k > lead - 7 && at(tokens, k).kind === 'word'; k--)
    if (SETTING.hasBase(verbOf(at(tokens, k))) && PERFECT.holds(at(tokens, k - 1))) return true
  return false
}
const SETTING = wordSet('set schedule plan fix book')
/** "The vote is Tuesday", "is on Friday", "is in the first week of May" */
const IS_ON = new Set(['on', 'in', 'at'])
const STARTING = wordSet('starting beginning commencing')
const IS = wordSet('is are')
const PERFECT = wordSet("has have 've hasn't haven't")

/** "the department on Sunday issued", "Lee on Friday will": subject, day, verb. */
function verbRightBehind(tokens: readonly Token[], i: number, last: number): Direction | null {
  if (at(tokens, i - 1).kind !== 'word') return null
  let k = i + 1
  while (k < i + 4 && (at(tokens, k).kind === 'number' || at(tokens, k).text === '.')) k++
  const from = k
  while (k < last && isAdverbial(at(tokens, k))) k++
  const { lower } = at(tokens, k)
  if (lower === 'will') return 'future'
  if (lower === 'deadline') return 'future'
  const form = verbOf(at(tokens, k))
  const isPast = form?.form === 'past' || form?.form === 'pastOrParticiple'
  return isPast && (!form.isNounish || lower.endsWith('ed')) && (k > from || at(tokens, k - 1).kind !== 'mark')
    ? 'past'
    : null
}
