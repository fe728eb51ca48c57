import { figureWords } from '@/app/_parts/claim/figure-words'
import type { ReadingDifference } from '@/lib/claims/queries/differences'
import type { DifferenceField } from '@/lib/claims/schema'
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
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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

const listed = (fields: readonly DifferenceField[]): string =>
  fields
    .map((field) => LABELS[field].toLowerCase())
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1')

/** What taking over would do, and what stays whatever is pressed. */
export function differenceWords({ candidateState, fields, takeable, claim }: ReadingDifference): string {
  const staying = fields.filter((field) => !takeable.includes(field))
  if (candidateState === 'rejected') return 'Taken over, it waits for triage again with the newer reading.'
  if (candidateState === 'merged')
    return 'The claim is not this place’s alone, so nothing is taken over here: change the claim itself if it should follow.'
  if (takeable.length === 0) {
    const place = fields.length === 1 && fields[0] === 'span'
    return place
      ? 'The marked words stay: a place under a claim never changes.'
      : 'It is submitted, opened or published, so this stays as decided.'
  }
  const written = claim?.predictionRevision && takeable.some((field) => field === 'window' || field === 'certainty')
  const parts = [`Taking over changes the ${listed(takeable)}.`]
  if (staying.length > 0)
    parts.push(`${capitalized(listed(staying))} ${staying.length === 1 ? 'stays' : 'stay'} as decided.`)
  if (written) parts.push('The prediction becomes a draft again, to be proposed and approved by two people.')
  return parts.join(' ')
}
