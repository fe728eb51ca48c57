import { type Day, makeDay } from '@/lib/core/days'
import { isYearToken } from './months'
import type { TimeContext, TimeReading } from './readings'
import { at, isDash, isGlued, type Token } from './tokens'

/** Dates in digits only: "2025-02-06", "3/4/2025", "27.10.2025", "10/26/89". */

/** Countries that write the month first. */
const MONTH_FIRST = new Set(['US', 'PH'])
/** Countries that write the year first: a slashed date that ends in the year is read as elsewhere, but not surely. */
const UNSURE = new Set(['CA', 'JP', 'CN', 'KR', 'TW'])

export function readNumeric(context: TimeContext, i: number): TimeReading | null {
  const { tokens } = context
  const a = at(tokens, i)
  const separator = at(tokens, i + 1)
  if (a.kind !== 'number' || separator.kind !== 'mark' || !isGlued(a, separator)) return null
  const before = at(tokens, i - 1)
  if (isGlued(before, a) && before.kind === 'mark' && (before.text === '/' || isDash(before) || before.text === '.'))
    return null
  return readDotted(tokens, i) ?? readThree(context, i)
}

const oneDay = (end: number, day: Day): TimeReading => ({ end, from: day, to: day, grain: 'day', isDate: true })

/** "27.10.2025" is day first wherever it is written; the tokenizer takes "27.10" for one number. */
function readDotted(tokens: readonly Token[], i: number): TimeReading | null {
  const [a, dot, year] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2)]
  if (dot.text !== '.' || !isYearToken(year) || !isGlued(dot, year)) return null
  const point = a.text.indexOf('.')
  if (point < 1 || a.text.length - point > 3) return null
  const day = makeDay(Number(year.text), Number(a.text.slice(point + 1)), Number(a.text.slice(0, point)))
  return day === null ? null : oneDay(i + 3, day)
}

function readThree({ tokens, country, said }: TimeContext, i: number): TimeReading | null {
  const [a, s, b, t, c] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2), at(tokens, i + 3), at(tokens, i + 4)]
  if (b.kind !== 'number' || c.kind !== 'number' || s.text !== t.text) return null
  if (!isGlued(s, b) || !isGlued(b, t) || !isGlued(t, c)) return null
  const tail = at(tokens, i + 5)
  if (isGlued(c, tail) && (tail.text === s.text || (isDash(tail) && at(tokens, i + 6).kind === 'number'))) return null
  if (isYearToken(a) && (isDash(s) || s.text === '/')) {
    const day = makeDay(Number(a.text), Number(b.text), Number(c.text))
    return day === null ? null : oneDay(i + 5, day)
  }
  const year = isYearToken(c) ? Number(c.text) : shortYear(a, b, c, s, said)
  if (year === null || (s.text !== '/' && !isDash(s))) return null
  const monthFirst = makeDay(year, Number(a.text), Number(b.text))
  const dayFirst = makeDay(year, Number(b.text), Number(a.text))
  const day = (country === null || MONTH_FIRST.has(country) ? monthFirst : dayFirst) ?? monthFirst ?? dayFirst
  if (day === null) return null
  const other = day === monthFirst ? dayFirst : monthFirst
  const isSure = country !== null && !UNSURE.has(country)
  if (other === null || other === day || isSure) return oneDay(i + 5, day)
  return { ...oneDay(i + 5, day), alternative: { from: other, to: other }, flag: 'ambiguous-day' }
}

/** "10/26/89": two digits are the year nearest before the next ten years. Only with slashes and whole groups. */
function shortYear(a: Token, b: Token, c: Token, separator: Token, said: Day | null): number | null {
  if (separator.text !== '/' || c.text.length !== 2 || a.text.length > 2 || b.text.length > 2) return null
  const now = said === null ? 2000 : Number(said.slice(0, 4))
  const year = now - (now % 100) + Number(c.text)
  return year > now + 10 ? year - 100 : year
}
