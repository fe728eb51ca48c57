import { statedFigures } from '@/lib/evidence/rules/proposing'
import { extract } from '@/lib/extraction/rules'
import { newsKeys } from '@/lib/predictions/rules/event-words'
import { keepTelling, newsOf } from '@/lib/predictions/rules/news'
import { A } from './news-pairs/a'
import { B } from './news-pairs/b'
import type { NewsPair } from './news-pairs/pair'

const HALVES = { a: A, b: B }

/** What the desk would be told of a sentence of a later article: the relations, as `find_news` finds them. */
function relationsIn(prediction: NewsPair, text: string, publishedOn: string): string[] {
  const { saidOn, window, isNegated = false, target = null } = prediction
  const keys = new Set(newsKeys(prediction.text, target !== null))
  const found = extract({ text, publishedOn, country: 'GB' }).claims.flatMap(({ quote, kind, due, isNegated: not }) => {
    const { times, quantities } = extract({ text: quote, publishedOn, country: 'GB' })
    const figures = statedFigures(quantities)
    if (!newsKeys(quote, quantities.length > 0).some((key) => keys.has(key))) return []
    const later = {
      ...{ texts: [quote], kind, window: due && { from: due.from, to: due.to }, isNegated: not, publishedOn, figures },
      times: times.map(({ from, to }) => ({ from, to })),
    }
    const reading = newsOf({ text: prediction.text, saidOn, window, isNegated, target }, later)
    return reading ? [{ reading }] : []
  })
  return keepTelling(found).map(({ reading }) => reading.relation)
}

export type Measured = {
  /** Statements that should be suggested, those that are, and with the right relation; near misses, and those suggested. */
  wanted: number
  found: number
  right: number
  near: number
  wrong: number
  precision: number
  recall: number
  misses: string[]
}

export function measure(half: keyof typeof HALVES): Measured {
  const sums = { wanted: 0, found: 0, right: 0, near: 0, wrong: 0 }
  const misses: string[] = []
  for (const prediction of HALVES[half])
    for (const [text, publishedOn, relation] of prediction.later) {
      const told = relationsIn(prediction, text, publishedOn)
      if (relation === null) {
        sums.near++
        if (told.length > 0) sums.wrong++
      } else {
        sums.wanted++
        if (told.length > 0) sums.found++
        if (told.includes(relation)) sums.right++
      }
      if ((relation ?? '') !== told.join())
        misses.push(`${relation ?? 'nothing'}, told ${told.join() || 'nothing'}: ${text}`)
    }
  const { wanted, found, wrong } = sums
  return { ...sums, precision: found / Math.max(1, found + wrong), recall: found / wanted, misses }
}
