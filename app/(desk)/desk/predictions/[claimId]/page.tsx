import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { KeyTargets } from '@/app/_parts/keys/key-targets'
import { History } from '@/app/_parts/predictions/history'
import { LinkButton } from '@/app/_ui/button'
import { Folded } from '@/app/_ui/folded'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { Tag } from '@/app/_ui/tag'
import { DeskReplies } from '@/app/(desk)/desk/replies/_components/desk-replies'
import { listHistory } from '@/lib/audit/queries'
import { canEditClaim, canKeepReplies } from '@/lib/claims/policy'
import { listLinkSuggestions } from '@/lib/claims/queries'
import { listReplies } from '@/lib/claims/queries/replies'
import type { Context } from '@/lib/core/context'
import { canWritePredictions } from '@/lib/predictions/policy'
import type { LinkedPrediction } from '@/lib/predictions/queries/linked'
import { listNewsOf } from '@/lib/predictions/queries/news'
import { getPredictionWorkspace, type PredictionWorkspace } from '@/lib/predictions/queries/workspace'
import { requireContext } from '@/lib/web/session'
import { DoneNotice } from '../../_components/done-notice'
import { StepDone } from '../../_components/step-done'
import { LinkSuggestions, SaidAtList } from '../_components/margin'
import { NewsDone, NewsDoneNotice } from '../_components/news-done'
import { NewsSection } from '../_components/news-section'
import { OpeningForm } from '../_components/opening-form'
import { Clarifications, DecisionPanel, Standing } from '../_components/steps'
import { Terms } from '../_components/terms'
import { Timeline } from '../_components/timeline'

export const metadata: Metadata = { title: 'Prediction' }

const KEYS = {
  'prediction-save': { press: '#opening button[name=intent][value=save]' },
  'prediction-hand-over': { press: '#opening button[name=intent][value=propose]' },
  'prediction-approve': { open: '#approve, #approve-judgement' },
  'prediction-send-back': { open: '#send-back, #refuse-judgement' },
  'prediction-record': { press: 'main a[href^="/desk/outcomes/new"]' },
  'prediction-judge': { open: '#judge' },
  'prediction-clarify': { open: '#clarify' },
  'prediction-reply': { open: '#reply' },
  'prediction-another-window': { press: '[data-another-window]' },
  'prediction-undo': { open: '#undo-resolution' },
} as const

/** `of`: the claim of the earlier prediction, where this one was just drafted as another window of it. */
const Drafted = z.object({ of: z.uuid().optional().catch(undefined) })

const CRUMBS = [{ href: '/desk/predictions', label: 'Predictions' }]

export default async function PredictionPage({ params, searchParams }: PageProps<'/desk/predictions/[claimId]'>) {
  const ctx = await requireContext()
  const claimId = z.uuid().safeParse((await params).claimId)
  const view = claimId.success ? await getPredictionWorkspace(ctx, claimId.data) : null
  if (view === null) notFound()
  const { claim, prediction } = view
  // a draft is drawn in its form, as it is written
  const isDecidable = prediction !== null && prediction.state !== 'draft'
  const search = await searchParams
  const query = NewsDone.parse(search)
  const path = `/desk/predictions/${claim.id}`
  const mayWrite = canWritePredictions(ctx.actor)
  const { of } = Drafted.parse(search)
  const drafted = of ? view.linked.find((item) => item.claimId === of) : undefined
  const [history, suggestions, news] = await Promise.all([
    prediction ? listHistory(ctx, 'prediction', prediction.id) : [],
    canEditClaim(ctx.actor) ? listLinkSuggestions(ctx, claim.id) : [],
    prediction?.opened ? listNewsOf(ctx, prediction.id) : [],
  ])
  return (
    <div className="flex flex-col gap-10">
      <KeyTargets targets={KEYS} />
      <PageHeader title={claim.statement} crumbs={CRUMBS} over={<Over view={view} />} />
      <StepDone search={search} without={path} once={ctx.requestId} />
      {drafted ? <DraftedNotice key={ctx.requestId} earlier={drafted} without={path} isDraft={!isDecidable} /> : null}
      {view.linked.length > 1 || isDecidable ? <Timeline linked={view.linked} today={view.today} /> : null}
      {/* read before it is written: on a phone where it was said comes first, else beside */}
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,42rem)_minmax(16rem,22rem)] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:col-start-2 lg:row-start-1">
          <SaidAtList places={view.saidAt} />
        </div>
        <div className="flex min-w-0 max-w-measure flex-col gap-10 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <NewsDoneNotice ctx={ctx} query={query} at="page" without={path} />
          <Main ctx={ctx} view={view} />
          <NewsSection items={news} today={view.today} mayDecide={mayWrite} />
          {prediction?.opened && mayWrite ? <AnotherWindow claimId={claim.id} /> : null}
        </div>
        <aside className="flex min-w-0 flex-col gap-8 lg:col-start-2 lg:row-start-2">
          <LinkSuggestions
            claimId={claim.id}
            suggestions={suggestions.filter(({ other }) => view.linked.every((item) => item.claimId !== other.id))}
          />
          <section aria-labelledby="history-title" className="flex flex-col gap-3">
            <h2 id="history-title" className="label-caps">
              History
            </h2>
            {history.length > 0 ? (
              <History events={history} zone={view.zone} />
            ) : (
              <p className="text-13 text-ink-soft">Nothing was written about it yet.</p>
            )}
          </section>
        </aside>
      </div>
    </div>
  )
}

