import { type Day, daysBetween } from '@/lib/core/days'
import type { Span } from '@/lib/core/text'
import type { Due, ExtractedClaim, Flag, LeftOut, Quantity } from '../schema'
import type { Anchors } from './anchors'
import { hedgeIn, isNegatedIn } from './certainty'
import { whyLeftOut } from './checkable'
import { speakerOf } from './claim-speakers'
import { readClauses } from './clauses'
import type { FoundAttribution } from './cues'
import type { DueReading } from './due-readings'
import { type KindReading, kindOf } from './kinds'
import { nounClaims } from './nouns'
import { type Passage, quotationAt, type Reading } from './passages'
import { finiteIn } from './phrases'
import type { FoundTime } from './readings'
import type { References } from './references'
import { type Region, regionsOf } from './regions'
import { explained } from './signs'
import type { Clause } from './stretches'
import { at, firstTokenFrom, type Token } from './tokens'
import { verbOf } from './verbs'
import { isWarning } from './views'
import { dueOf, windowAhead } from './windows'
import { wordSet } from './words'

import { worthOf } from './worthiness'

export type ClaimInput = {
  reading: Reading
  passage: Passage
  attributions: readonly FoundAttribution[]
  references: References
  /** Who says a quotation, by where it begins: known also to its sentences before the cue. */
  quoted: ReadonlyMap<number, FoundAttribution>
  quantities: readonly Quantity[]
  /** Index of the first quantity of the sentence in the whole list. */
  quantityFrom: number
  times: readonly FoundTime[]
  /** What the article dates itself, for "before the summit". */
  anchors: Anchors
  said: Day | null
  /** The due window of the last claim of the sentence before. */
  previous: Due | null
}

/** The claims of one sentence, in text order; `leftOut` says why there are none. */
export type ClaimReading = { claims: ExtractedClaim[]; leftOut: LeftOut | null }

export function readClaims(input: ClaimInput): ClaimReading {
  const { reading, passage } = input
  if (passage.isHeading) return { claims: [], leftOut: 'heading' }
  if (passage.isQuestion) return { claims: [], leftOut: 'question' }
  const claims: ExtractedClaim[] = []
  let leftOut: LeftOut | null = null
  const timed = (first: number, last: number) => input.times.some((time) => time.first >= first && time.first < last)
  input.references.open(passage, input.attributions)
  const regions = regionsOf(reading, passage, input.attributions, input.references, input.quoted)
  for (const region of regions) {
    const clauses = region.isWhole
      ? [{ first: region.first, last: region.last, rule: region.rule }]
      : readClauses(reading.tokens, region.first, region.last, timed)
    for (const clause of [
      ...clauses,
      ...nounClaims(reading.tokens, clauses, input.quantities, input.times, input.said),
    ]) {
      const claim = toClaim(input, region, clause, claims.at(-1) ?? null)
      if (typeof claim === 'string') leftOut ??= claim
      else claims.push(claim)
    }
  }
  if (claims.length > 0) return { claims: inOrder(claims), leftOut: null }
  return { claims, leftOut: leftOut ?? (regions.length === 0 ? 'continued-quote' : 'no-assertion') }
}

/** By their place in the text; of two on the same words the first found stays. */
function inOrder(claims: readonly ExtractedClaim[]): ExtractedClaim[] {
  if (claims.length < 2) return [...claims]
  const isFirst = (claim: ExtractedClaim, index: number) =>
    claims.findIndex(({ start, end }) => start === claim.start && end === claim.end) === index
  return claims.filter(isFirst).sort((a, b) => a.start - b.start || b.end - a.end)
}

