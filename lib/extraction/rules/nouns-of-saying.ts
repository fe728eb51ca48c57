import type { Span } from '@/lib/core/text'
import { contentEnd, opensClause } from './contents'
import {
  ADJECTIVE_PARTICLES,
  ADJECTIVES,
  NOUN_CUES,
  NOUNS_WITH_INFINITIVE,
  NOUNS_WITH_PREPOSITION,
  NOUNS_WITH_THAT,
  PLAIN_ADJECTIVES,
} from './cue-nouns'
import type { FoundAttribution } from './cues'
import type { Passage, Reading } from './passages'
import { isFiniteVerb, isStop } from './phrases'
import { phraseBefore, subjectBefore } from './speakers'
import { isWithinQuote } from './stances'
import { at, type Token } from './tokens'
import { verbOf } from './verbs'
import { BE, HAVE, isAdverb, isAdverbial, wordSet } from './words'

/** "Lind's claim that …", "her call for …", "were critical of …": attributions by a noun or an adjective at token `k`. */
export function nounCueAt(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const token = at(tokens, k)
  const { lower, kind } = token
  if (kind !== 'word' || !NOUN_CUES.holds(token)) return null
  if (ADJECTIVES.holds(token)) return adjective(reading, passage, k)
  const takesThat = NOUNS_WITH_THAT.holds(token)
  const takesInfinitive = NOUNS_WITH_INFINITIVE.holds(token)
  const particles = NOUNS_WITH_PREPOSITION.get(lower)
  if (!takesThat && !takesInfinitive && !particles) return null
  if (isWithinQuote(reading, at(tokens, k))) return null
  const agent = agentBehind(reading, passage, k)
  const link = agent ? agent.last : k + 1
  const next = at(tokens, link).lower
  if (link + 1 >= passage.last) return null
  const isThat = takesThat && next === 'that'
  const isInfinitive = takesInfinitive && next === 'to' && verbOf(at(tokens, link + 1))?.form === 'base'
  if (!isThat && !isInfinitive && !particles?.has(next)) return null
  const speaker = agent?.span ?? ownerBefore(reading, passage, k) ?? holderBefore(reading, passage, k)
  if (!speaker && !isThat) return null
  return toCue(reading, passage, k, isInfinitive ? link : link + 1, speaker, 'attributions/noun')
}

function toCue(
  reading: Reading,
  passage: Passage,
  k: number,
  from: number,
  speaker: Span | null,
  rule: string,
): FoundAttribution | null {
  const { tokens } = reading
  const { start } = at(tokens, from)
  const end = contentEnd(reading, passage, from, opensClause(reading, from, passage.last))
  return end > start
    ? { speaker, cue: { first: k, last: k + 1 }, content: { start, end }, rule, order: 'behind', isAssertion: false }
    : null
}

const AGENTS = wordSet('by from among')

/** "criticism from Lind of …", "concern among voters that …": who stands between the noun and its content. */
function agentBehind(reading: Reading, passage: Passage, k: number): { span: Span; last: number } | null {
  const { tokens } = reading
  if (!AGENTS.holds(at(tokens, k + 1))) return null
  for (let j = k + 2; j < Math.min(passage.last, k + 12); j++) {
    const { lower } = at(tokens, j)
    if (isStop(at(tokens, j))) return null
    if (j > k + 2 && ['that', 'to', 'of', 'about', 'over', 'on', 'for'].includes(lower))
      return { span: { start: at(tokens, k + 2).start, end: at(tokens, j - 1).end }, last: j }
  }
  return null
}

const OWNERS = wordSet('my your his her its our their whose')

/** "Ann Lind's repeated claim": the owner, at most four words before the noun. */
function ownerBefore({ tokens }: Reading, passage: Passage, k: number): Span | null {
  for (let j = k - 1; j >= Math.max(passage.first, k - 5); j--) {
    const token = at(tokens, j)
    if (OWNERS.holds(token)) return { start: token.start, end: token.end }
    if (token.lower === "'s" || ((token.text === "'" || token.text === '’') && at(tokens, j - 1).lower.endsWith('s'))) {
      const first = phraseBefore(tokens, passage.first, j - 1)
      return first === null ? null : { start: at(tokens, first).start, end: at(tokens, j - 1).end }
    }
    if (token.kind === 'mark' || isFiniteVerb(tokens, j)) return null
  }
  return null
}

/** "Lind expressed concern that": the subject of the verb that carries the noun. */
function holderBefore(reading: Reading, passage: Passage, k: number): Span | null {
  const { tokens } = reading
  for (let j = k - 1; j > Math.max(passage.first, k - 6); j--) {
    if (at(tokens, j).kind === 'mark') return null
    if (isFiniteVerb(tokens, j) || isSecondVerb(tokens, j)) return subjectBefore(reading, passage, j)?.span ?? null
  }
  return null
}

/** "has repeated", "is voicing". */
const isSecondVerb = (tokens: readonly Token[], k: number): boolean => {
  const form = verbOf(at(tokens, k))
  const before = at(tokens, k - 1)
  return (
    !!form &&
    form.form !== 'base' &&
    form.form !== 'third' &&
    (HAVE.holds(before) || BE.holds(before) || isAdverbial(before))
  )
}

/** "Lind is [not very] confident that …"; "made clear that …". */
function adjective(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const next = at(tokens, k + 1).lower
  if (!ADJECTIVE_PARTICLES.has(next) || k + 2 >= passage.last || isWithinQuote(reading, at(tokens, k))) return null
  const isPlain = PLAIN_ADJECTIVES.holds(at(tokens, k))
  if (isPlain && !['that', 'about', 'whether', 'if', 'how', 'why'].includes(next)) return null
  const verb = linkingVerb(tokens, passage, k)
  const speaker = verb < 0 ? null : (subjectBefore(reading, passage, verb)?.span ?? null)
  if (!speaker || IMPERSONAL.has(reading.text.slice(speaker.start, speaker.end).toLowerCase())) return null
  const isInfinitive = next === 'to' && verbOf(at(tokens, k + 2))?.form === 'base'
  return toCue(reading, passage, k, isInfinitive ? k + 1 : k + 2, speaker, 'attributions/adjective')
}
const IMPERSONAL = wordSet('it there that this which')
const LINKING = wordSet('remain seem appear sound feel become make grow get')

/** Left over adverbs and "it" to a form of be, "remain", "make". */
function linkingVerb(tokens: readonly Token[], passage: Passage, k: number): number {
  for (let j = k - 1; j >= Math.max(passage.first, k - 5); j--) {
    const { lower } = at(tokens, j)
    if (BE.has(lower)) return j
    if (LINKING.hasBase(verbOf(at(tokens, j)))) return j
    if (
      !isAdverb(lower) &&
      !['very', 'too', 'so', 'more', 'quite', 'it', 'less', 'deeply', 'as', 'been'].includes(lower)
    )
      return -1
  }
  return -1
}
