import { foldKey, type Span, spansTouch } from '@/lib/core/text'
import type { CandidateState, ClaimState, DifferenceField } from '../schema'
import type { CandidateFields } from './extracting'
import { aliasKeyOf, speakerKeys } from './speakers'
import { isClosed } from './states'
import { isUnnamedGroup } from './unnamed'

/** A figure as far as two readings are compared by it. Decimals as text or numbers: both are read as numbers. */
export type ComparedFigure = {
  value: unknown
  low: unknown
  high: unknown
  unit: string
  modifier: string
  change: string | null
}

/** What of a reading is compared: the candidate that people decided on, or what newer rules read. */
export type ComparedReading = Span & {
  kind: string
  speakerText: string | null
  certaintyWords: string | null
  conditionWords: string | null
  isNegated: boolean
  dueFrom: string | null
  dueTo: string | null
  quantities: readonly ComparedFigure[]
}

const folded = (text: string | null): string => (text === null ? '' : foldKey(text))
/** Ten digits: the database keeps twelve behind the point, the extractor as many as a number has. */
const numberOf = (decimal: unknown): string => (decimal === null ? '' : String(Number(Number(decimal).toPrecision(10))))
/** Two figures with the same key say the same. */
export const figureKey = ({ value, low, high, unit, modifier, change }: ComparedFigure): string =>
  [numberOf(value), numberOf(low), numberOf(high), foldKey(unit), modifier, change ?? ''].join('|')

/** Each compared field as one text: two readings say the same of a field when the texts are equal. */
const FIELDS: Readonly<Record<DifferenceField, (reading: ComparedReading) => string>> = {
  span: ({ start, end }) => `${start}-${end}`,
  kind: ({ kind }) => kind,
  speaker: ({ speakerText }) => folded(speakerText),
  window: ({ dueFrom, dueTo }) => `${dueFrom ?? ''}..${dueTo ?? ''}`,
  certainty: ({ certaintyWords, conditionWords, isNegated }) =>
    [folded(certaintyWords), folded(conditionWords), isNegated].join('|'),
  figures: ({ quantities }) => quantities.map(figureKey).sort().join(' '),
}

const entries = Object.entries(FIELDS) as [DifferenceField, (reading: ComparedReading) => string][]

/** What newer rules read otherwise, in the order in which it is told; empty when they read the same. */
export const differingFields = (was: ComparedReading, now: ComparedReading): DifferenceField[] =>
  entries.flatMap(([field, textOf]) => (textOf(was) === textOf(now) ? [] : [field]))

/** All that is compared of a reading as one text: the very same reading again has the same. */
export const readingText = (reading: ComparedReading): string =>
  JSON.stringify(entries.map(([, textOf]) => textOf(reading)))

