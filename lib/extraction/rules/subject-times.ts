import { isDayName } from './contents'
import { at, type Token } from './tokens'
import { PREPOSITIONS, wordSet } from './words'

/** Times at the edges of a subject, which are none of it. */

const WHICH_TIME = wordSet('this last next')
const SPANS = wordSet('week month year night morning weekend spring summer fall autumn winter')

/** "Lind on Monday said", "Lind this week said": the subject ends before the time. */
export function beforeTime(tokens: readonly Token[], last: number): number {
  if (SPANS.holds(at(tokens, last)) && WHICH_TIME.holds(at(tokens, last - 1))) return last - 2
  if (!isDayName(at(tokens, last))) return last
  return at(tokens, last - 1).lower === 'on' ? last - 2 : last - 1
}

const OPENS_TIME = wordSet('in on at after during since last this by for over within')
const TIME_NOUNS = wordSet(`
  week weeks month months day days year years morning night evening afternoon hour hours decade decades weekend
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
`)

/** "In the next eight weeks the board …", "On Monday Lind …": a time before the subject is none of it. */
export function behindTime(tokens: readonly Token[], first: number, last: number): number {
  if (!OPENS_TIME.holds(at(tokens, first))) return first
  for (let k = first; k < last; k++) {
    const isYear = at(tokens, k).kind === 'number' && at(tokens, k).text.length === 4
    if (
      (isYear || TIME_NOUNS.holds(at(tokens, k))) &&
      !PREPOSITIONS.holds(at(tokens, k + 1)) &&
      at(tokens, k + 1).kind === 'word'
    )
      return k + 1
  }
  return first
}