/** `before`: the claim before it in its sentence. */
function toClaim(
  input: ClaimInput,
  region: Region,
  clause: Clause,
  before: ExtractedClaim | null,
): ExtractedClaim | LeftOut {
  const { reading, said } = input
  const { tokens, text } = reading
  const { first, last } = clause
  const start = at(tokens, first).start
  const isStopped = region.isWhole && at(tokens, last - 1).text === '.'
  const end = Math.max(at(tokens, isStopped ? last - 2 : last - 1).end, region.isWhole ? region.end : 0)
  const span = { start, end }
  const { quantities, figures } = quantitiesWithin(input, span)
  const times = input.times.filter((time) => time.first >= first && time.first < last)
  const hasFutureTime = said !== null && times.some((time) => time.from >= said && time.grain !== 'year')
  const previous = before?.due ?? input.previous
  const dated =
    times.length > 0
      ? dueFor(input, clause, times, previous)
      : (sharedDue(reading, clause, before) ?? lengthAhead(input, clause, figures))
  const kind = kindOf({
    tokens,
    first,
    last,
    quantities: figures,
    hasFutureTime,
    hasTimeAhead: said !== null && times.some((time) => time.to > said),
    isDueAhead: said !== null && isSetAhead(dated, said),
    isSpeech: region.isSpeech,
    isTold: region.attribution !== null,
    isWhole: region.isWhole,
    contentFirst: saidFrom(input, region),
    hasTime: times.length > 0,
    isReported: isReported(input, region),
    isLongAgo: region.attribution !== null && said !== null && isOfLongAgo(input, clause, said),
    isQuoted: quotationAt(reading.quotations, start) !== null,
    rule: clause.rule,
  })
  const isForecast = kind.kind === 'prediction' && !isDuty(tokens, kind)
  const leftOut = whyLeftOut(input, region, clause, { figures, times, isForecast })
  if (leftOut) return leftOut
  const due =
    kind.kind === 'prediction' ? (dated ?? dueFor(input, clause, times, previous)) : ownDue(dated, times, said)
  const condition = conditionOf(input, first, last)
  const flags: Flag[] = [...(due?.flags ?? [])]
  if (said === null && kind.kind === 'prediction') flags.push('no-publication-day')
  const verb = finiteIn(tokens, first, last)
  const hedge = kind.certainty ? hedgeBehind(tokens, kind.certainty.last, first, last) : null
  const worth = worthOf({
    tokens,
    first,
    last,
    quantities: figures,
    hasPastDate: times.length > 0 && !due,
    hasDue: due !== null,
    isQuestion: false,
  })
  const { rules, signs } = explained({
    reading,
    clause,
    span,
    kind,
    due,
    attribution: region.attribution,
    figures,
    times,
    condition,
    hedge,
  })
  return {
    start,
    end,
    quote: text.slice(start, end),
    kind: kind.kind,
    checkWorthiness: worth.score,
    reasons: worth.reasons,
    speaker: speakerOf(input, region, clause, kind.rule),
    relay: region.relay,
    certainty: certaintyText(input, kind.certainty, condition, hedge),
    condition: condition ? text.slice(condition.start, condition.end) : null,
    isNegated: isNegatedIn(tokens, verb, last),
    quantities,
    due: due?.due ?? null,
    dueAlternatives: due?.alternatives ?? [],
    flags,
    rules,
    signs,
  }
}

/** "They must work together": a duty without a day is a view. */
const isDuty = (tokens: readonly Token[], { certainty }: KindReading): boolean =>
  certainty !== null && at(tokens, certainty.first).lower === 'must'

/** "Lind said the lock will close": where the content of a said view begins; of a warning that it was given is the point. */
function saidFrom({ reading }: ClaimInput, { rule, attribution }: Region): number | null {
  if (rule !== 'claims/said-view' || !attribution || isWarning(reading, attribution)) return null
  return firstTokenFrom(reading.tokens, attribution.content.start)
}

/** Behind a verb of saying in the past, outside quotation marks. */
function isReported({ reading: { tokens } }: ClaimInput, { attribution }: Region): boolean {
  if (!attribution || attribution.rule === 'attributions/according-to') return false
  const form = verbOf(at(tokens, attribution.cue.first))?.form
  return form !== 'third' && form !== 'base'
}

/** "In 2019 he told the council he could …": the saying is dated outside the clause, a year or more back. */
function isOfLongAgo({ times }: ClaimInput, { first, last }: Clause, said: Day): boolean {
  const before = times.find((time) => time.first < first || time.first >= last)
  return before !== undefined && daysBetween(before.to, said) > A_YEAR
}
const A_YEAR = 365

