import type { Change, Modifier } from '../schema'
import { WordMap } from './lexicon'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { wordSet } from './words'

const ABOUT = wordSet(`
  about around roughly approximately some nearly almost circa approx estimated approximate round virtually ~
`)
const MORE = wordSet(`
  over exceeding exceeds exceeded exceed above beyond topping topped surpassing surpassed past >
`)
const LESS = wordSet('under below <')
const COMPARED = new WordMap<Modifier>(
  Object.entries({
    more: 'moreThan',
    greater: 'moreThan',
    higher: 'moreThan',
    larger: 'moreThan',
    better: 'moreThan',
    older: 'moreThan',
    less: 'lessThan',
    fewer: 'lessThan',
    lower: 'lessThan',
    smaller: 'lessThan',
    younger: 'lessThan',
  }),
)
const SKIPPED = wordSet('the a an of additional another extra further')

/** The bound or approximation stated around tokens [start, end) of an amount. */
export function modifierOf(tokens: readonly Token[], start: number, end: number): Modifier {
  let k = start - 1
  while (k > start - 4 && SKIPPED.holds(at(tokens, k))) k--
  const [one, two] = [at(tokens, k).lower, at(tokens, k - 1).lower]
  const three = at(tokens, k - 2).lower
  if (one === 'than') {
    const bound = COMPARED.of(at(tokens, k - 1))
    if (bound && three === 'no') return bound === 'moreThan' ? 'atMost' : 'atLeast'
    if (bound) return bound
  }
  if (one === 'least' && two === 'at') return 'atLeast'
  if (one === 'most' && two === 'at') return 'atMost'
  if (one === 'minimum') return 'atLeast'
  if (one === 'maximum') return 'atMost'
  if (one === 'to' && (two === 'up' || two === 'close')) return two === 'up' ? 'upTo' : 'about'
  if (one === 'as' && (two === 'much' || two === 'many') && three === 'as') return 'upTo'
  if (ABOUT.has(one) || (one === 'like' && (two === 'something' || two === 'more'))) return 'about'
  if (MORE.has(one) && at(tokens, k - 1).lower !== 'just over') return 'moreThan'
  if (LESS.has(one)) return 'lessThan'
  return behind(tokens, end)
}

function behind(tokens: readonly Token[], end: number): Modifier {
  const [one, two] = [at(tokens, end).lower, at(tokens, end + 1).lower]
  if (one === '+') return 'atLeast'
  if (one !== 'or') return 'exact'
  if (['more', 'higher', 'greater', 'above', 'older'].includes(two)) return 'atLeast'
  if (['less', 'fewer', 'lower', 'under', 'younger'].includes(two)) return 'atMost'
  return two === 'so' ? 'about' : 'exact'
}

const UP = wordSet(`
  rise increase grow climb gain jump surge soar raise advance expand rally add boost rebound widen accelerate
  strengthen hike
`)
const DOWN = wordSet(`
  fall drop decline decrease tumble slide plunge shrink slump lose sink shed cut reduce lower slash contract
  weaken slip plummet dip ease narrow dropped slow
`)
const NOUNS = new WordMap<Change>(
  Object.entries({
    up: 'up',
    higher: 'up',
    increase: 'up',
    rise: 'up',
    gain: 'up',
    growth: 'up',
    jump: 'up',
    surge: 'up',
    hike: 'up',
    down: 'down',
    lower: 'down',
    decrease: 'down',
    decline: 'down',
    drop: 'down',
    fall: 'down',
    cut: 'down',
    reduction: 'down',
    loss: 'down',
  }),
)
/** Behind "3.4 percent, up …" or "…, down …". */
const COMPARES = wordSet('from on by against compared')
const LINKS = wordSet(`
  by about around nearly almost some roughly at least more than to another a the an further only just over up
  as much less approximately of estimated in sharply slightly
`)

/** "make up 80 percent", "saved up", "set up": no rise. */
const isPhrasal = (tokens: readonly Token[], i: number): boolean => PHRASAL.hasBase(verbOf(at(tokens, i)))
const PHRASAL = wordSet(
  'make save set end show give take pick put sign come wind rack free use hold turn bring build back split sum open',
)

/** "up 3 percent", "up at least 3": not "showed up at the". */
const isAtLeast = (tokens: readonly Token[], i: number): boolean =>
  at(tokens, i).lower !== 'at' || at(tokens, i + 1).lower === 'least'

/** A verb of rising or falling up to three words before token `i`: "rose in May from 3.1 to 3.4". */
export function isChanging(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= i - 4 && k >= 0; k--) {
    const verb = verbOf(at(tokens, k))
    if (UP.hasBase(verb) || DOWN.hasBase(verb) || verb?.base === 'go' || verb?.base === 'move') return true
  }
  return false
}

/** Whether the amount is stated as a rise or a fall: the verb up to a few linking words before, or the noun right behind. */
export function changeOf(tokens: readonly Token[], start: number, end: number, unit: string): Change | null {
  if (unit === 'ordinal' || unit.endsWith('(age)')) return null
  for (let k = start - 1; k >= start - 6 && k >= 0; k--) {
    const token = at(tokens, k)
    const { lower } = token
    if (lower === 'up' && at(tokens, k + 1).lower === 'to') continue
    if (lower === 'up' || lower === 'down') return isAtLeast(tokens, k + 1) && !isPhrasal(tokens, k - 1) ? lower : null
    const verb = verbOf(token)
    if (verb?.base === 'raise' && at(tokens, k + 1).lower !== 'by' && /^[A-Z]{3}/.test(unit)) return null
    if (UP.hasBase(verb) && verb?.base !== 'add') return 'up'
    if (DOWN.hasBase(verb)) return 'down'
    const change = NOUNS.of(token)
    if (change) return change
    if (!LINKS.holds(token)) break
  }
  const next = at(tokens, end)
  const then = at(tokens, end + 1).lower
  if (next.lower === ',' && (then === 'up' || then === 'down') && COMPARES.holds(at(tokens, end + 2))) return then
  return unit.startsWith('percent') ? (NOUNS.of(next) ?? null) : null
}