/** What is frozen stays: another window is another prediction. */
const AnotherWindow = ({ claimId }: { claimId: string }) => (
  <section aria-labelledby="another-title" className="flex flex-col gap-3">
    <h2 id="another-title" className="statement font-semibold text-21">
      Another window was said later
    </h2>
    <p className="text-ink-soft">
      Narrowed or moved, it is a prediction of its own, linked to this one. This one keeps being scored as it was made.
    </p>
    <div>
      <LinkButton href={`/desk/predictions/${claimId}/another-window`} variant="secondary" data-another-window>
        Draft the other one
      </LinkButton>
    </div>
  </section>
)

/** Just drafted, or linked, as another window of an earlier one. */
const DraftedNotice = ({
  earlier,
  without,
  isDraft,
}: {
  earlier: LinkedPrediction
  without: string
  isDraft: boolean
}) => (
  <div className="max-w-measure">
    <DoneNotice without={without}>
      Linked: it {earlier.relation === 'narrowed by' ? 'narrows' : 'moves'}{' '}
      <Link href={`/desk/predictions/${earlier.claimId}`}>{earlier.shortForm}</Link>, which stays as it was frozen.
      {isDraft ? ' This is its draft: look at its criteria, then propose it.' : null}
    </DoneNotice>
  </div>
)

const STATES = {
  draft: { words: 'Draft', tone: 'plain' },
  proposed: { words: 'Waits for a second person', tone: 'watch' },
  opened: { words: 'Opened', tone: 'accent' },
  too_vague: { words: 'Too vague', tone: 'plain' },
} as const

function Over({ view: { claim, prediction } }: { view: PredictionWorkspace }) {
  const state = prediction ? STATES[prediction.state] : { words: 'To open', tone: 'plain' as const }
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Tag tone={state.tone}>{state.words}</Tag>
      <span>{claim.speakerName ?? 'No named speaker'}</span>
      <Link href={`/desk/claims/${claim.id}`}>The claim</Link>
      {/* no Link: what it read ahead would be of before an approval */}
      {prediction?.opened ? <a href={`/predictions/${claim.slug}`}>Public page</a> : null}
    </span>
  )
}

async function Main({ ctx, view }: { ctx: Context; view: PredictionWorkspace }) {
  const { prediction, may, zone, content, certainty } = view
  if (prediction?.opened)
    return (
      <>
        <Standing
          claimId={view.claim.id}
          prediction={prediction}
          may={may}
          zone={zone}
          conditionWords={content.conditionWords}
        />
        <Frozen view={view} opened={prediction.opened} />
        <Clarifications prediction={prediction} may={may} zone={zone} />
        <DeskReplies
          of={{ claimId: view.claim.id }}
          replies={await listReplies(ctx, { claimId: view.claim.id })}
          mayKeep={canKeepReplies(ctx.actor)}
          today={view.today}
          zone={zone}
        />
      </>
    )
  return (
    <>
      {prediction?.sentBack ? (
        <Notice kind="warn" title={`Sent back by ${prediction.sentBack.byName}`}>
          {prediction.sentBack.reason}
        </Notice>
      ) : null}
      {prediction?.state === 'proposed' ? (
        <>
          <DecisionPanel
            claimId={view.claim.id}
            prediction={prediction}
            may={may}
            isTooVague={content.vagueReason !== null}
            zone={zone}
          />
          <section aria-labelledby="terms-title" className="flex flex-col gap-4">
            <h2 id="terms-title" className="statement font-semibold text-21">
              What is proposed
            </h2>
            <Terms content={content} certainty={certainty} />
          </section>
        </>
      ) : null}
      {may.write ? <Writing view={view} /> : prediction === null ? <p>Nothing was written about it yet.</p> : null}
    </>
  )
}

function Writing({ view }: { view: PredictionWorkspace }) {
  const { claim, prediction, content, certainty, certaintyTable, alternatives, figures, figureReadFrom, today } = view
  const isProposed = prediction?.state === 'proposed'
  const form = (
    <OpeningForm
      claimId={claim.id}
      revision={prediction?.revision ?? null}
      content={content}
      certainty={certainty}
      certaintyTable={certaintyTable}
      alternatives={alternatives}
      figures={figures.length > 1 && prediction === null ? figures : []}
      figureReadFrom={figureReadFrom}
      today={today}
      isProposed={isProposed}
    />
  )
  if (isProposed) return <Folded label="Change it">{form}</Folded>
  return (
    <section aria-labelledby="opening-title" className="flex flex-col gap-6">
      <div>
        <h2 id="opening-title" className="statement font-semibold text-21">
          Open it
        </h2>
        <p className="mt-1 text-ink-soft">
          One person writes, another approves; from then on it is frozen and public. A draft may leave anything out.
          {content.window === null ? ' The article states no window: give it one, or mark it too vague.' : ''}
        </p>
      </div>
      {form}
    </section>
  )
}

function Frozen({
  view,
  opened,
}: {
  view: PredictionWorkspace
  opened: NonNullable<NonNullable<PredictionWorkspace['prediction']>['opened']>
}) {
  return (
    <section aria-labelledby="frozen-title" className="flex flex-col gap-4">
      <div>
        <h2 id="frozen-title" className="statement font-semibold text-21">
          What was frozen
        </h2>
        <p className="text-13 text-ink-soft">
          Written by {view.prediction?.authorName}, approved by {opened.byName}
          {opened.isSolo ? ' (one-person desk)' : ''}
        </p>
      </div>
      <Terms content={view.content} certainty={view.certainty} />
    </section>
  )
}
