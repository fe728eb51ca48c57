import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { isWrongSpan } from '@/lib/claims/rules/rejections'
import { type Span, spansTouch } from '@/lib/core/text'

/** Figures and the words of the window inside a claim. */
export function figuresOf(candidate: ReaderCandidate): Span[] {
  const figures = candidate.quantities.flatMap(({ start, end }) =>
    start === null || end === null || start < candidate.start || end > candidate.end ? [] : [{ start, end }],
  )
  const at = candidate.dueWords ? candidate.quote.indexOf(candidate.dueWords) : -1
  const due = candidate.start + at
  const window = at < 0 ? [] : [{ start: due, end: due + (candidate.dueWords?.length ?? 0) }]
  return [...figures, ...window].sort((a, b) => a.start - b.start)
}

/** Who speaks: the name in the claim's own paragraph, where it stands nearest to the claim; each place once. */
export function speakersOf(body: string, candidates: readonly ReaderCandidate[]): Span[] {
  const spans = new Map<number, Span>()
  for (const candidate of candidates) {
    const name = candidate.state === 'rejected' ? null : candidate.speakerText
    const at = name ? nearest(body, name, candidate) : null
    if (name && at !== null) spans.set(at, { start: at, end: at + name.length })
  }
  return [...spans.values()].sort((a, b) => a.start - b.start)
}

function nearest(body: string, name: string, { start, end }: Span): number | null {
  const from = body.lastIndexOf('\n', start) + 1
  const to = body.indexOf('\n', end)
  const paragraph = body.slice(from, to < 0 ? undefined : to)
  let best: number | null = null
  for (let at = paragraph.indexOf(name); at >= 0; at = paragraph.indexOf(name, at + name.length)) {
    const distance = (one: number): number => Math.max(0, start - (from + one + name.length), from + one - end)
    if (best === null || distance(at) < distance(best)) best = at
  }
  return best === null ? null : from + best
}

/** Candidates to be drawn in the text: one that was given up for other words makes way for what stands there now. */
export function drawn(candidates: readonly ReaderCandidate[]): ReaderCandidate[] {
  const standing = candidates.filter(({ state }) => state !== 'rejected')
  return candidates.filter(
    (one) =>
      !(
        one.state === 'rejected' &&
        isWrongSpan(one.decisionReason ?? '') &&
        standing.some((other) => spansTouch(one, other))
      ),
  )
}
