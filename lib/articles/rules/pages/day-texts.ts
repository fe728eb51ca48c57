import { type Day, makeDay } from '@/lib/core/days'
import { datesIn } from '../cleaning-dates'

/** A day as a page's markup or text writes it. `isUtc`: a time in UTC, so that readers elsewhere saw the day before or after. */
export type MarkedDay = { day: Day; isUtc: boolean }

const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/
const EPOCH = /^\s*(1\d{9})(?:\d{3})?(?:\.\d+)?\s*$/
const UTC = /(?:\bGMT|\bUTC|Z|\+0000)\s*$/

/**
 * The day a machine-readable field names: ISO 8601, RFC 2822, compact, seconds or milliseconds since 1970, else any
 * date written in words. `dayFirst` decides 03/04/2025; null reads neither way unless only one is in the calendar.
 */
export function readMarkedDay(value: string, dayFirst: boolean | null): MarkedDay | null {
  const text = value.slice(0, 200)
  const parts = ISO.exec(text) ?? COMPACT.exec(text)
  if (parts) {
    const day = makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    const zone = parts[6] ?? ''
    return day && isPlausible(day) ? { day, isUtc: /^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(zone) } : null
  }
  const seconds = EPOCH.exec(text)
  if (seconds) {
    const day = new Date(Number(seconds[1]) * 1000).toISOString().slice(0, 10)
    return isPlausible(day) ? { day, isUtc: true } : null
  }
  const written = daysInText(text, dayFirst)[0]
  return written ? { day: written, isUtc: UTC.test(text) } : null
}

/** The web is not older, and no archive dates a page so far ahead. */
const isPlausible = (day: Day): boolean => day >= '1992-01-01' && day <= '2099-12-31'

/** Month names in the languages that news is written in, without accents' variants: "septiembre" -> 9. */
const MONTH_NAMES = monthNames(
  'de fr es it pt nl da sv nb fi pl cs sk hu ro hr sr sl bg ru uk el tr id ms vi ca eu gl lt lv et sq'.split(' '),
)

function monthNames(locales: readonly string[]): Map<string, number> {
  const names = new Map<string, number>()
  for (const locale of locales)
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
      const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const instant = Date.UTC(2024, month - 1, 1)
        const genitive = inDate.formatToParts(instant).find((part) => part.type === 'month')?.value ?? ''
        for (const name of [alone.format(instant), genitive]) {
          const key = monthKey(name)
          if (/^\p{L}{3,}$/u.test(key) && !names.has(key)) names.set(key, month)
        }
      }
    }
  return names
}

function monthKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

const DAY_MONTH_YEAR =
  /(?<![\p{L}\d])(\d{1,2})(?:\.|º|er|e|-?го)?[\s-]+(?:de |d[’'])?(\p{L}{3,12})\.?,?[\s-]+(?:de |del )?((?:19|20)\d{2})(?!\d)/gu
const MONTH_DAY_YEAR = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})\.?,?\s+((?:19|20)\d{2})(?!\d)/gu
const KOREAN = /((?:19|20)\d{2})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일/g

/** The full dates (with a year) that a text writes, in its order, in English and the languages of MONTH_NAMES. */
export function daysInText(text: string, dayFirst: boolean | null): Day[] {
  const found: { at: number; day: Day }[] = []
  const add = (at: number, day: Day | null) => {
    if (day && isPlausible(day)) found.push({ at, day })
  }
  for (const date of datesIn(text, dayFirst)) add(date.start, date.year === null ? null : date.day)
  for (const match of text.matchAll(DAY_MONTH_YEAR)) add(match.index, inWords(match[3], match[2], match[1]))
  for (const match of text.matchAll(MONTH_DAY_YEAR)) add(match.index, inWords(match[3], match[1], match[2]))
  for (const match of text.matchAll(KOREAN))
    add(match.index, makeDay(Number(match[1]), Number(match[2]), Number(match[3])))
  return found.sort((a, b) => a.at - b.at).map(({ day }) => day)
}

const inWords = (year = '', month = '', dayOfMonth = ''): Day | null =>
  makeDay(Number(year), MONTH_NAMES.get(monthKey(month)) ?? 0, Number(dayOfMonth))

const IN_PATH = /(?:^|[/_.-])((?:19|20)\d{2})(?:[/_.-](\d{1,2})[/_.-](\d{1,2})|(\d{2})(\d{2}))(?=[/_.-]|$)/g
const MONTH_IN_PATH = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})\//i
const SHORT_MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The day in an address such as /2019/05/23/story or /2020-04-07-story; null when it names none or only a month. */
export function dayInAddress(url: string): Day | null {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const named = MONTH_IN_PATH.exec(path)
  if (named)
    return makeDay(Number(named[1]), SHORT_MONTHS.indexOf((named[2] ?? '').toLowerCase()) / 3 + 1, Number(named[3]))
  for (const match of path.matchAll(IN_PATH)) {
    const day = makeDay(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]))
    if (day && isPlausible(day)) return day
  }
  return null
}
