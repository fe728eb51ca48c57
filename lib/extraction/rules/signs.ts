import type { Span } from '@/lib/core/text'
import type { Quantity, Sign } from '../schema'
import type { FoundAttribution } from './cues'
import type { DueReading } from './due-readings'
import { pointsOf } from './figures'
import type { KindReading } from './kinds'
import { quotationAt, type Reading } from './passages'
import type { FoundTime } from './readings'
import { versioned } from './registry'
import { type Clause, mainVerb } from './stretches'
import { at, type Token } from './tokens'
import { RELATIVES } from './words'

/** What is known when a claim is made of a clause: from it follows which words made each rule fire. */
export type Fired = {
  reading: Reading
  clause: Clause
  /** Offsets of the claim: the words of a rule that has none of its own. */
  span: Span
  kind: KindReading
  due: DueReading | null
  attribution: FoundAttribution | null
  figures: readonly Quantity[]
  times: readonly FoundTime[]
  condition: Span | null
  hedge: Span | null
}

/**
 * The rules of a claim in the order they fired (clause, kind, window, attribution, condition, hedge), and for each the
 * words because of which it did: at least one span per rule, in text order within a rule.
 */
export function explained(fired: Fired): { rules: string[]; signs: Sign[] } {
  const { clause, kind, due, attribution, condition, hedge, reading } = fired
  const rules: string[] = []
  const signs: Sign[] = []
  const add = (id: string, spans: readonly Span[]) => {
    const rule = versioned(id)
    rules.push(rule)
    for (const { start, end } of spans.length > 0 ? spans : [fired.span]) signs.push({ rule, start, end })
  }
  add(clause.rule, boundarySigns(fired))
  add(kind.rule, kindSigns(fired))
  if (due) add(due.rule, due.signs)
  if (attribution) add(attribution.rule, attributionSigns(reading.tokens, attribution))
  if (condition) add('certainty/condition', [condition])
  if (hedge) add('certainty/hedge', [hedge])
  return { rules, signs }
}

const spanOf = (tokens: readonly Token[], first: number, last = first + 1): Span[] =>
  first < 0 || last <= first ? [] : [{ start: at(tokens, first).start, end: at(tokens, last - 1).end }]

/** The word or mark that opened the clause, or the verb that carries it. */
function boundarySigns({ reading, clause, figures, times, attribution }: Fired): Span[] {
  const { tokens, quotations } = reading
  const { first, last } = clause
  const id = clause.rule.slice(clause.rule.indexOf('/') + 1)
  if (id === 'noun-figure') return figures.slice(0, 1)
  if (id === 'noun-date') return times.slice(-1)
  if (id.startsWith('what-')) return spanOf(tokens, first)
  if (id === 'quote') return [quotationAt(quotations, at(tokens, first).start)].filter((one) => one !== null)
  if (id === 'said-view') return attribution ? attributionSigns(tokens, attribution) : []
  if (id.startsWith('relative-') || id === 'restrictive') return spanOf(tokens, relativeNear(tokens, first, last))
  if (id === 'insert' || id === 'behind-dash') return spanOf(tokens, first - 1)
  if (id.endsWith('-clause') || id === 'second-verb') return spanOf(tokens, jointBefore(tokens, first))
  return spanOf(tokens, mainVerb(tokens, first, last))
}

/** The conjunction before a clause: over commas, and adverbs that were cut from its beginning. */
function jointBefore(tokens: readonly Token[], first: number): number {
  let k = first - 1
  while (k > first - 4 && at(tokens, k).text === ',') k--
  return k
}

function relativeNear(tokens: readonly Token[], first: number, last: number): number {
  for (let k = first; k < last; k++) if (RELATIVES.holds(at(tokens, k)) || at(tokens, k).lower === 'that') return k
  return RELATIVES.holds(at(tokens, first - 1)) ? first - 1 : mainVerb(tokens, first, last)
}

function kindSigns({ reading: { tokens }, clause, kind, figures, times, attribution }: Fired): Span[] {
  if (kind.certainty) return spanOf(tokens, kind.certainty.first, kind.certainty.last)
  if (kind.rule === 'kinds/figure')
    return pointsOf(tokens, [clause.first, mainVerb(tokens, clause.first, clause.last), clause.last], figures)
  if (kind.rule === 'kinds/present-with-future-day') return times.slice(-1)
  if (kind.rule === 'kinds/speech')
    return attribution ? spanOf(tokens, attribution.cue.first, attribution.cue.last) : []
  return spanOf(tokens, mainVerb(tokens, clause.first, clause.last))
}

function attributionSigns(tokens: readonly Token[], { cue, speaker }: FoundAttribution): Span[] {
  const spans = spanOf(tokens, cue.first, cue.last)
  if (speaker) spans.push({ start: speaker.start, end: speaker.end })
  return spans.length > 1 ? spans.sort((a, b) => a.start - b.start) : spans
}
