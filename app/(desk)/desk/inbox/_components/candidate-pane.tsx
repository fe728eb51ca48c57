'use client'

import Link from 'next/link'
import type { MouseEvent, ReactNode } from 'react'
import { figureWords } from '@/app/_parts/claim/figure-words'
import { kindLine } from '@/app/_parts/claim/kinds'
import { KindTag } from '@/app/_parts/claim/tags'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { PresentNames } from '@/app/_parts/presence/present-names'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { buttonClasses } from '@/app/_ui/button-styles'
import { cx } from '@/app/_ui/classes'
import { DayText } from '@/app/_ui/days'
import { DefinitionList } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import { inQuotes } from '@/lib/core/quotes'
import { formatWindow } from '@/lib/core/windows'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import type { InboxDetails, InboxRow } from '../rows'
import type { Move } from './inbox-state'

/** The middle pane: the words where they stand in their article. */
export function ReaderPane({
  row,
  details,
  present,
}: {
  row: InboxRow
  details: InboxDetails | undefined
  present: readonly string[]
}) {
  const { article, kind, quote } = row
  const around = details?.around ?? { before: row.prefix, quote, after: row.suffix }
  return (
    <section aria-labelledby="reader-heading" className="flex min-w-0 flex-col gap-3">
      <header>
        <h2 id="reader-heading" className="font-semibold text-17">
          <Link href={`/desk/articles/${article.id}?c=${row.id}#claim-${row.id}`} className="link-quiet">
            {article.title}
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
          <span>{article.publisher.name}</span>
          {article.publishedOn ? <DayText day={article.publishedOn} /> : <span>no day of publication yet</span>}
          <Link href={`/desk/inbox?article=${article.id}`}>Only this article</Link>
        </p>
        <PresentNames names={present} />
      </header>
      <p className="statement max-w-measure whitespace-pre-line border-rule border-l pl-4 text-17 text-ink-soft">
        <Context words={around.before} side="before" />
        <span className={cx('bg-accent-wash text-ink decoration-accent underline-offset-[0.2em]', kindLine(kind))}>
          <Weighed row={row} />
        </span>
        <Context words={around.after} side="after" />
      </p>
    </section>
  )
}

const NEAR_CHARS = 220

/** What stands around the words; where the panes lie below each other only the nearest of it. */
function Context({ words, side }: { words: string; side: 'before' | 'after' }) {
  const cut = side === 'before' ? words.indexOf(' ', words.length - NEAR_CHARS) : words.lastIndexOf(' ', NEAR_CHARS)
  if (words.length <= NEAR_CHARS || cut < 0) return words
  const far = <span className="max-xl:hidden">{side === 'before' ? words.slice(0, cut) : words.slice(cut)}</span>
  const more = <span className="xl:hidden">…</span>
  return side === 'before' ? (
    <>
      {far}
      {more}
      {words.slice(cut)}
    </>
  ) : (
    <>
      {words.slice(0, cut)}
      {more}
      {far}
    </>
  )
}

/** The words themselves, figures and window in medium weight. */
function Weighed({ row: { quote, quantities, dueWords } }: { row: InboxRow }) {
  const figures = [...quantities.map(({ text }) => text), dueWords ?? ''].filter((text) => text && quote.includes(text))
  const parts: { start: number; text: string; isFigure: boolean }[] = []
  let at = 0
  for (const text of figures.sort((a, b) => quote.indexOf(a) - quote.indexOf(b))) {
    const start = quote.indexOf(text, at)
    if (start < 0) continue
    if (start > at) parts.push({ start: at, text: quote.slice(at, start), isFigure: false })
    parts.push({ start, text, isFigure: true })
    at = start + text.length
  }
  if (at < quote.length) parts.push({ start: at, text: quote.slice(at), isFigure: false })
  return parts.map(({ start, text, isFigure }) => (
    <span key={start} className={isFigure ? 'font-semibold' : undefined}>
      {text}
    </span>
  ))
}

const MOVES: { move: Move; label: string; keyId: KeyActionId }[] = [
  { move: 'accept', label: 'Accept', keyId: 'candidate-accept' },
  { move: 'merge', label: 'Same as …', keyId: 'candidate-merge' },
  { move: 'reject', label: 'Reject', keyId: 'candidate-reject' },
]

/** The right pane: what would be claimed, why it is worth checking, and the decision. */
export function ClaimPane({
  row,
  today,
  doing,
  mayTriage,
  hrefOf,
  onMove,
  onWord,
  form,
}: {
  row: InboxRow
  today: Day
  doing: Move | null
  mayTriage: boolean
  hrefOf: (move: Move) => string
  onMove: (move: Move) => void
  onWord: () => void
  form: ReactNode
}) {
  const take = (move: Move) => (event: MouseEvent) => {
    event.preventDefault()
    onMove(move)
  }
  return (
    <section aria-labelledby="claim-heading" className="flex min-w-0 flex-col gap-4" data-claim-pane>
      <header className="flex flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink-soft">
          <KindTag kind={row.kind} />
          <span>
            {row.speakerText ?? 'The publisher itself'}
            {row.relayText ? `, passed on by ${row.relayText}` : ''}
          </span>
        </p>
        <h2 id="claim-heading" className="statement text-21">
          {row.accept.statement}
        </h2>
      </header>
      {mayTriage ? (
        <nav aria-label="What to do with this candidate" className="flex flex-wrap gap-2">
          {MOVES.map(({ move, label, keyId }) => (
            <a
              key={move}
              href={hrefOf(move)}
              onClick={take(move)}
              aria-current={doing === move ? 'true' : undefined}
              data-move={move}
              className={buttonClasses({ variant: move === 'accept' ? 'primary' : 'secondary' })}
            >
              {label} <Shortcut id={keyId} />
            </a>
          ))}
          <a
            href={hrefOf('accept')}
            onClick={(event) => {
              event.preventDefault()
              onWord()
            }}
            className={buttonClasses({ variant: 'quiet' })}
          >
            Word it anew <Shortcut id="candidate-word" />
          </a>
        </nav>
      ) : null}
      {form}
      <Facts row={row} today={today} />
    </section>
  )
}

function Facts({ row, today }: { row: InboxRow; today: Day }) {
  const { id, kind, due, dueWords, quantities, certaintyWords, isNegated, conditionWords, reasons, article } = row
  const items = [
    ...quantities.map((quantity) => ({ key: quantity.id, term: 'Figure', value: figureWords(quantity) })),
    ...(due ? [{ term: 'Window', value: `${formatWindow(due)}, from ${inQuotes(dueWords ?? '')}` }] : []),
    ...(kind === 'prediction' && !due ? [{ term: 'Window', value: 'None is stated.' }] : []),
    ...(certaintyWords
      ? [{ term: 'Certainty', value: `${inQuotes(certaintyWords)}${isNegated ? ', negated' : ''}` }]
      : []),
    ...(conditionWords ? [{ term: 'Condition', value: inQuotes(conditionWords) }] : []),
    {
      term: 'Worth checking',
      value: `${Math.round(row.checkWorthiness * 100)} of 100${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}`,
    },
  ]
  return (
    <div className="flex flex-col gap-3 border-rule border-t pt-3">
      {due && article.publishedOn ? (
        <WindowBar predictions={[{ id, saidOn: article.publishedOn, window: due }]} today={today} size="card" />
      ) : null}
      <DefinitionList items={items} className="gap-y-1 text-13 sm:gap-y-1" />
    </div>
  )
}
