import { MarkedText, type TextMark } from '@/app/_parts/marked-text/marked-text'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import type { Span } from '@/lib/core/text'
import { readerAddress } from './address'

/** One part of the text with its claims; offsets of marks and of `data-start` are relative to the part. */
export function ArticleText({
  articleId,
  version,
  body,
  part,
  candidates,
}: {
  articleId: string
  version: number | undefined
  body: string
  part: Span
  candidates: ReaderCandidate[]
}) {
  const marks = candidates.map((candidate) => toMark(candidate, part, articleId, version))
  return <MarkedText text={body.slice(part.start, part.end)} marks={marks} className="max-w-measure" />
}

function toMark(candidate: ReaderCandidate, part: Span, articleId: string, version: number | undefined): TextMark {
  const shift = (span: Span): Span => ({
    start: span.start - part.start,
    end: Math.min(span.end, part.end) - part.start,
  })
  return {
    id: candidate.id,
    kind: candidate.kind,
    state: candidate.state,
    href: readerAddress({ articleId, version, candidate: candidate.id }),
    ...shift(candidate),
    figures: figuresOf(candidate).map(shift),
  }
}

function figuresOf(candidate: ReaderCandidate): Span[] {
  const figures = candidate.quantities.flatMap(({ start, end }) =>
    start === null || end === null || start < candidate.start || end > candidate.end ? [] : [{ start, end }],
  )
  const at = candidate.dueWords ? candidate.quote.indexOf(candidate.dueWords) : -1
  const due = candidate.start + at
  const window = at < 0 ? [] : [{ start: due, end: due + (candidate.dueWords?.length ?? 0) }]
  return [...figures, ...window].sort((a, b) => a.start - b.start)
}
