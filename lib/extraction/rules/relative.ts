import { addDays, type Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { readFromLast } from './anaphora'
import { singleDay, weekOf } from './calendar'
import { readCounted } from './counted'
import { WordMap } from './lexicon'
import type { TimeContext, TimeReading } from './readings'
import { readShifted } from './shifted'
import { at, type Token } from './tokens'
import { PARTS_OF_DAY, readWeekday } from './weekdays'

/** Days and periods that are counted from the day of publication: weekdays, "last week", "10 years ago", "tomorrow". */
export function readRelative(context: TimeContext, i: number): TimeReading | null {
  const { said } = context
  if (said === null) return null
  return (
    readWeekday(context, said, i) ??
    readNamedDay(context, said, i) ??
    readFromLast(context, said, i) ??
    readShifted(context, said, i) ??
    readCounted(context, said, i)
  )
}

const NAMED = new WordMap<number>([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])

function readNamedDay({ tokens, direction }: TimeContext, said: Day, i: number): TimeReading | null {
  const token = at(tokens, i)
  const { lower } = token
  const named = NAMED.of(token)
  if (named !== undefined) {
    if (lower === 'today' && (isNowadays(tokens, i) || isName(tokens, i))) return null
    const day = addDays(said, named)
    const end = i + (PARTS_OF_DAY.holds(at(tokens, i + 1)) ? 2 : 1)
    return { end, from: day, to: day, grain: 'day', isDate: true }
  }
  if (lower === 'weekend' && at(tokens, i - 1).lower === 'the')
    return { end: i + 1, ...weekendBy(said, direction(i)), grain: 'range', isDate: true }
  if (lower !== 'day') return null
  const side = at(tokens, i + 1).lower
  const other = at(tokens, i + 2).lower
  if ((side !== 'after' && side !== 'before') || (other !== 'tomorrow' && other !== 'yesterday')) return null
  return { end: i + 3, ...singleDay(addDays(said, side === 'after' ? 2 : -2)), grain: 'day', isDate: true }
}

/** "over the weekend": the last one, or the next in a sentence that looks forward. */
function weekendBy(said: Day, direction: 'past' | 'future' | null): Window {
  const { to } = weekOf(said)
  const sunday = direction === 'future' || said === to ? to : addDays(to, -7)
  return { from: addDays(sunday, -1), to: sunday }
}

/** "the daily USA Today": in capitals behind a name. */
const isName = (tokens: readonly Token[], i: number): boolean =>
  at(tokens, i).isCapitalized && at(tokens, i - 1).isCapitalized

/** "the cars of today", "today's world" say no day. */
const isNowadays = (tokens: readonly Token[], i: number): boolean => at(tokens, i - 1).lower === 'of'
