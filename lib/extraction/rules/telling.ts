import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { finiteIn } from './phrases'
import { isShare } from './polls'
import { nextStop } from './stretches'
import { clauseVerb } from './subjects'
import { at, firstTokenFrom, isCapitalized, type Token } from './tokens'
import { verbOf } from './verbs'
import { COORDINATORS, isAdverbial, PREPOSITIONS, RELATIVES, SUBORDINATORS, wordSet } from './words'

/**
 * Whether what an attribution holds is told with it. Not when its "speaker" is part of another phrase ("from those
 * numbers which confirmed …") or a share of those who were asked, nor in a time clause that the sentence goes on from ("When Lind said that …, Mora left").
 */
export function isTelling({ tokens }: Reading, passage: Passage, one: FoundAttribution): boolean {
  const { speaker, cue, order, rule } = one
  if (speaker && isPhrase(tokens, firstTokenFrom(tokens, speaker.start))) return false
  if (speaker && isShare(tokens, firstTokenFrom(tokens, speaker.start), firstTokenFrom(tokens, speaker.end)))
    return false
  if (order === 'behind' && (isObject(tokens, passage, one) || isBelow(tokens, passage, one))) return false
  if (rule === 'attributions/as-told') return true
  if (order !== 'behind' || !TIMING.holds(at(tokens, passage.first))) return true
  const comma = nextStop(tokens, passage.first, passage.last)
  if (comma < cue.first) return true
  return clauseVerb(tokens, nextStop(tokens, cue.last, passage.last), passage.last) < 0
}
/** A preposition opens it; but "Per Dahl" is a name. */
const isPhrase = (tokens: Reading['tokens'], first: number): boolean =>
  PREPOSITIONS.holds(at(tokens, first)) && !(at(tokens, first).text === 'Per' && isCapitalized(at(tokens, first + 1)))

/** "the third time Lind said it leaked", "if Lind says it leaks": told of a noun, or only supposed. */
function isBelow(tokens: Reading['tokens'], passage: Passage, { speaker }: FoundAttribution): boolean {
  const first = speaker ? firstTokenFrom(tokens, speaker.start) : passage.first
  if (first <= passage.first) return false
  const before = at(tokens, first - 1)
  if (SUPPOSING.holds(before)) return true
  return isNoun(before) && finiteIn(tokens, passage.first, first) >= 0 && !TIMING.holds(at(tokens, passage.first))
}
const SUPPOSING = wordSet('if unless whether')
const isNoun = (token: Token): boolean =>
  token.kind === 'word' &&
  !token.isCapitalized &&
  !PREPOSITIONS.holds(token) &&
  !COORDINATORS.holds(token) &&
  !SUBORDINATORS.holds(token) &&
  !RELATIVES.holds(token) &&
  !isAdverbial(token) &&
  verbOf(token) === null

/** "claimed victory as the count ended": what was claimed is no clause, whatever clause stands behind it. */
function isObject(tokens: Reading['tokens'], passage: Passage, { cue, content }: FoundAttribution): boolean {
  if (!TAKING.hasBase(verbOf(at(tokens, cue.first)))) return false
  const first = firstTokenFrom(tokens, content.start)
  if (at(tokens, first - 1).lower === 'that' || at(tokens, first).kind === 'mark') return false
  return first < passage.last && clauseVerb(tokens, first - 1, passage.last) < 0
}
const TAKING = wordSet('claim report find show announce confirm reveal testify write note repeat declare')

const TIMING = wordSet('when after before once as if since while although though')
