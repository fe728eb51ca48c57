/**
 * npm run bench:extract [-- --rounds N]: how many articles of 490 words one core reads in a second, for each stage, beside
 * Intl.Segmenter and chrono-node alone on the same texts in the same run. Compare the ratios: the figures themselves
 * depend on the machine and on what else it does.
 */
import { parseArgs } from 'node:util'
import * as chrono from 'chrono-node'
import { extract } from '@/lib/extraction/rules'
import { readAttributions } from '@/lib/extraction/rules/attributions'
import { readText } from '@/lib/extraction/rules/passages'
import { readQuantities } from '@/lib/extraction/rules/quantities'
import { readTimes } from '@/lib/extraction/rules/times'
import { ALONE, worthInCompany } from '@/lib/extraction/rules/worthiness'
import * as inbox from '@/seeds/articles/inbox'
import * as town from '@/seeds/articles/town'
import * as trade from '@/seeds/articles/trade'
import { calendarOf } from '@/seeds/calendar'
import { datesOf } from '@/seeds/dates'

const WORDS = 490
const TODAY = '2026-01-15'

type Article = { text: string; publishedOn: string; now: Date }

/** Articles of the demo, cut and joined to 490 words each: every one begins at another paragraph. */
function articlesOfDemo(): Article[] {
  const dates = datesOf(calendarOf(TODAY))
  const paragraphs = [...Object.values(trade), ...Object.values(town), ...Object.values(inbox)].flatMap((make) =>
    make(dates).text.split('\n\n'),
  )
  return paragraphs.map((_, start) => {
    const chosen: string[] = []
    let words = 0
    for (let k = start; words < WORDS; k++) {
      const own = (paragraphs[k % paragraphs.length] ?? '').split(' ').slice(0, WORDS - words)
      words += own.length
      chosen.push(own.join(' '))
    }
    return { text: chosen.join('\n\n'), publishedOn: TODAY, now: new Date(`${TODAY}T12:00:00Z`) }
  })
}

const STAGES = [
  'sentences',
  'times',
  'quantities',
  'attributions',
  'worthiness',
  'all',
  'chrono-node',
  'Intl.Segmenter',
]

/** One article through each stage; adds the milliseconds that each took. */
function run(
  { text, publishedOn, now }: Article,
  segmenter: Intl.Segmenter,
  add: (stage: number, from: number) => void,
) {
  let from = performance.now()
  const lap = (stage: number) => {
    add(stage, from)
    from = performance.now()
  }
  const reading = readText(text)
  lap(0)
  const { tokens, passages } = reading
  const times = readTimes({ text, tokens, said: publishedOn, country: null, sentences: passages })
  lap(1)
  const quantities = readQuantities({ text, tokens, country: null, dates: times.filter((time) => time.isDate) })
  lap(2)
  for (const passage of passages) readAttributions(reading, passage)
  lap(3)
  let company = ALONE
  for (const { first, last, isQuestion } of passages)
    company = worthInCompany(
      { tokens, first, last, quantities, hasPastDate: false, hasDue: false, isQuestion },
      company,
    ).company
  lap(4)
  extract({ text, publishedOn })
  lap(5)
  chrono.parse(text, now)
  lap(6)
  for (const _ of segmenter.segment(text));
  lap(7)
}

/** Milliseconds of each stage, for one round over all articles. */
function roundOver(articles: readonly Article[]): number[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const spent = STAGES.map(() => 0)
  for (const article of articles)
    run(article, segmenter, (stage, from) => {
      spent[stage] = (spent[stage] ?? 0) + performance.now() - from
    })
  return spent
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } })
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 1)
const articles = articlesOfDemo()
for (let k = 0; k < 5; k++) roundOver(articles)
const before = process.memoryUsage()
const measured = Array.from({ length: rounds }, () => roundOver(articles))
const after = process.memoryUsage()

const best = STAGES.map((_, stage) => Math.min(...measured.map((round) => round[stage] ?? Number.NaN)))
const middle = STAGES.map((_, stage) => median(measured.map((round) => round[stage] ?? Number.NaN)))
/** What the stages before it leave of one. */
const restOf = (spent: readonly number[], stage: number): number =>
  spent.slice(0, stage).reduce((left, part) => left - part, spent[stage] ?? Number.NaN)
const perSecond = (spent: number): number => (articles.length / spent) * 1000
const line = (name: string, least: number, middle: number) =>
  [
    name.padEnd(16),
    Math.round(perSecond(least)).toLocaleString('en').padStart(10),
    Math.round(perSecond(middle)).toLocaleString('en').padStart(10),
    ((best[6] ?? Number.NaN) / least).toFixed(2).padStart(12),
    ((best[7] ?? Number.NaN) / least).toFixed(2).padStart(16),
  ].join('')
console.log(
  `${articles.length} articles of ${WORDS} words, ${rounds} rounds, Node ${process.versions.node}, one core\n`,
)
console.log(`${'articles/s'.padEnd(16)}      best    median   x chrono-node  x Intl.Segmenter`)
for (const [stage, name] of STAGES.entries()) {
  if (name === 'all') {
    console.log(line('claims (rest)', restOf(best, stage), restOf(middle, stage)))
  }
  console.log(line(name, best[stage] ?? Number.NaN, middle[stage] ?? Number.NaN))
}
console.log(
  `\nMemory before and after: heap ${megabytes(before.heapUsed)}, ${megabytes(after.heapUsed)}; resident ${megabytes(before.rss)}, ${megabytes(after.rss)}`,
)
