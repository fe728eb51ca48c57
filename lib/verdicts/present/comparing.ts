/** What a version, a save or the present state says, in the fields that are compared. */
import { formatDay } from '@/lib/core/windows'
import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale } from '@/lib/settings/schema'
import type { ComparedField, Said } from '../rules/comparing'
import type { FrozenVerdict, VerdictContent } from '../schema'
import { COMMENT_WAY_WORDS } from './comment-ways'

const lines = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('\n')
const day = (text: string | null): string => (text === null ? '' : formatDay(text))

export const CORRECTION_LEVEL_WORDS = {
  verdict_changing: 'Changes the verdict',
  factual: 'Corrects a fact',
  update: 'Adds what is new',
  minor: 'Minor',
} as const

function commentWords(comment: FrozenVerdict['comment']): string {
  if (!comment.wasAsked) return lines(['Not asked', comment.reasonNotAsked])
  if (comment.requests.length === 0) return lines([`Asked ${day(comment.askedOn)}`.trim(), comment.answer])
  return lines(
    comment.requests.flatMap(({ askedOn, whom, way, answer }) => [
      ['Asked', day(askedOn), whom, way && COMMENT_WAY_WORDS[way]].filter(Boolean).join(' '),
      answer,
    ]),
  )
}

type Figure = { text: string; unit: string; asOfOn: string | null; countOf: string | null }
const figureWords = ({ text, unit, countOf, asOfOn }: Figure): string =>
  [text, unit && `(${unit})`, countOf, asOfOn && `as of ${formatDay(asOfOn)}`].filter(Boolean).join(' ')

type Piece = {
  stance: string
  excerpt: string
  note: string | null
  found: { text: string } | null
  source: { title: string; publisherName: string | null; url: string | null }
}
const pieceWords = ({ stance, excerpt, note, found, source }: Piece): string =>
  lines([
    `${stance[0]?.toUpperCase()}${stance.slice(1)}: ${source.title}${source.publisherName ? `, ${source.publisherName}` : ''}`,
    source.url,
    `“${excerpt}”`,
    found && `Figure found: ${found.text}`,
    note,
  ])

/** What a verdict judges and rests on: of a published version as it was frozen, else as it is now. */
export type Subject = {
  statement: string
  shortForm: string
  speakerName: string | null
  figures: readonly Figure[]
  evidence: readonly Piece[]
}

export const saidOfSubject = ({ statement, shortForm, speakerName, figures, evidence }: Subject): Said => ({
  ...{ statement, shortForm },
  speaker: speakerName ?? 'The publisher itself',
  figures: lines(figures.map(figureWords)),
  evidence: evidence.map(pieceWords).join('\n\n'),
})

/** A save keeps the words of the verdict; `scale` is the one that it was written on. */
export function saidOfContent(content: VerdictContent, scale: RatingScale): Said {
  const { correctionLevel: level, correctionNote } = content
  return {
    rating: ratingOf(scale, content.rating)?.label ?? content.rating ?? '',
    summary: content.summary,
    rationale: content.rationale,
    search: content.searchDescription ?? '',
    comment:
      content.wasCommentAsked === null
        ? ''
        : commentWords({
            wasAsked: content.wasCommentAsked,
            askedOn: null,
            answer: null,
            requests: content.commentRequests,
            reasonNotAsked: content.noCommentReason,
          }),
    asOf: day(content.asOfOn),
    recheck: day(content.recheckOn),
    correction: level ? lines([CORRECTION_LEVEL_WORDS[level], correctionNote]) : '',
  }
}

export function saidOfFrozen(frozen: FrozenVerdict): Required<Said> {
  const { claim, speaker, quantities, evidence, correction } = frozen
  const { statement, shortForm } = claim
  const own = saidOfSubject({ statement, shortForm, speakerName: speaker?.name ?? null, figures: quantities, evidence })
  return {
    ...EMPTY,
    ...own,
    rating: frozen.rating.label,
    summary: frozen.summary,
    rationale: frozen.rationale,
    search: frozen.searchDescription ?? '',
    comment: commentWords(frozen.comment),
    asOf: day(frozen.asOfOn),
    recheck: day(frozen.recheckOn),
    correction: correction ? lines([CORRECTION_LEVEL_WORDS[correction.level], correction.note]) : '',
  }
}

const EMPTY: Record<ComparedField, string> = {
  ...{ statement: '', shortForm: '', speaker: '', figures: '', rating: '', summary: '', rationale: '' },
  ...{ search: '', comment: '', asOf: '', recheck: '', correction: '', evidence: '' },
}
