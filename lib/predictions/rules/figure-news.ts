import type { Day } from '@/lib/core/days'
import { isWithin, type Window } from '@/lib/core/windows'
import type { Figure } from '@/lib/evidence/rules'
import type { NewsRelation } from '../schema'
import { foundFigure } from './figure-reading'
import { figureWords, type Target } from './figures'
import { compareValues } from './resolution'

/** The prediction and the later statement as far as figures go: see `WatchedPrediction` and `LaterStatement`. */
type Predicted = { target: Target; window: Window; isNegated: boolean }
type Later = {
  kind: string
  window: Window | null
  isNegated: boolean
  publishedOn: Day
  times: readonly Window[]
  figures: readonly Figure[]
}
type FigureNews = { relation: NewsRelation; window: Window | null; hasHappened: boolean; words: string }

/**
 * What a later statement says of a predicted figure: the same within its tolerance, or another one. `another`: it gives a
 * figure of the same unit, of another time and not the one predicted; null where it gives none that can be compared. The caller
 * has made sure that both speak of the same measure.
 */
export function figureNews({ target, window, isNegated }: Predicted, later: Later): FigureNews | 'another' | null {
  if (isNegated || later.isNegated) return null
  const comparable = later.figures.flatMap((figure) => comparedTo(target, figure))
  const [found] = comparable
  if (found === undefined || comparable.length > 1) return null
  const period = [...(later.window ? [later.window] : []), ...later.times].find(
    (time) => time.to === window.to && (isWithin(time, window) || isWithin(window, time)),
  )
  if (period === undefined) return found.isMet ? null : 'another'
  const isTold = later.kind !== 'prediction' && period.to <= later.publishedOn
  const verb = isTold ? 'gives' : 'says'
  const predicted = figureWords({ value: target.targetValue, valueTo: null, unit: target.targetUnit })
  const none = { window: isTold && found.isMet ? period : null, hasHappened: isTold && found.isMet }
  return found.isMet
    ? { ...none, relation: 'confirms', words: `${verb} ${found.words}; ${bound(target)}${predicted} was predicted` }
    : {
        ...none,
        relation: 'contradicts',
        words: `${verb} ${found.words} where ${bound(target)}${predicted} was predicted`,
      }
}

/** Whether a figure meets the predicted one; none where the units differ, or what it leaves open would decide. */
function comparedTo(target: Target, figure: Figure): { isMet: boolean; words: string }[] {
  const value = foundFigure(figure)
  if (value === null) return []
  const { state } = compareValues(target, value)
  return state === 'met' || state === 'missed' ? [{ isMet: state === 'met', words: figure.text }] : []
}

const BOUNDS = {
  equal: '',
  at_least: 'at least ',
  at_most: 'at most ',
  more_than: 'more than ',
  less_than: 'less than ',
}
const bound = ({ comparator }: Target): string => BOUNDS[comparator]
