import type { Span } from '@/lib/core/text'
import { contentEnd, opensClause } from './contents'
import type { FoundAttribution } from './cues'
import { type Passage, quotationAt, type Reading } from './passages'
import { finiteIn, isFiniteVerb, isOpeningMark, isStop } from './phrases'
import { type Stance, stanceOf } from './stance-words'
import { behindCue, subjectBefore } from './speakers'
import { at, isCapitalized, type Token } from './tokens'
import { type VerbForm, verbForm } from './verbs'
import { BE, COORDINATORS, DO, HAVE, isAdverb, MODALS, PREPOSITIONS, wordSet } from './words'

type Voice = 'active' | 'passive' | 'participle'

const INTERROGATIVES = wordSet('that whether how why what who if when where')
const BEFORE_PARTICIPLE = wordSet('by for after before while when in of and from without despite , with')
const AUXILIARY_BE = wordSet('get gets got getting')

/** Verbs of stance at token `k`: who criticizes, endorses, wants, plans or fears what. Never an assertion of its content. */
export function stanceAt(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const token = at(tokens, k)
  if (token.kind !== 'word') return null
  const form = verbForm(token.lower)
  const stance = form && stanceOf(form.base)
  if (!form || !stance || isWithinQuote(reading, token)) return null
  const voice = voiceAt(tokens, k, form.form)
  if (voice === null) return null
  if (voice === 'passive') return passive(reading, passage, k)
  const from = contentOf(reading, passage, k, stance)
  if (from === null) return null
  const speaker =
    voice === 'participle' ? controller(reading, passage, k) : (subjectBefore(reading, passage, k)?.span ?? null)
  if (!speaker) return null
  return toStance(reading, passage, k, from, speaker)
}

function toStance(reading: Reading, passage: Passage, k: number, from: number, speaker: Span | null): FoundAttribution | null {
  const { tokens } = reading
  const end = contentEnd(reading, passage, from, opensClause(reading, from, passage.last))
  const { start } = at(tokens, from)
  if (end <= start) return null
  return {
    speaker,
    cue: { first: k, last: k + 1 },
    content: { start, end },
    rule: 'attributions/stance',
    order: 'behind',
    isAssertion: false,
  }
}

/** Inside a quotation the verbs are the speaker's own words. */
export function isWithinQuote({ quotations }: Reading, token: Token): boolean {
  const quotation = quotationAt(quotations, token.start)
  return quotation !== null && quotation.start < token.start
}

/** How the verb is used, by the word before it; null when it is a noun, an adjective or an infinitive. */
function voiceAt(tokens: readonly Token[], k: number, form: VerbForm): Voice | null {
  let j = k - 1
  while (isAdverb(at(tokens, j).lower)) j--
  const lead = at(tokens, j).lower
  const isAuxiliary = MODALS.has(lead) || DO.has(lead) || HAVE.has(lead)
  const isBe = BE.has(lead) || AUXILIARY_BE.has(lead)
  if (form === 'ing') return isBe ? 'active' : BEFORE_PARTICIPLE.has(lead) ? 'participle' : null
  if (form === 'base') return isAuxiliary || isFiniteVerb(tokens, k) ? 'active' : null
  if (form === 'pastOrParticiple' || form === 'participle') {
    if (isBe && lead !== "'s") return 'passive'
    if (HAVE.has(lead) || lead === "'s") return 'active'
  }
  return isFiniteVerb(tokens, k) ? 'active' : null
}

/** The first token of what the verb takes; null when nothing of that kind follows. */
function contentOf(reading: Reading, passage: Passage, k: number, stance: Stance): number | null {
  const { tokens } = reading
  let j = k + 1
  while (j < passage.last && isAdverb(at(tokens, j).lower)) j++
  if (j >= passage.last) return null
  const next = at(tokens, j)
  if (next.lower === 'to' && verbForm(at(tokens, j + 1).lower)?.form === 'base') return stance.takesTo ? j : null
  if (stance.particles.has(next.lower)) return j + 1 < passage.last ? j + 1 : null
  if (stance.takesClause && INTERROGATIVES.has(next.lower)) return next.lower === 'that' ? j + 1 : j
  if (next.text === ':' || next.text === ',') return isOpeningMark(at(tokens, j + 1)) ? j + 1 : null
  if (stance.takesObject && isPhraseHere(tokens, j)) return j
  if (stance.takesTo && isPhraseHere(tokens, j) && hasInfinitive(tokens, j, passage.last)) return j
  return stance.takesClause && !isStop(next) && opensClause(reading, j, passage.last) ? j : null
}

const hasInfinitive = (tokens: readonly Token[], from: number, last: number): boolean => {
  for (let j = from + 1; j < Math.min(last, from + 8); j++) {
    if (isStop(at(tokens, j))) return false
    if (at(tokens, j).lower === 'to' && verbForm(at(tokens, j + 1).lower)?.form === 'base') return true
  }
  return false
}

/** A noun phrase can begin here. */
const isPhraseHere = (tokens: readonly Token[], j: number): boolean => {
  const token = at(tokens, j)
  if (token.kind === 'number' || token.text === '$') return true
  if (token.kind === 'mark') return isOpeningMark(token) && token.text !== '('
  return (
    !PREPOSITIONS.has(token.lower) &&
    !COORDINATORS.has(token.lower) &&
    !MODALS.has(token.lower) &&
    !BE.has(token.lower) &&
    !INTERROGATIVES.has(token.lower)
  )
}

/** Of a participle: a name right before it, else who the sentence's last verb before it is about. */
function controller(reading: Reading, passage: Passage, k: number): Span | null {
  const { tokens } = reading
  if (isCapitalized(at(tokens, k - 1))) return subjectBefore(reading, passage, k)?.span ?? null
  const verb = finiteIn(tokens, passage.first, k)
  if (verb < 0) {
    const behind = finiteIn(tokens, k + 1, passage.last)
    return behind < 0 ? null : (subjectBefore(reading, passage, behind)?.span ?? null)
  }
  return subjectBefore(reading, passage, verb)?.span ?? null
}

/** "was criticized by Lee for …": the agent speaks, the subject and what follows is the content. */
function passive(reading: Reading, passage: Passage, k: number): FoundAttribution | null {
  const { tokens } = reading
  const subject = subjectBefore(reading, passage, k)
  if (!subject) return null
  const agent = at(tokens, k + 1).lower === 'by' ? behindCue(reading, passage, k + 1) : null
  if (agent)
    return {
      speaker: agent.span,
      cue: { first: k, last: k + 1 },
      content: subject.span,
      rule: 'attributions/stance-by',
      order: 'before',
      isAssertion: false,
    }
  return null
}
