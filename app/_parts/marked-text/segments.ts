import { type Span, spansTouch } from '@/lib/core/text'

/** A claim in a text. `figures`: quantities and windows inside it, set in medium weight. */
export type MarkSpan = Span & { id: string; figures?: Span[] }

/** `tone`: what stands out in it, if anything does. */
export type Piece = Span & { tone: 'figure' | 'speaker' | null }

/**
 * A stretch of text under the same marks. `markIds` outermost first; the innermost is the `owner`, whose link the run
 * is. `isFirst`: the first run of its owner, which carries the id and is the one stop for the keyboard. `orphans`: marks
 * that own no run at all (two claims on the same words) and need a link of their own after this one.
 */
export type Run = Span & {
  markIds: string[]
  owner: string | null
  isFirst: boolean
  orphans: string[]
  pieces: Piece[]
}

export type Paragraph = Span & { runs: Run[] }

/** Lines with something on them; offsets stay those of the whole text. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    if (text.slice(start, end).trim() !== '') spans.push({ start, end })
    start = end + 1
  }
  return spans
}

/**
 * Cuts a text at every border of a mark, so that overlapping claims can be drawn without nesting links. `speakers`: their names,
 * wherever they stand. Linear in runs x marks.
 */
export function segmentsOf(text: string, marks: MarkSpan[], speakers: readonly Span[] = []): Paragraph[] {
  const valid = marks.filter((mark) => mark.start >= 0 && mark.start < mark.end && mark.end <= text.length)
  const paragraphs = paragraphsOf(text).map((paragraph) => ({
    ...paragraph,
    runs: runsOf(
      paragraph,
      valid.filter((mark) => mark.start < paragraph.end && paragraph.start < mark.end),
      speakers.filter((speaker) => spansTouch(speaker, paragraph)),
    ),
  }))
  nameRuns(
    paragraphs.flatMap((paragraph) => paragraph.runs),
    valid,
  )
  return paragraphs
}

function runsOf(paragraph: Span, marks: MarkSpan[], speakers: readonly Span[]): Run[] {
  const borders = bordersIn(
    paragraph,
    marks.flatMap((mark) => [mark.start, mark.end]),
  )
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? paragraph.end
    const covering = marks.filter((mark) => mark.start < end && start < mark.end).sort(outermostFirst)
    return {
      start,
      end,
      markIds: covering.map((mark) => mark.id),
      owner: covering.at(-1)?.id ?? null,
      isFirst: false,
      orphans: [],
      pieces: piecesOf(
        { start, end },
        covering.flatMap((mark) => mark.figures ?? []),
        speakers,
      ),
    }
  })
}

function piecesOf(run: Span, figures: readonly Span[], speakers: readonly Span[]): Piece[] {
  const borders = bordersIn(
    run,
    [...figures, ...speakers].flatMap((span) => [span.start, span.end]),
  )
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? run.end
    const holds = (span: Span): boolean => spansTouch(span, { start, end })
    return { start, end, tone: figures.some(holds) ? 'figure' : speakers.some(holds) ? 'speaker' : null }
  })
}

const bordersIn = (span: Span, offsets: number[]): number[] =>
  [...new Set([span.start, ...offsets.filter((o) => o > span.start && o < span.end), span.end])].sort((a, b) => a - b)

const outermostFirst = (a: MarkSpan, b: MarkSpan): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start || (a.id < b.id ? -1 : 1)

/** Gives every mark exactly one place that carries its id. */
function nameRuns(runs: Run[], marks: MarkSpan[]): void {
  const named = new Set<string>()
  for (const run of runs) {
    if (run.owner === null || named.has(run.owner)) continue
    run.isFirst = true
    named.add(run.owner)
  }
  for (const { id } of marks) {
    if (!named.has(id)) runs.findLast((run) => run.markIds.includes(id))?.orphans.push(id)
  }
}
