import { figureWords } from '@/app/_parts/claim/figure-words'
import type { ReadingDifference } from '@/lib/claims/queries/differences'
import type { StayingReason } from '@/lib/claims/rules/differences'
import type { DifferenceField } from '@/lib/claims/schema'
import { capitalized } from '@/lib/core/text'
import { formatWindow } from '@/lib/core/windows'

const LABELS: Readonly<Record<DifferenceField, string>> = {
  span: 'Words',
  kind: 'Kind',
  speaker: 'Speaker',
  window: 'Window',
  certainty: 'Certainty',
  figures: 'Figures',
}

export type DifferenceRow = { field: DifferenceField; label: string; was: string; now: string }

type Terms = Pick<ReadingDifference['was'], 'certaintyWords' | 'conditionWords' | 'isNegated'>
type Dues = Pick<ReadingDifference['was'], 'dueFrom' | 'dueTo'>

const windowText = ({ dueFrom, dueTo }: Dues): string =>
  dueFrom && dueTo ? formatWindow({ from: dueFrom, to: dueTo }) : 'none'
const figuresText = (figures: ReadingDifference['was']['figures']): string =>
  figures.length === 0 ? 'none' : figures.map(figureWords).join('; ')
const inText = (decimal: number | null): string | null => (decimal === null ? null : String(decimal))

function certaintyText({ certaintyWords, conditionWords, isNegated }: Terms): string {
  const parts = [
    certaintyWords === null ? 'no certainty words' : `“${certaintyWords}”`,
    ...(isNegated ? ['negated'] : []),
    ...(conditionWords === null ? [] : [`if “${conditionWords}”`]),
  ]
  return parts.join(', ')
}

/** Each field that differs, in words, as decided and as read now. */
export function differenceRows({ fields, was, now, quote }: ReadingDifference): DifferenceRow[] {
  const texts: Record<DifferenceField, [string, string]> = {
    span: [`“${quote}”`, `“${now.quote}”`],
    kind: [capitalized(was.kind), capitalized(now.kind)],
    speaker: [was.speakerText ?? 'The publisher itself', now.speakerText ?? 'The publisher itself'],
    window: [windowText(was), now.dueWords ? `${windowText(now)}, from “${now.dueWords}”` : windowText(now)],
    certainty: [certaintyText(was), certaintyText(now)],
    figures: [
      figuresText(was.figures),
      figuresText(
        now.quantities.map((figure) => ({
          ...figure,
          ...{ value: inText(figure.value), low: inText(figure.low), high: inText(figure.high) },
        })),
      ),
    ],
  }
  return fields.map((field) => ({ field, label: LABELS[field], was: texts[field][0], now: texts[field][1] }))
}

/** "kind and window" */
export const fieldNames = (fields: readonly DifferenceField[]): string =>
  fields
    .map((field) => LABELS[field].toLowerCase())
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1')

const REASONS: Readonly<Record<StayingReason, string>> = {
  place: 'a place under a claim never changes',
  not_alone: 'the claim is not this place’s alone. Change the claim itself if it should follow',
  closed: 'the claim is merged or hidden',
  published: 'the claim is published',
  submitted: 'the claim waits for approval',
  speaker: 'whom these words name is chosen in the claim’s own form',
  written: 'the claim’s prediction is being written',
  no_prediction: 'the claim is no prediction',
  decided_on: 'the prediction is decided on',
}

/** Which fields stay whatever is pressed, and why: a sentence for each reason. */
function stayingWords(staying: ReadingDifference['staying']): string[] {
  const byReason = new Map<StayingReason, DifferenceField[]>()
  for (const { field, because } of staying) byReason.set(because, [...(byReason.get(because) ?? []), field])
  return [...byReason].map(([because, fields]) => {
    const isOne = fields.length === 1 && fields[0] !== 'span' && fields[0] !== 'figures'
    return `The ${fieldNames(fields)} ${isOne ? 'stays' : 'stay'}: ${REASONS[because]}.`
  })
}

/** What taking over would do, what stays whatever is pressed, and why. */
export function differenceWords({ candidateState, fields, takeable, staying, claim }: ReadingDifference): string {
  if (fields.length === 0) return 'People decided meanwhile what newer rules read. Keep it, and this is closed.'
  const isRejected = candidateState === 'rejected'
  const written = claim?.predictionRevision && takeable.some((field) => field === 'window' || field === 'certainty')
  return [
    ...(takeable.length === 0
      ? []
      : isRejected
        ? ['Taken over, it waits for triage again with the newer reading.']
        : [`Taking over changes the ${fieldNames(takeable)}.`]),
    ...stayingWords(staying),
    ...(written ? ['The prediction becomes a draft again, to be proposed and approved by two people.'] : []),
  ].join(' ')
}

/** Whether the claim's own form is where one of the fields is changed. */
export const isChangedInClaim = ({ staying }: ReadingDifference): boolean =>
  staying.some(({ because }) => because === 'speaker' || because === 'not_alone')