/** Share of the words of both that both cover. */
function overlap(a: Span, b: Span): number {
  if (!spansTouch(a, b)) return 0
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

const SAME_PLACE = 0.5

/**
 * Which newer reading stands at the place of which decided candidate: the same words first, then what shares at least
 * half of them, the best first; each is used once. Candidate id -> reading.
 */
export function readingsAt(
  decided: readonly (Span & { id: string })[],
  found: readonly CandidateFields[],
): Map<string, CandidateFields> {
  const pairs = decided.flatMap((candidate) =>
    found.flatMap((reading) => {
      const share = overlap(candidate, reading)
      return share >= SAME_PLACE ? [{ id: candidate.id, reading, share }] : []
    }),
  )
  pairs.sort((a, b) => b.share - a.share || a.reading.start - b.reading.start)
  const matched = new Map<string, CandidateFields>()
  const used = new Set<CandidateFields>()
  for (const { id, reading } of pairs) {
    if (matched.has(id) || used.has(reading)) continue
    matched.set(id, reading)
    used.add(reading)
  }
  return matched
}

type KnownSpeaker = { name: string; kind: string; aliases: readonly { aliasKey: string }[] }

/** What people made of a candidate: its claim, the speaker of the place, and what is written of the prediction. */
export type Decided = {
  claim: {
    kind: string
    quantities: readonly ComparedFigure[]
    prediction: {
      dueFrom: string | null
      dueTo: string | null
      certaintyWords: string | null
      conditionWords: string | null
      isNegated: boolean
    } | null
  }
  speaker: KnownSpeaker | null
}

/**
 * A candidate as it was decided: what people wrote goes before what was read. Where the newer reading names the speaker whom
 * they chose, in any known spelling, its words stand for that speaker.
 */
export function asDecided<Candidate extends ComparedReading>(
  candidate: Candidate,
  decided: Decided | null,
  now: { speakerText: string | null },
): ComparedReading {
  if (decided === null) return candidate
  const { claim, speaker } = decided
  const { dueFrom, dueTo, certaintyWords, conditionWords, isNegated } = claim.prediction ?? candidate
  const isSame = speaker === null ? now.speakerText === null : isSpeaker(speaker, now.speakerText)
  return {
    ...{ start: candidate.start, end: candidate.end, kind: claim.kind, quantities: claim.quantities },
    ...{ dueFrom, dueTo, certaintyWords, conditionWords, isNegated },
    speakerText: isSame ? now.speakerText : (speaker?.name ?? null),
  }
}

function isSpeaker({ name, kind, aliases }: KnownSpeaker, text: string | null): boolean {
  if (text === null) return false
  if (isUnnamedGroup(text)) return kind === 'unnamed'
  const known = new Set([aliasKeyOf(name), ...aliases.map(({ aliasKey }) => aliasKey)])
  return speakerKeys(text).some(({ key, how }) => how !== 'last name' && known.has(key))
}

/** What is otherwise both than what was read before and than what was decided: only that is worth a person's look. */
export function newsOf(candidate: ComparedReading, decided: Decided | null, now: ComparedReading): DifferenceField[] {
  const otherThanDecided = differingFields(asDecided(candidate, decided, now), now)
  return differingFields(candidate, now).filter((field) => otherThanDecided.includes(field))
}

/** Of each field, what a reading holds of it. */
const HELD: Readonly<Record<DifferenceField, (reading: ComparedReading) => Partial<ComparedReading>>> = {
  span: ({ start, end }) => ({ start, end }),
  kind: ({ kind }) => ({ kind }),
  speaker: ({ speakerText }) => ({ speakerText }),
  window: ({ dueFrom, dueTo }) => ({ dueFrom, dueTo }),
  certainty: ({ certaintyWords, conditionWords, isNegated }) => ({ certaintyWords, conditionWords, isNegated }),
  figures: ({ quantities }) => ({ quantities }),
}

/**
 * A candidate with what people took over of newer readings since, the oldest first: a later reading is compared with that,
 * so that nothing comes back that was taken over already.
 */
export const asTaken = (
  candidate: ComparedReading,
  taken: readonly { fields: readonly DifferenceField[]; reading: ComparedReading }[],
): ComparedReading =>
  Object.assign({}, candidate, ...taken.flatMap(({ fields, reading }) => fields.map((field) => HELD[field](reading))))

export type TakingCase = {
  candidate: CandidateState
  fields: readonly DifferenceField[]
  /** The kind that the newer rules read. */
  kind: string
  /** Of a rejected candidate: the claim that its place was under once. */
  claim: { state: ClaimState; kind: string; isPublished: boolean; prediction: string | null } | null
}

/** Why a field stays as decided, whatever one presses. */
export type StayingReason =
  | 'place'
  | 'not_alone'
  | 'closed'
  | 'published'
  | 'submitted'
  | 'speaker'
  | 'written'
  | 'no_prediction'
  | 'decided_on'

const OPEN_TERMS: readonly (string | null)[] = [null, 'draft', 'proposed']

/**
 * Which of the fields one click may take over, and why the others stay. A rejected candidate goes back to triage with the
 * newer reading. Of an accepted one kind and figures follow while nothing is submitted or published, window and certainty
 * while the prediction is not decided on. The place stays (an occurrence never changes), and so does the speaker: whom the
 * words name is a person's choice, and it moves the claim's other places too. A place that was added to a known claim
 * changes nothing by itself: the claim is not this place's alone.
 */
export function takingOf(taking: TakingCase): {
  takeable: DifferenceField[]
  staying: { field: DifferenceField; because: StayingReason }[]
} {
  const staying = taking.fields.flatMap((field) => {
    const because = stayingReason(taking, field)
    return because === null ? [] : [{ field, because }]
  })
  const held = new Set(staying.map(({ field }) => field))
  return { takeable: taking.fields.filter((field) => !held.has(field)), staying }
}

function stayingReason({ candidate, fields, kind, claim }: TakingCase, field: DifferenceField): StayingReason | null {
  if (candidate === 'rejected') return field === 'span' && claim !== null ? 'place' : null
  if (candidate !== 'accepted' || claim === null) return 'not_alone'
  if (field === 'span') return 'place'
  if (isClosed(claim.state)) return 'closed'
  if (claim.isPublished) return 'published'
  if (claim.state === 'submitted') return 'submitted'
  if (field === 'speaker') return 'speaker'
  if (field === 'figures') return null
  if (field === 'kind') return claim.prediction === null ? null : 'written'
  const becomes = fields.includes('kind') && claim.prediction === null ? kind : claim.kind
  if (becomes !== 'prediction') return 'no_prediction'
  return OPEN_TERMS.includes(claim.prediction) ? null : 'decided_on'
}
