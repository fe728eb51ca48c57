import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from './cleaning-dates'

/** When the thing spoken of happens, seen from the day of publication. */
export type Tense = 'past' | 'future'

/** Words of a text that narrow down the day on which it was published. Months 1..12, weekdays Monday 1 .. Sunday 7. */
export type Clue =
  | { kind: 'reported weekday'; words: string; weekday: number }
  | { kind: 'weekday'; words: string; weekday: number; tense: Tense }
  | { kind: 'stretch'; words: string; tense: Tense; month: number; fromDay: number; toDay: number; exact: boolean }
  | { kind: 'year'; words: string; tense: Tense; year: number; fromMonth: number; toMonth: number }
  | { kind: 'event'; words: string; relation: Relation; event: RecurringEvent }

export type Relation = 'last week' | 'last month' | 'next week' | 'next month' | 'this week' | 'this month'

/** Public events that come round at a known time of the year; months 1..12, days as they fall at the outside. */
export type RecurringEvent = {
  name: string
  pattern: RegExp
  from: [month: number, day: number]
  to: [month: number, day: number]
  isYear?: (year: number) => boolean
  needs?: RegExp
}

const AMERICAN = /\b(?:U\.S\.|US|American|White House|Washington)/

/**
 * Times: UN General Assembly rules of procedure (general debate from the Tuesday of the week after opening), 20th
 * Amendment to the US constitution (20 January), 2 U.S.C. 7 (election day), the World Economic Forum's and the Nobel
 * Foundation's calendars, 5 U.S.C. 6103 (Thanksgiving).
 */
