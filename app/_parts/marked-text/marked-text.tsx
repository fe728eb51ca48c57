import { Fragment, type ReactNode } from 'react'
import type { Span } from '@/lib/core/text'
import { cx } from '../../_ui/classes'
import { type ClaimKind, kindLine } from '../claim/kinds'
import { groupsOf, type ParagraphGroup, type ShapedSpan } from './groups'
import { type MarkSpan, type Paragraph, type Run, segmentsOf } from './segments'

export type MarkState = 'new' | 'accepted' | 'merged' | 'rejected'

/** A claim in the text. `href`: where its mark leads (default: its entry in the list, `#claim-ID`). */
export type TextMark = MarkSpan & { kind: ClaimKind; state: MarkState; href?: string }

const STATE_WORDS: Record<MarkState, string> = {
  new: 'not yet triaged',
  accepted: 'accepted',
  merged: 'merged into a known claim',
  rejected: 'rejected',
}

const TINTS: Record<MarkState, string> = {
  new: 'decoration-ink-faint',
  accepted: 'bg-accent/8 decoration-accent',
  merged: 'bg-accent/8 decoration-accent',
  rejected: 'text-ink-faint line-through decoration-line',
}

/**
 * An article with its claims marked: the line under the words says the kind, the tint behind them the state. Every
 * mark is a link with the id `mark-ID`. Runs carry `data-start`, the offset of their first character in the text (UTF-16),
 * so that a selection can be turned into a span; what is not text of the article carries `data-aside`.
 * A client around it lights a pair with `data-lit` on `[data-mark~=ID]`.
 */
export function MarkedText({
  text,
  marks,
  speakers,
  shapes = [],
  className,
}: {
  text: string
  marks: TextMark[]
  /** Names that stand out. */
  speakers?: Span[]
  /** What was a heading, an item of a list or a quotation on the page. */
  shapes?: ShapedSpan[]
  className?: string
}) {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  return (
    <div className={cx('flex flex-col gap-4 font-serif text-17', className)} data-marked-text>
      {groupsOf(text, segmentsOf(text, marks, speakers), shapes).map((group) => (
        <Group
          key={group.paragraphs[0]?.start}
          group={group}
          view={(paragraph) => <Runs paragraph={paragraph} text={text} byId={byId} />}
        />
      ))}
      <MarkLegend />
    </div>
  )
}

/** Consecutive items are one list, consecutive quoted paragraphs one quotation. */
function Group({
  group: { shape, hasOwnBullets, paragraphs },
  view,
}: {
  group: ParagraphGroup
  view: (paragraph: Paragraph) => ReactNode
}) {
  const lines = (Line: 'p' | 'li' | 'h2', className?: string) =>
    paragraphs.map((paragraph) => (
      <Line key={paragraph.start} className={className}>
        {view(paragraph)}
      </Line>
    ))
  if (shape === 'heading') return <>{lines('h2', 'mt-2 font-semibold')}</>
  if (shape === 'quote')
    return <blockquote className="flex flex-col gap-4 border-rule border-l-2 pl-4">{lines('p')}</blockquote>
  if (shape === 'item')
    return <ul className={cx('flex flex-col gap-2 pl-6', hasOwnBullets ? 'list-none' : 'list-disc')}>{lines('li')}</ul>
  return <>{lines('p')}</>
}

const Runs = ({ paragraph, text, byId }: { paragraph: Paragraph; text: string; byId: Map<string, TextMark> }) =>
  paragraph.runs.map((run) => (
    <Fragment key={run.start}>
      <RunView run={run} text={text} byId={byId} />
      {run.orphans.map((id) => (
        <OrphanLink key={id} mark={byId.get(id)} />
      ))}
    </Fragment>
  ))

const TONES = { figure: 'font-medium', speaker: 'rounded-s bg-sunk box-decoration-clone px-0.5 -mx-0.5' } as const

function RunView({ run, text, byId }: { run: Run; text: string; byId: Map<string, TextMark> }) {
  const words = run.pieces.map((piece) => (
    <span key={piece.start} data-start={piece.start} className={piece.tone ? TONES[piece.tone] : undefined}>
      {text.slice(piece.start, piece.end)}
    </span>
  ))
  const owner = run.owner === null ? undefined : byId.get(run.owner)
  if (!owner) return <>{words}</>
  const link = (
    <a
      id={run.isFirst ? `mark-${owner.id}` : undefined}
      href={owner.href ?? `#claim-${owner.id}`}
      tabIndex={run.isFirst ? undefined : -1}
      data-mark={run.markIds.join(' ')}
      data-kind={owner.kind}
      data-state={owner.state}
      aria-describedby={`mark-kind-${owner.kind} mark-state-${owner.state}`}
      className={cx('mark-link text-ink underline-offset-[0.2em] hover:text-ink', lineOf(owner))}
    >
      {words}
    </a>
  )
  return <OuterLines outer={run.markIds.slice(0, -1).flatMap((id) => byId.get(id) ?? [])}>{link}</OuterLines>
}

/** Claims around this one keep their own lines, a little lower. */
function OuterLines({ outer, children }: { outer: TextMark[]; children: ReactNode }): ReactNode {
  const [first, ...rest] = outer
  if (!first) return children
  return (
    <span className={cx('underline-offset-[0.4em]', lineOf(first))}>
      <OuterLines outer={rest}>{children}</OuterLines>
    </span>
  )
}

const lineOf = (mark: TextMark): string => cx(mark.state === 'rejected' ? '' : kindLine(mark.kind), TINTS[mark.state])

function OrphanLink({ mark }: { mark: TextMark | undefined }) {
  if (!mark) return null
  return (
    <a
      id={`mark-${mark.id}`}
      href={mark.href ?? `#claim-${mark.id}`}
      data-mark={mark.id}
      data-aside
      className="mark-link ml-0.5 select-none align-super font-sans text-13"
      aria-describedby={`mark-kind-${mark.kind} mark-state-${mark.state}`}
    >
      also
    </a>
  )
}

/** Hidden words that the marks point to, so that a screen reader hears kind and state without extra text in the article. */
function MarkLegend() {
  return (
    <div hidden data-aside>
      {(['statistic', 'prediction', 'event', 'statement'] as const).map((kind) => (
        <span key={kind} id={`mark-kind-${kind}`}>
          {kind}
        </span>
      ))}
      {(Object.keys(STATE_WORDS) as MarkState[]).map((state) => (
        <span key={state} id={`mark-state-${state}`}>
          {STATE_WORDS[state]}
        </span>
      ))}
    </div>
  )
}
