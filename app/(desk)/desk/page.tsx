import type { Metadata } from 'next'
import { KindTag } from '@/app/_parts/claim/tags'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { LinkButton } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { QueueTabs } from '@/app/(desk)/_components/queues/queue-tabs'
import { isAdmin } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { type DeskHome, getDeskHome, type PredictionItem, type VerdictItem } from '@/lib/desk/queries'
import { countQueues } from '@/lib/desk/queries/claim-queue'
import { listSuggestions, type SuggestionRow } from '@/lib/desk/queries/suggestions'
import { countText } from '@/lib/desk/rules/counting'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import { dueWords } from '@/lib/predictions/rules/watch'
import { requireContext } from '@/lib/web/session'
import { Queue, QueueItem } from './_components/queue'

export const metadata: Metadata = { title: 'Desk' }

const inWords = countText

export default async function DeskPage() {
  const ctx = await requireContext()
  const [home, counts, suggested] = await Promise.all([
    getDeskHome(ctx),
    countQueues(ctx),
    listSuggestions(ctx, { view: 'waiting' }),
  ])
  return (
    <>
      <PageHeader
        title="Desk"
        lead={greeting(home)}
        actions={
          isAdmin(ctx.actor) ? <LinkButton href="/desk/articles/import">Import an article</LinkButton> : undefined
        }
      />
      <div className="mt-6">
        <QueueTabs current={null} inbox={home.newCandidates} counts={counts} />
      </div>
      {home.articlesWithoutDay.n > 0 ? (
        <Notice kind="warn" className="mt-6">
          {home.articlesWithoutDay.n === 1 ? 'One article has' : `${inWords(home.articlesWithoutDay)} articles have`} no
          publication day yet, so their windows cannot be read.{' '}
          <a href="/desk/articles?view=needs-day">Confirm {home.articlesWithoutDay.n === 1 ? 'it' : 'them'}</a>
        </Notice>
      ) : null}
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="flex flex-col gap-10">
          <NewCandidates home={home} />
          <Own home={home} />
        </div>
        <div className="flex flex-col gap-10">
          <Approvals home={home} />
          <Due home={home} />
          <Suggested suggestions={suggested.suggestions} isMore={suggested.next !== null} />
        </div>
      </div>
    </>
  )
}