const EVENTS: readonly RecurringEvent[] = [
  {
    name: 'the general debate of the UN General Assembly',
    pattern: /\bU\.?N\.? General Assembly|United Nations General Assembly/,
    from: [9, 22],
    to: [9, 27],
  },
  {
    name: 'the inauguration of a US president',
    pattern: /\b(?:sworn in|inaugurat(?:ed|ion))\b/,
    from: [1, 20],
    to: [1, 20],
    isYear: (year) => year % 4 === 1,
    needs: AMERICAN,
  },
  {
    name: 'a US presidential election',
    pattern: /\bpresidential election\b/,
    from: [11, 2],
    to: [11, 8],
    isYear: (year) => year % 4 === 0,
    needs: AMERICAN,
  },
  {
    name: 'US midterm elections',
    pattern: /\bmidterm elections?\b/i,
    from: [11, 2],
    to: [11, 8],
    isYear: (year) => year % 4 === 2,
    needs: AMERICAN,
  },
  { name: 'the World Economic Forum', pattern: /\bWorld Economic Forum|\bin Davos\b/, from: [1, 15], to: [1, 26] },
  {
    name: 'the announcement of the Nobel prizes',
    pattern: /\bNobel\b.{0,30}\b(?:prize|laureate|announce)/i,
    from: [10, 1],
    to: [10, 14],
  },
  { name: 'Thanksgiving', pattern: /\bThanksgiving\b/, from: [11, 22], to: [11, 28], needs: AMERICAN },
  { name: 'Christmas', pattern: /\bChristmas\b/, from: [12, 24], to: [12, 26] },
  { name: 'the New Year', pattern: /\bNew Year[’'s]{0,2}\b/, from: [12, 31], to: [1, 2] },
]

const REPORTING =
  '(?:said|says|told [\\w ]{1,24}|announced|reported|confirmed|stated|declared|warned|added|unveiled|revealed|disclosed|ruled|approved|signed|released|launched|died|arrived|resigned|voted)'
const REPORTED = new RegExp(`\\b${REPORTING},? (?:on |early |late )?(${WEEKDAY})\\b`, 'g')
const ANY_WEEKDAY = new RegExp(`\\b(?:(every|each|last|next|this coming) )?(${WEEKDAY})(s?)\\b`, 'g')
const DAY_OF_MONTH = new RegExp(
  `\\b(${MONTH})\\b\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:\\s?(?:to|-|–|and|through) (?:${MONTH}\\b\\.? )?(\\d{1,2})\\b)?(?!,? (?:19|20)\\d\\d|[\\d:%]|,\\d)|(?<![\\d.,$€£¥])\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})\\b(?!,? (?:19|20)\\d\\d)`,
  'g',
)
const MONTH_ALONE = new RegExp(
  `\\b(?:(?:in|since|from|until|by|during|before|after|of|last|next|this|as of|through) )?(early |late |mid-|the (?:beginning|middle|end) of )?(${MONTH})\\b\\.?(?!\\.? ?\\d)`,
  'g',
)
const YEAR_MENTION =
  /\b(?:in|by|until|for|during|since|of|before|through|throughout|from|early|late|mid-?) ?(?:the )?((?:19|20)\d{2})\b/g
const RELATION = /\b(?:(last|next|this) (week|month)|(earlier|later) this (week|month))\b/g

const FUTURE_CUE =
  /\b(?:will|shall|to be|(?:is|are|was|were) (?:\w+ )?to|expect\w*|plan(?:s|ned|ning| to)|schedul\w+|set (?:to|for)|due|start(?:ing|s)|begin(?:ning|s)|next|later|upcoming|coming|would|may|might|could|ahead of|proposed|intend\w*|aim\w*|hop(?:es|ing)|goal|target\w*|arrang\w+|slated|until|by)\b/gi
const PAST_CUE =
  /\b(?:said|told|was|were|had|has|have|did|took|made|held|met|won|lost|began|started|ended|came|went|since|last|earlier|ago|after|previous(?:ly)?|former|returned|returning|[a-z]{3,}(?:[^e\W]ed|ied|ned|red|sed|ted|ced|ged|ved|ked|led))\b/gi

/** How much of a text is read for clues, and how many are used: enough for any news article, a bound for all else. */
const LONGEST = 20_000
const MOST = 40

/** The clues in a text, in no particular order. Linear in the length read. */
export function cluesIn(text: string): Clue[] {
  const read = text.slice(0, LONGEST)
  const reported = reportedWeekdays(read)
  return [...reported, ...weekdays(read), ...stretches(read), ...years(read), ...events(read)].slice(0, MOST)
}

function reportedWeekdays(text: string): Clue[] {
  return [...text.matchAll(REPORTED)].map((m) => ({
    kind: 'reported weekday',
    words: m[0],
    weekday: weekdayNumber(m[1] ?? ''),
  }))
}

function weekdays(text: string): Clue[] {
  const reportedAt = [...text.matchAll(REPORTED)].map((m) => m.index + m[0].length)
  const clues: Clue[] = []
  for (const match of text.matchAll(ANY_WEEKDAY)) {
    const [, before, name, plural] = match
    const end = match.index + match[0].length
    if (plural || before === 'every' || before === 'each' || reportedAt.includes(end)) continue
    const tense = tenseAt(text, match.index, end)
    if (tense)
      clues.push({ kind: 'weekday', words: wordsAt(text, match.index, end), weekday: weekdayNumber(name ?? ''), tense })
  }
  return clues
}

function stretches(text: string): Clue[] {
  const clues: Clue[] = []
  for (const m of text.matchAll(DAY_OF_MONTH)) {
    const end = m.index + m[0].length
    const tense = tenseAt(text, m.index, end)
    const [month, fromDay, toDay] = [
      monthNumber(m[1] ?? m[5] ?? ''),
      Number(m[2] ?? m[4]),
      Number(m[3] ?? m[2] ?? m[4]),
    ]
    if (tense && fromDay >= 1 && fromDay <= toDay && toDay <= 31)
      clues.push({ kind: 'stretch', words: m[0], tense, month, fromDay, toDay, exact: true })
  }
  for (const m of text.matchAll(MONTH_ALONE)) {
    const name = m[2] ?? ''
    // "May" alone is a verb more often than a month, "march" and "august" are words of their own.
    if (/^(?:May|March)$/.test(name) && !m[1] && m[0] === name) continue
    const end = m.index + m[0].length
    const tense = tenseAt(text, m.index, end)
    if (tense)
      clues.push({
        kind: 'stretch',
        words: m[0],
        tense,
        month: monthNumber(name),
        ...partOfMonth(m[1] ?? ''),
        exact: false,
      })
  }
  return clues
}

/** Early 1..10, mid 11..20, late 21..end: the conventions of the extraction. */
const partOfMonth = (words: string): { fromDay: number; toDay: number } =>
  /early|beginning/.test(words)
    ? { fromDay: 1, toDay: 10 }
    : /mid/.test(words)
      ? { fromDay: 11, toDay: 20 }
      : /late|end/.test(words)
        ? { fromDay: 21, toDay: 31 }
        : { fromDay: 1, toDay: 31 }

function years(text: string): Clue[] {
  const clues: Clue[] = []
  for (const m of text.matchAll(YEAR_MENTION)) {
    const end = m.index + m[0].length
    const tense = tenseAt(text, m.index, end)
    if (!tense) continue
    const before = text.slice(Math.max(0, m.index - 30), end)
    const half = /\b(?:second|latter|last) half of (?:the )?\d{4}$/.test(before)
      ? 2
      : /\bfirst half of (?:the )?\d{4}$/.test(before)
        ? 1
        : 0
    const [fromMonth, toMonth] = half === 2 ? [7, 12] : half === 1 ? [1, 6] : [1, 12]
    clues.push({ kind: 'year', words: m[0], tense, year: Number(m[1]), fromMonth, toMonth })
  }
  return clues
}

function events(text: string): Clue[] {
  const clues: Clue[] = []
  for (const match of text.matchAll(RELATION)) {
    const relation = (match[3] ? `this ${match[4]}` : `${match[1]} ${match[2]}`) as Relation
    const { from, to } = sentenceAround(text, match.index, match.index + match[0].length)
    const sentence = text.slice(from, to)
    for (const event of EVENTS) {
      const found = event.pattern.exec(sentence)
      if (found && (!event.needs || event.needs.test(text)))
        clues.push({ kind: 'event', words: `${match[0]} … ${found[0]}`, relation, event })
    }
  }
  return clues
}

/** Past or future, by the cue nearest before the words in their sentence, else by the first one after them. */
function tenseAt(text: string, start: number, end: number): Tense | null {
  const { from, to } = sentenceAround(text, start, end)
  const left = text.slice(from, start + 8)
  const [futureEnd, pastEnd] = [lastEnd(left, FUTURE_CUE), lastEnd(left, PAST_CUE)]
  // "expected" and "planned" look like past forms too: on a tie the future wins.
  if (futureEnd >= 0 || pastEnd >= 0) return futureEnd >= pastEnd ? 'future' : 'past'
  const right = text.slice(end, to)
  const [future, past] = [firstStart(right, FUTURE_CUE), firstStart(right, PAST_CUE)]
  return future === past ? null : future < past ? 'future' : 'past'
}

function lastEnd(text: string, cue: RegExp): number {
  let at = -1
  for (const match of text.matchAll(cue)) at = match.index + match[0].length
  return at
}

function firstStart(text: string, cue: RegExp): number {
  for (const match of text.matchAll(cue)) return match.index
  return Number.POSITIVE_INFINITY
}

/** The sentence around a span, at most 200 characters to each side; a full stop after one to three letters ends none. */
function sentenceAround(text: string, start: number, end: number): { from: number; to: number } {
  const left = text.slice(Math.max(0, start - 200), start)
  const right = text.slice(end, end + 200)
  let from = start - left.length
  for (const stop of left.matchAll(/(?<=[^\s.]{4})[.!?]["”’']?\s|\n/g))
    from = start - left.length + stop.index + stop[0].length
  const stop = /(?<=[^\s.]{4})[.!?]["”’']?\s|\n/.exec(right)
  return { from, to: end + (stop ? stop.index : right.length) }
}

const wordsAt = (text: string, start: number, end: number): string => {
  const before = /(?:\b(?:on|starting|from|until|by|beginning|before|after|since) )$/.exec(
    text.slice(Math.max(0, start - 12), start),
  )
  return text.slice(start - (before?.[0].length ?? 0), end)
}
