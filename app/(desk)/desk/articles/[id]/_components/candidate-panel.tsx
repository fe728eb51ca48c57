import Link from 'next/link'
import type { ReactNode } from 'react'
import { figureWords } from '@/app/_parts/claim/figure-words'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { buttonClasses } from '@/app/_ui/button-styles'
import { DefinitionList } from '@/app/_ui/page-parts'
import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { rejectionWords } from '@/lib/claims/rules/rejections'
import type { Day } from '@/lib/core/days'
import { inQuotes } from '@/lib/core/quotes'
import { formatWindow } from '@/lib/core/windows'
import type { KeyActionId } from '@/lib/desk/rules/key-actions'
import { FLAG_WORDS } from '@/lib/extraction/present/meanings'
import type { Doing } from './address'
import { ReopenForm } from './decision-forms'
import { Firings } from './firings'

const FLAGS: Readonly<Record<string, string>> = FLAG_WORDS

/** What is known of the open candidate, the moves that are possible, and the form of the chosen one. */
export function CandidatePanel({
  candidate,
  body,
  publishedOn,
  today,
  mayTriage,
  doing,
  hrefFor,
  differences,
  copy,
  form,
  after,
}: {
  candidate: ReaderCandidate
  /** The text that the candidate's offsets point into. */
  body: string
  publishedOn: Day | null
  today: Day
  mayTriage: boolean
  doing: Doing | undefined
  hrefFor: (doing: Doing) => string
  differences: ReactNode
  copy: ReactNode
  form: ReactNode
  after: ReactNode
}) {
  const isOpen = candidate.state === 'new'
  return (
    <div className="mt-3 flex animate-appear flex-col gap-4" data-panel>
      {candidate.kind === 'prediction' || candidate.due ? (
        <WindowFacts candidate={candidate} publishedOn={publishedOn} today={today} />
      ) : null}
      <Facts candidate={candidate} body={body} />
      {differences}
      {copy}
      {mayTriage && isOpen ? <Moves doing={doing} hrefFor={hrefFor} /> : null}
      {isOpen ? form : <Decision candidate={candidate} mayTriage={mayTriage} />}
      {after}
    </div>
  )
}

function WindowFacts({
  candidate,
  publishedOn,
  today,
}: {
  candidate: ReaderCandidate
  publishedOn: Day | null
  today: Day
}) {
  const { due, dueWords, dueAlternatives, flags } = candidate
  return (
    <div className="text-13">
      {publishedOn ? (
        <WindowBar predictions={[{ id: candidate.id, saidOn: publishedOn, window: due }]} today={today} size="card" />
      ) : null}
      <p className="mt-1 text-ink-soft">
        {due ? (
          <>
            <span className="font-medium text-ink">{formatWindow(due)}</span>, from the words {inQuotes(dueWords ?? '')}
            .
          </>
        ) : (
          'No window is stated.'
        )}
        {dueAlternatives.length > 0
          ? ` Or: ${dueAlternatives.map(formatWindow).join(', ')}; the prediction’s form lets you choose.`
          : ''}
        {flags.map((flag) => ` ${FLAGS[flag] ?? flag}`)}
      </p>
    </div>
  )
}

function Facts({ candidate, body }: { candidate: ReaderCandidate; body: string }) {
  const { quantities, certaintyWords, conditionWords, isNegated, reasons, checkWorthiness } = candidate
  const items = [
    ...quantities.map((quantity) => ({ key: quantity.id, term: 'Figure', value: figureWords(quantity) })),
    ...(certaintyWords ? [{ term: 'Certainty', value: `“${certaintyWords}”${isNegated ? ', negated' : ''}` }] : []),
    ...(conditionWords ? [{ term: 'Condition', value: `“${conditionWords}”` }] : []),
  ]
  return (
    <div className="flex flex-col gap-2 text-13">
      {items.length > 0 ? <DefinitionList items={items} className="gap-y-1 text-13 sm:gap-y-1" /> : null}
      <details>
        <summary className="cursor-pointer text-ink-soft">
          Worth checking: {Math.round(checkWorthiness * 100)} of 100. Why it was marked
        </summary>
        <p className="mt-1 text-ink-soft">{reasons.join('; ')}.</p>
        <Firings candidate={candidate} body={body} />
        {candidate.origin === 'model' ? (
          <p className="mt-1 text-ink-faint">Language model and prompt: {candidate.extractorVersion}</p>
        ) : null}
      </details>
    </div>
  )
}

const MOVES: { doing: Doing; label: string; shortcut: KeyActionId }[] = [
  { doing: 'accept', label: 'Accept', shortcut: 'candidate-accept' },
  { doing: 'merge', label: 'Same as …', shortcut: 'candidate-merge' },
  { doing: 'reject', label: 'Reject', shortcut: 'candidate-reject' },
]

function Moves({ doing, hrefFor }: { doing: Doing | undefined; hrefFor: (doing: Doing) => string }) {
  return (
    <nav aria-label="What to do with this candidate" className="flex flex-wrap gap-2">
      {MOVES.map((move) => (
        <Link
          key={move.doing}
          href={hrefFor(move.doing)}
          scroll={false}
          aria-current={doing === move.doing ? 'true' : undefined}
          className={buttonClasses({ variant: doing === move.doing ? 'primary' : 'secondary', size: 'small' })}
        >
          {move.label} <Shortcut id={move.shortcut} />
        </Link>
      ))}
    </nav>
  )
}

function Decision({ candidate, mayTriage }: { candidate: ReaderCandidate; mayTriage: boolean }) {
  const words = { accepted: 'Accepted', merged: 'Added to a known claim', rejected: 'Rejected', new: '' }[
    candidate.state
  ]
  return (
    <div className="flex flex-col gap-2 text-15">
      <p>
        {words}
        {candidate.decidedBy ? ` by ${candidate.decidedBy.name}` : ''}
        {candidate.decisionReason ? `: ${rejectionWords(candidate.decisionReason)}` : ''}
        {candidate.claim ? (
          <>
            {': '}
            <Link href={`/desk/claims/${candidate.claim.id}`}>{candidate.claim.shortForm}</Link>
          </>
        ) : null}
      </p>
      {mayTriage ? <ReopenForm candidateId={candidate.id} /> : null}
    </div>
  )
}