/** What waits, in one sentence. */
function greeting(home: DeskHome): string {
  const parts = [
    home.newCandidates.n > 0
      ? `${inWords(home.newCandidates)} ${home.newCandidates.n === 1 ? 'claim' : 'claims'} to triage`
      : null,
    home.approvals.n > 0 ? `${inWords(home.approvals)} to approve` : null,
    home.ownSentBack.length > 0 ? `${home.ownSentBack.length} sent back to you` : null,
    home.predictionsOverdue.n > 0
      ? `${inWords(home.predictionsOverdue)} ${home.predictionsOverdue.n === 1 ? 'prediction' : 'predictions'} overdue`
      : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? `${parts.join(' · ')}.` : 'Nothing waits for you.'
}

const NewCandidates = ({ home }: { home: DeskHome }) => (
  <Queue
    id="new-claims"
    title="Claims to triage"
    count={inWords(home.newCandidates)}
    href="/desk/inbox"
    more="Open the inbox"
    empty="Every claim that was found is decided. Import an article to find more."
  >
    {home.topCandidates.map((candidate) => (
      <QueueItem
        key={candidate.id}
        href={`/desk/inbox?c=${candidate.id}#row-${candidate.id}`}
        over={
          <>
            <KindTag kind={candidate.kind} />
            <span>{candidate.article.publisher.name}</span>
          </>
        }
      >
        {candidate.quote}
      </QueueItem>
    ))}
  </Queue>
)

const APPROVABLE = { verdict: 'Verdict', correction: 'Correction', withdrawal: 'Withdrawal' }

function Approvals({ home }: { home: DeskHome }) {
  const verdicts = home.verdictsToApprove.map(({ claim, what, byName }) => (
    <QueueItem key={claim.id} href={`/desk/claims/${claim.id}#verdict`} over={`${APPROVABLE[what]}, by ${byName}`}>
      {claim.shortForm}
    </QueueItem>
  ))
  const openings = home.predictionsToApprove.map(({ id, claim, byName, isTooVague }) => (
    <QueueItem
      key={id}
      href={`/desk/predictions/${claim.id}`}
      over={`${isTooVague ? 'Prediction, as too vague' : 'Prediction to open'}, by ${byName}`}
    >
      {claim.shortForm}
    </QueueItem>
  ))
  const judgements = home.judgementsToApprove.map(({ id, claim, byName, kind }) => (
    <QueueItem
      key={id}
      href={`/desk/predictions/${claim.id}`}
      over={`Resolution “${RESOLUTION_WORDS[kind].toLowerCase()}”, by ${byName}`}
    >
      {claim.shortForm}
    </QueueItem>
  ))
  const outcomes = home.outcomesToApprove.map(({ id, statement, byName }) => (
    <QueueItem key={id} href={`/desk/outcomes/${id}`} over={`Outcome, by ${byName}`}>
      {statement}
    </QueueItem>
  ))
  return (
    <Queue
      id="approvals"
      title="Waiting for your approval"
      count={home.approvals.n > 0 ? inWords(home.approvals) : undefined}
      href="/desk/claims?view=waiting"
      more="All that wait"
      empty="Nothing waits for a second person whom you could be."
    >
      {[...verdicts, ...openings, ...judgements, ...outcomes]}
    </Queue>
  )
}

function Own({ home }: { home: DeskHome }) {
  const item = (verdict: VerdictItem, over: string) => (
    <QueueItem key={verdict.id} href={`/desk/claims/${verdict.claim.id}`} over={over}>
      {verdict.claim.shortForm}
    </QueueItem>
  )
  return (
    <Queue
      id="own"
      title="Your work"
      href="/desk/claims?view=mine"
      more="All of yours"
      empty="You have no open draft, and no claim is assigned to you. Take one, or start a verdict."
    >
      {[
        ...home.ownSentBack.map((verdict) => item(verdict, `Sent back: ${verdict.sentBackReason ?? ''}`)),
        ...home.ownDrafts.map((verdict) => item(verdict, 'Draft')),
        ...home.ownAssigned.map((claim) => (
          <QueueItem key={claim.id} href={`/desk/claims/${claim.id}`} over="Assigned to you">
            {claim.shortForm}
          </QueueItem>
        )),
      ]}
    </Queue>
  )
}

const Due = ({ home }: { home: DeskHome }) => (
  <Queue
    id="due"
    title="Predictions due"
    count={home.predictionsToOpen.n > 0 ? `${inWords(home.predictionsToOpen)} still to open` : undefined}
    href="/desk/claims?view=due"
    more="All that fall due"
    empty="No open prediction falls due within thirty days."
  >
    {home.predictionsDue.map((prediction) => (
      <QueueItem
        key={prediction.id}
        href={`/desk/predictions/${prediction.claim.id}`}
        over={
          <>
            <span>{prediction.speaker?.name ?? 'The publisher'}</span>
            <span>{dueTextOf(prediction, home.today)}</span>
          </>
        }
      >
        {prediction.claim.shortForm}
        <DueBar prediction={prediction} today={home.today} />
      </QueueItem>
    ))}
  </Queue>
)

const dueTextOf = ({ dueTo, graceDays }: PredictionItem, today: Day): string =>
  dueTo === null ? '' : dueWords({ dueTo, graceDays }, today)

function DueBar({ prediction, today }: { prediction: PredictionItem; today: Day }) {
  const { id, saidOn, dueFrom, dueTo, graceDays, certainty } = prediction
  if (saidOn === null || dueFrom === null || dueTo === null) return null
  return (
    <span className="mt-1 block">
      <WindowBar
        size="row"
        today={today}
        predictions={[{ id, saidOn, window: { from: dueFrom, to: dueTo }, graceDays, certainty }]}
      />
    </span>
  )
}

const SUGGESTIONS_SHOWN = 3

function Suggested({ suggestions, isMore }: { suggestions: SuggestionRow[]; isMore: boolean }) {
  return (
    <Queue
      id="suggested"
      title="Suggested by readers"
      count={suggestions.length > 0 ? `${suggestions.length}${isMore ? '+' : ''}` : undefined}
      href="/desk/suggestions"
      more="All suggestions"
      empty="No reader’s suggestion waits."
    >
      {suggestions.slice(0, SUGGESTIONS_SHOWN).map(({ id, claimText, saidBy }) => (
        <QueueItem key={id} href={`/desk/suggestions/${id}`} over={saidBy ?? undefined}>
          {claimText.length > 160 ? `${claimText.slice(0, 160).trimEnd()} …` : claimText}
        </QueueItem>
      ))}
    </Queue>
  )
}