/** "The mayor will leave on Friday, seeking help": what is done along with what is to come is to come then. */
function sharedDue(
  { text, tokens }: Reading,
  { first, rule }: Clause,
  before: ExtractedClaim | null,
): DueReading | null {
  const isAlong = rule === 'claims/participle' && verbOf(at(tokens, first))?.form === 'ing'
  if (!isAlong || !before?.due || before.kind !== 'prediction') return null
  const { start, end } = at(tokens, first)
  const due = { from: before.due.from, to: before.due.to, text: text.slice(start, end) }
  return { due, alternatives: [], flags: [], rule: 'windows/shared', signs: [{ start, end }] }
}

/** The window in which a clause must come about, if it names one. */
function dueFor(
  { reading: { text, tokens }, said, anchors }: ClaimInput,
  { first, last }: Clause,
  times: readonly FoundTime[],
  previous: Due | null,
): DueReading | null {
  return said === null ? null : dueOf({ text, tokens, said, first, last, anchors, previous }, times)
}

/** "The board has 30 days to answer" */
const lengthAhead = (
  { reading: { text, tokens }, said, anchors }: ClaimInput,
  { first, last }: Clause,
  figures: readonly Quantity[],
): DueReading | null =>
  said !== null && figures.some(({ unit }) => LENGTHS.has(unit))
    ? windowAhead({ text, tokens, said, first, last, anchors, previous: null })
    : null
const LENGTHS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year'])

const isSetAhead = (dated: DueReading | null, said: Day): boolean =>
  !!dated?.due &&
  dated.rule !== 'windows/event' &&
  (dated.due.from > said || (dated.rule === 'windows/deadline' && dated.due.to > said))

/** What is no prediction has a window only after the publication day, or over a span that begins with it. */
const ownDue = (dated: DueReading | null, times: readonly FoundTime[], said: Day | null): DueReading | null =>
  said !== null &&
  (isSetAhead(dated, said) ||
    dated?.rule === 'windows/length' ||
    (dated?.due && times.some((time) => isSpanFrom(time, said))))
    ? dated
    : null
const isSpanFrom = (time: FoundTime, said: Day): boolean =>
  time.from === said && time.to > said && time.grain === 'range'

/** The figures inside a span, and where they stand in the whole list. */
function quantitiesWithin(input: ClaimInput, span: Span): { quantities: number[]; figures: Quantity[] } {
  const quantities: number[] = []
  const figures: Quantity[] = []
  let index = input.quantityFrom
  for (const quantity of input.quantities) {
    if (quantity.start >= span.start && quantity.end <= span.end) {
      quantities.push(index)
      figures.push(quantity)
    }
    index++
  }
  return { quantities, figures }
}

/** "If realized, …": from the conjunction to its comma. */
const CONDITIONS = wordSet('if unless once')
function conditionOf({ reading }: ClaimInput, first: number, last: number): Span | null {
  const { tokens } = reading
  for (let k = first; k < last; k++) {
    if (!CONDITIONS.holds(at(tokens, k)) || (at(tokens, k).lower === 'once' && k > first)) continue
    let end = k + 1
    while (end < last && !(at(tokens, end).text === ',' || at(tokens, end).text === ';')) end++
    if (['necessary', 'possible', 'any'].includes(at(tokens, k + 1).lower)) return null
    return { start: at(tokens, k).start, end: at(tokens, end - 1).end }
  }
  return null
}

/** The hedge behind a certainty phrase ("possibly") in tokens [first, last). */
function hedgeBehind(tokens: readonly Token[], from: number, first: number, last: number): Span | null {
  const hedge = hedgeIn(tokens, from, last)
  return hedge > first ? { start: at(tokens, hedge).start, end: at(tokens, hedge).end } : null
}

/** Condition, phrase and hedge in the order of the text, joined by an ellipsis where words lie between. */
function certaintyText(
  { reading }: ClaimInput,
  phrase: { first: number; last: number } | null,
  condition: Span | null,
  hedge: Span | null,
): string | null {
  const { tokens, text } = reading
  if (!phrase) return null
  const parts: Span[] = [{ start: at(tokens, phrase.first).start, end: at(tokens, phrase.last - 1).end }]
  if (condition && condition.end <= (parts[0]?.start ?? 0)) parts.unshift(condition)
  if (hedge) parts.push(hedge)
  return parts.map((part) => text.slice(part.start, part.end)).join(' … ')
}
