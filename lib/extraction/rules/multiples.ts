import type { AmountReading } from './amount'
import { WordMap } from './lexicon'
import { readNumber } from './numbers'
import { at, isDash, type Token } from './tokens'
import { wordSet } from './words'

/** Verbs that state a factor. */
// biome-ignore format: a table
const FACTORS = new WordMap<number>(Object.entries({
  doubled: 2, doubling: 2, tripled: 3, tripling: 3, trebled: 3, trebling: 3, quadrupled: 4, quadrupling: 4, quintupled: 5, halved: 0.5, halving: 0.5,
  twofold: 2, threefold: 3, fourfold: 4, fivefold: 5, sixfold: 6, sevenfold: 7, eightfold: 8, ninefold: 9, tenfold: 10, hundredfold: 100,
}))
export const FACTOR_WORDS = [...FACTORS.keys(), 'twice', 'double', 'triple']
const MEASURED = wordSet('as the what its their his her that')
const REDOUBLED = wordSet('down efforts over up')

/** "doubled", "a twofold rise", "10-fold", "twice as many": how many times as much, or null. */
export function readMultiple(tokens: readonly Token[], i: number): AmountReading | null {
  const token = at(tokens, i)
  const { lower } = token
  const next = at(tokens, i + 1)
  const factor = FACTORS.of(token)
  if (factor !== undefined && !REDOUBLED.holds(next)) return multiple(i, i + 1, factor)
  if ((lower === 'twice' || lower === 'double' || lower === 'triple') && MEASURED.holds(next))
    return multiple(i, i + 1, lower === 'triple' ? 3 : 2)
  const number = readNumber(tokens, i)
  if (!number || number.isFraction) return null
  const gap = isDash(at(tokens, number.end)) ? 1 : 0
  return at(tokens, number.end + gap).lower === 'fold' ? multiple(i, number.end + gap + 1, number.value) : null
}

const multiple = (start: number, end: number, value: number): AmountReading => ({
  start,
  end,
  value,
  low: null,
  high: null,
  unit: 'times',
  rule: 'quantities/multiple',
})
