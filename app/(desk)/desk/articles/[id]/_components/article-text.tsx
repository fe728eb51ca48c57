import type { ShapedSpan } from '@/app/_parts/marked-text/groups'
import { MarkedText, type TextMark } from '@/app/_parts/marked-text/marked-text'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { type Span, spansTouch } from '@/lib/core/text'
import { readerAddress } from './address'
import { drawn, figuresOf, speakersOf } from './standing-out'

/** One part of the text with its claims; offsets of marks and of `data-start` are relative to the part. */
export function ArticleText({
  articleId,
  version,
  body,
  part,
  shapes,
  candidates,
  isPlain,
}: {
  articleId: string
  version: number | undefined
  body: string
  part: Span
  shapes: ShapedSpan[]
  candidates: ReaderCandidate[]
  /** Without speakers, figures and days standing out. */
  isPlain: boolean
}) {
  const marks = drawn(candidates).map((candidate) => toMark(candidate, part, articleId, version))
  const within = shapes.filter((shape) => spansTouch(shape, part))
  return (
    <MarkedText
      text={body.slice(part.start, part.end)}
      marks={isPlain ? marks.map((mark) => ({ ...mark, figures: [] })) : marks}
      speakers={isPlain ? [] : speakersOf(body, candidates).map((span) => shifted(span, part))}
      shapes={within.map((shape) => ({ ...shape, ...shifted(shape, part) }))}
      className="max-w-measure"
    />
  )
}

function toMark(candidate: ReaderCandidate, part: Span, articleId: string, version: number | undefined): TextMark {
  return {
    id: candidate.id,
    kind: candidate.kind,
    state: candidate.state,
    href: readerAddress({ articleId, version, candidate: candidate.id }),
    ...shifted(candidate, part),
    figures: figuresOf(candidate).map((span) => shifted(span, part)),
  }
}

const shifted = ({ start, end }: Span, part: Span): Span => ({
  start: start - part.start,
  end: Math.min(end, part.end) - part.start,
})
