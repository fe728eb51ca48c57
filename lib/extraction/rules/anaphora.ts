import type { Day } from '@/lib/core/days'
import type { Grain } from '../schema'
import { amountAt, around, shift } from './counted'
import { WordMap } from './lexicon'
import type { TimeContext, TimeReading } from './readings'
import { at } from './tokens'
import { PARTS_OF_DAY } from './weekdays'
import { wordSet } from './words'

/**
 * Times told from the time named last, not from the publication day: "that day", "the next morning", "the following year",
 * "two weeks later", "a year earlier". Without one they stay unread, but a year earlier than the news is the year before.
 */
export function readFromLast(context: TimeContext, said: Day, i: number): TimeReading | null {
  const word = at(context.tokens, i).lower
  if (word === 'that' || word === 'same') return readSame(context, i)
  if (word === 'next' || word === 'following' || word === 'previous') return readNext(context, i, word)
  return readDayBefore(context, i) ?? readLater(context, said, i)
}

/** "than the day before", "the week after": with nothing behind that it could be before or after. */
function readDayBefore(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const unit = UNITS.of(at(tokens, i))
  const side = at(tokens, i + 1).lower
  if (!unit || (side !== 'before' && side !== 'after') || at(tokens, i - 1).lower !== 'the') return null
  const next = at(tokens, i + 2)
  if (next.kind !== 'mark' && !CLOSES.holds(next)) return null
  const base = context.last()
  if (!base || !isWithin(unit, base)) return null
  return { end: i + 2, ...around(shift(base.from, unit, side === 'before' ? -1 : 1), unit), grain: unit, isDate: true }
}
const CLOSES = wordSet('and but when as while in')

const UNITS = new WordMap<Grain>([
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
])
const unitAt = ({ tokens }: TimeContext, i: number): Grain | null => {
  const { lower } = at(tokens, i)
  return UNITS.get(lower) ?? (PARTS_OF_DAY.has(lower) ? 'day' : null)
}
/** Words that make "that day" or "that year" something else than a time: "that day care", "that year-end". */
const isAlone = ({ tokens }: TimeContext, end: number): boolean => !['-', 'of', 'care'].includes(at(tokens, end).lower)

/** "that day", "the same year", "that same week". */
function readSame(context: TimeContext, i: number): TimeReading | null {
  const { tokens, last } = context
  const skip = at(tokens, i).lower === 'that' && at(tokens, i + 1).lower === 'same' ? 2 : 1
  const unit = unitAt(context, i + skip)
  if (!unit || !isAlone(context, i + skip + 1)) return null
  if (at(tokens, i).lower === 'same' && at(tokens, i - 1).lower !== 'the') return null
  const base = last()
  if (!base || !isWithin(unit, base)) return null
  return { end: i + skip + 1, ...around(base.from, unit), grain: unit, isDate: true }
}

/** A day is not known from a year, but a year is from a day. */
const ORDER: readonly Grain[] = ['day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade']
const isWithin = (unit: Grain, base: TimeReading): boolean =>
  ORDER.indexOf(base.grain) <= ORDER.indexOf(unit) && base.grain !== 'range'

/** "the next day", "the following week", "the previous year". */
function readNext(context: TimeContext, i: number, word: string): TimeReading | null {
  const unit = unitAt(context, i + 1)
  if (!unit || at(context.tokens, i - 1).lower !== 'the') return null
  if (word === 'next' && unit !== 'day' && context.direction(i) !== 'past') return null
  const base = context.last()
  if (!base || !isWithin(unit, base) || !isAlone(context, i + 2)) return null
  const day = shift(base.to, unit, word === 'previous' ? -1 : 1)
  return { end: i + 2, ...around(day, unit), grain: unit, isDate: true }
}

/** "two weeks later", "a day earlier", "a year before" at the end of a clause. */
function readLater(context: TimeContext, said: Day, i: number): TimeReading | null {
  const { tokens } = context
  const amount = amountAt(tokens, i)
  if (!amount) return null
  const word = at(tokens, amount.end).lower
  const sign = word === 'later' ? 1 : word === 'earlier' ? -1 : 0
  if (sign === 0) return null
  const base = context.last()
  if (base && isWithin(amount.grain, base))
    return {
      end: amount.end + 1,
      ...around(shift(base.from, amount.grain, sign * amount.count), amount.grain),
      grain: amount.grain,
      isDate: false,
    }
  if (sign > 0 || amount.grain !== 'year' || base) return null
  return { end: amount.end + 1, ...around(shift(said, 'year', -amount.count), 'year'), grain: 'year', isDate: false }
}
