import type { Day } from '@/lib/core/days'
import type { Time } from '../schema'
import { readCalendar } from './dates'
import { readPeriod } from './periods'
import type { TimeContext, TimeReading } from './readings'
import { readRelative } from './relative'
import { directionAt } from './tense'
import { at, type Token } from './tokens'

/** A time with its place in the token list, for the families above. */
export type FoundTime = Time & {
  first: number
  last: number
  isDate: boolean
  alternative: { from: Day; to: Day } | null
  flag: 'ambiguous-day' | 'fiscal-year' | null
}

export type TimesInput = {
  text: string
  tokens: readonly Token[]
  said: Day | null
  country: string | null
  /** Token range [first, last) of each sentence, in order. */
  sentences: readonly { first: number; last: number }[]
}

/** All times of a text, in order, none inside another. */
export function readTimes({ text, tokens, said, country, sentences }: TimesInput): FoundTime[] {
  const times: FoundTime[] = []
  for (const sentence of sentences) {
    const context: TimeContext = {
      tokens,
      said,
      country,
      direction: (i) => directionAt(tokens, sentence.first, sentence.last, i),
    }
    for (let i = sentence.first; i < sentence.last; i++) {
      const reading = readCalendar(context, i) ?? readPeriod(context, i) ?? readRelative(context, i)
      if (!reading || reading.end > sentence.last || reading.from > reading.to) continue
      times.push(placed(text, tokens, i, reading))
      i = reading.end - 1
    }
  }
  return times
}

function placed(text: string, tokens: readonly Token[], i: number, reading: TimeReading): FoundTime {
  const start = at(tokens, i).start
  const end = at(tokens, reading.end - 1).end
  return {
    start,
    end,
    text: text.slice(start, end),
    from: reading.from,
    to: reading.to,
    grain: reading.grain,
    first: i,
    last: reading.end,
    isDate: reading.isDate,
    alternative: reading.alternative ?? null,
    flag: reading.flag ?? null,
  }
}
