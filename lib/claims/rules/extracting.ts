import { quoteSelector, type Span, spanHolds } from '@/lib/core/text'
import type { ExtractedClaim, Extraction, Modifier, Quantity, Sign } from '@/lib/extraction/schema'
import type { ClaimKind, QuantityModifier } from '../schema'
import { signatureOf } from './matching-signature'

const MODIFIERS: Readonly<Record<Modifier, QuantityModifier>> = {
  exact: 'exact',
  about: 'about',
  atLeast: 'at_least',
  atMost: 'at_most',
  moreThan: 'more_than',
  lessThan: 'less_than',
  upTo: 'up_to',
}

/** numeric(38,12) has 26 digits before the point. */
const LARGEST = 1e26

export type QuantityFields = {
  position: number
  text: string
  start: number
  end: number
  value: number
  low: number | null
  high: number | null
  unit: string
  modifier: QuantityModifier
  change: 'up' | 'down' | null
}

const toQuantityFields = (quantity: Quantity, position: number, shift: number): QuantityFields => ({
  position,
  text: quantity.text,
  start: quantity.start + shift,
  end: quantity.end + shift,
  value: quantity.value,
  low: quantity.low,
  high: quantity.high,
  unit: quantity.unit,
  modifier: MODIFIERS[quantity.modifier],
  change: quantity.change,
})

const canBeStored = ({ value, low, high }: Quantity): boolean =>
  [value, low ?? 0, high ?? 0].every((number) => Number.isFinite(number) && Math.abs(number) < LARGEST)

/** What is stored of one extracted claim, without ids and states. `reasons` is a list of words, strongest first. */
export type CandidateFields = ReturnType<typeof candidateFields>

function candidateFields(body: string, claim: ExtractedClaim, quantities: readonly Quantity[]) {
  const span = { start: claim.start, end: claim.end }
  return {
    ...span,
    ...quoteSelector(body, span),
    kind: claim.kind as ClaimKind,
    checkWorthiness: Number(claim.checkWorthiness.toFixed(4)),
    reasons: claim.reasons,
    speakerText: claim.speaker,
    relayText: claim.relay,
    certaintyWords: claim.certainty,
    isNegated: claim.isNegated,
    conditionWords: claim.condition,
    dueFrom: claim.due?.from ?? null,
    dueTo: claim.due?.to ?? null,
    dueWords: claim.due?.text ?? null,
    dueAlternatives: claim.dueAlternatives,
    flags: [...claim.flags] as string[],
    rules: claim.rules,
    signs: claim.signs,
    signature: signatureOf(claim.quote, claim.kind),
    quantities: quantities.filter(canBeStored).map((quantity, position) => toQuantityFields(quantity, position, 0)),
  }
}

/** All extracted claims as stored, each span once (the first wins), those whose quote is not verbatim left out. */
export function candidatesFrom(body: string, extraction: Extraction): CandidateFields[] {
  const seen = new Set<string>()
  return extraction.claims.flatMap((claim) => {
    const key = `${claim.start}-${claim.end}`
    if (seen.has(key) || body.slice(claim.start, claim.end) !== claim.quote) return []
    seen.add(key)
    const quantities = claim.quantities.flatMap((index) => extraction.quantities[index] ?? [])
    return [candidateFields(body, claim, quantities)]
  })
}

/** Characters of text that the database may walk to check the quotes of one reading, and the candidates kept in any case. */
const WALK_BUDGET = 2_000_000_000
const ALWAYS_KEPT = 1000

/**
 * Of a very long text the candidates most worth checking, in the order of the text: each quote is checked by the database
 * against the whole text, so their number times its length is bounded. `leftOut` is told to the desk.
 */
export function keepWorthiest(
  body: string,
  found: readonly CandidateFields[],
): { kept: readonly CandidateFields[]; leftOut: number } {
  const most = Math.max(ALWAYS_KEPT, Math.floor(WALK_BUDGET / Math.max(1, body.length)))
  if (found.length <= most) return { kept: found, leftOut: 0 }
  const kept = [...found]
    .sort((a, b) => b.checkWorthiness - a.checkWorthiness || a.start - b.start)
    .slice(0, most)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  return { kept, leftOut: found.length - most }
}

/** Who marked a fragment: told as the candidate's first rule, and as the reason where it has no score of its own. */
export type Marker = 'person' | 'model'

const MARKERS = {
  person: { rule: 'person/selection@1', reason: 'marked by a person' },
  model: { rule: 'model/proposal@1', reason: 'proposed by a language model' },
} as const

/**
 * What the extractor reads in a fragment that a person marked or a language model proposed: its figures, and of the claim
 * that covers most of it the speaker, certainty and window. What a person marks is worth checking (1), what a model proposes
 * as much as the extractor says. `extraction` is of the fragment alone, so offsets are shifted by where it stands.
 */
export function candidateFromSelection(
  body: string,
  span: Span,
  kind: ClaimKind,
  extraction: Extraction,
  by: Marker = 'person',
): CandidateFields {
  const { rule, reason } = MARKERS[by]
  const claims = [...extraction.claims].sort((a, b) => b.end - b.start - (a.end - a.start))
  const read = claims[0]
  const quantities = extraction.quantities.filter(
    (quantity) => canBeStored(quantity) && spanHolds(whole(span), quantity),
  )
  const isPrediction = kind === 'prediction'
  return {
    ...span,
    ...quoteSelector(body, span),
    kind,
    checkWorthiness: by === 'person' ? 1 : (read?.checkWorthiness ?? 0),
    reasons: [reason, ...(by === 'person' ? [] : (read?.reasons ?? []))],
    speakerText: read?.speaker ?? null,
    relayText: read?.relay ?? null,
    certaintyWords: read?.certainty ?? null,
    isNegated: read?.isNegated ?? false,
    conditionWords: read?.condition ?? null,
    dueFrom: isPrediction ? (read?.due?.from ?? null) : null,
    dueTo: isPrediction ? (read?.due?.to ?? null) : null,
    dueWords: isPrediction ? (read?.due?.text ?? null) : null,
    dueAlternatives: isPrediction ? (read?.dueAlternatives ?? []) : [],
    flags: isPrediction ? [...(read?.flags ?? [])] : [],
    rules: [rule, ...(read?.rules ?? [])],
    signs: [{ rule, ...span }, ...(read?.signs ?? []).map((sign) => shifted(sign, span.start))],
    signature: signatureOf(body.slice(span.start, span.end), kind),
    quantities: quantities.map((quantity, position) => toQuantityFields(quantity, position, span.start)),
  }
}

const shifted = (sign: Sign, by: number): Sign => ({ ...sign, start: sign.start + by, end: sign.end + by })

const whole = (span: Span): Span => ({ start: 0, end: span.end - span.start })

const SPACE = /\s/

/** A span without white space at its ends; null when nothing else is in it. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  let [from, to] = [start, end]
  while (from < to && SPACE.test(text.charAt(from))) from++
  while (to > from && SPACE.test(text.charAt(to - 1))) to--
  return from < to ? { start: from, end: to } : null
}
