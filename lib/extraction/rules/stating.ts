import { isBeForm } from './auxiliaries'
import { isOpeningMark } from './phrases'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { isAdverbial, wordSet } from './words'

/** Acts of speech: the checkable point of such a clause is that its subject did say so, and its subject is the speaker. */
export const STATING = wordSet(`
  accuse advise allege announce apologize applaud argue assail assert assure bemoan blame blast boast brand castigate caution
  chide claim class commend complain concede condemn congratulate contend criticize decry defend demand denounce deny deride
  describe downplay dub emphasize exhort express hail implore insist label lambaste lament laud mock pledge praise
  predict reaffirm rebuke recommend reference reiterate reject slam stress tout underline underscore urge voice vow warn
  welcome attribute characterize confirm link insinuate dispute
`)
/** Acts of speech only with one of these words behind them. */
const WITH: Readonly<Record<string, ReadonlySet<string>>> = {
  rule: wordSet('out'),
  call: wordSet('for on'),
  hit: wordSet('back'),
  lash: wordSet('out'),
  question: wordSet('whether why how if the'),
  point: wordSet('to out'),
  dismiss: wordSet('as'),
}
const REACH = 4

/** Whether the verb at token `verb`, or the one its auxiliaries belong to, is an act of speech of its subject. */
export function isStating(tokens: readonly Token[], verb: number, last: number): boolean {
  for (let k = verb; k < Math.min(last, verb + REACH); k++) {
    const form = verbOf(at(tokens, k))
    if (!form || isOpeningMark(at(tokens, k - 1))) continue
    if (!STATING.has(form.base) && !isWithParticle(tokens, k, last, form.base) && !isNaming(tokens, k, last, form.base))
      continue
    return !(form.form === 'pastOrParticiple' && k > verb && isBeBefore(tokens, k))
  }
  return false
}

const isBeBefore = (tokens: readonly Token[], k: number): boolean => {
  let j = k - 1
  while (isAdverbial(at(tokens, j))) j--
  return isBeForm(tokens, j) || at(tokens, j).lower === 'been' || at(tokens, j).lower === 'be'
}

const isWithParticle = (tokens: readonly Token[], k: number, last: number, base: string): boolean =>
  k + 1 < last && Object.hasOwn(WITH, base) && !!WITH[base]?.has(at(tokens, k + 1).lower)

const NAMED = wordSet('a an the his her its their')
/** "called the plan a sham", "called it “reckless”": what is called, and what it is called. */
function isNaming(tokens: readonly Token[], k: number, last: number, base: string): boolean {
  if (base !== 'call') return false
  for (let j = k + 2; j < Math.min(last, k + 10); j++) {
    const token = at(tokens, j)
    if (isOpeningMark(token) && token.text !== '(') return true
    if (token.kind === 'mark') return false
    if (NAMED.holds(token)) return j > k + 1
  }
  return false
}
