import { addDays, type Day, daysBetween } from '@/lib/core/days'
import type { Span } from '@/lib/core/text'
import type { Due, Flag } from '../schema'
import { readNumber } from './numbers'
import type { FoundTime } from './times'
import { at, isDash, type Token } from './tokens'

/** A due window with the other readings of its words; `signs`: the words it was read from, with their preposition apart. */
export type DueReading = {
  due: Due
  alternatives: { from: Day; to: Day }[]
  flags: Flag[]
  rule: string
  signs: Span[]
}

type Scope = { text: string; tokens: readonly Token[]; said: Day; first: number; last: number }

const BACKWARD = new Set(['since', 'previously'])
const DEADLINE = new Set(['by', 'until', 'till', 'before', 'through', 'within'])

/**
 * The window in which the clause on tokens [first, last) must come about: its first time that does not lie before the
 * publication day, or a narrower one inside a year that is named first; possessives ("this year's summit") and "since" say nothing about it.
 */
export function dueOf(scope: Scope, times: readonly FoundTime[]): DueReading | null {
  let best: DueReading | null = null
  // how much narrower a later time must be to replace the first: only a plain year is open to that
  let openDays = 0
  for (const time of times) {
    if (time.first < scope.first || time.first >= scope.last) continue
    const reading = readingOf(scope, time)
    if (!reading) continue
    const days = daysBetween(reading.due.from, reading.due.to)
    if (best !== null && days >= openDays) continue
    best = reading
    openDays = time.grain === 'year' && reading.rule !== 'windows/deadline' ? days : 0
  }
  return best
}

function readingOf(scope: Scope, time: FoundTime): DueReading | null {
  const { tokens, said, text } = scope
  if (time.to < said || BACKWARD.has(at(tokens, time.first - 1).lower)) return null
  if (at(tokens, time.last).lower === "'s" || at(tokens, time.last).text === "'") return null
  const leading = at(tokens, leadAt(tokens, time.first))
  const lead = leading.lower
  const visit = durationBefore(scope, time)
  let { from, to } = time
  let start = time.start
  let rule = 'windows/in-clause'
  if (visit) {
    to = addDays(from, visit.days - 1)
    start = visit.start
    rule = 'windows/duration-from'
  } else if (DEADLINE.has(lead)) {
    from = said
    rule = 'windows/deadline'
    if (lead === 'before') to = addDays(time.from, -1)
  }
  if (to < said) return null
  const flags: Flag[] = time.flag ? [time.flag] : []
  const due = { from: from < said ? said : from, to, text: text.slice(start, time.end) }
  const signs = rule === 'windows/deadline' ? [{ start: leading.start, end: leading.end }] : []
  signs.push({ start, end: time.end })
  const alternatives = time.alternative && time.alternative.to >= said ? [time.alternative] : []
  return { due, alternatives, flags, rule, signs }
}

/** The token of the preposition that governs a time: over "the" and "the end of". */
function leadAt(tokens: readonly Token[], first: number): number {
  let k = first - 1
  while (['the', 'end', 'of', 'at', 'latest'].includes(at(tokens, k).lower) && k > first - 4) k--
  return k
}

/** "a two-day summit from Oct. 31", "three-day visit … starting Thursday": the days, and where the phrase begins. */
function durationBefore({ tokens, first }: Scope, time: FoundTime): { days: number; start: number } | null {
  if (time.grain !== 'day' || !['from', 'starting', 'beginning', 'on'].includes(starter(tokens, time.first)))
    return null
  for (let k = time.first - 1; k >= Math.max(first, time.first - 16); k--) {
    if (at(tokens, k).lower !== 'day' || !isDash(at(tokens, k - 1))) continue
    for (const back of [2, 4]) {
      const number = readNumber(tokens, k - back)
      if (number && number.end === k - 1 && number.value >= 2 && number.value <= 60)
        return { days: number.value, start: at(tokens, k - back).start }
    }
  }
  return null
}

const starter = (tokens: readonly Token[], first: number): string => {
  const one = at(tokens, first - 1).lower
  return one === 'on' ? at(tokens, first - 2).lower : one
}
