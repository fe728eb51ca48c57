import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { KeyTargets } from '@/app/_parts/keys/key-targets'
import { History } from '@/app/_parts/predictions/history'
import { StepButton, StepWithText } from '@/app/_parts/predictions/step-forms'
import { Button } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { PageHeader } from '@/app/_ui/page-parts'
import { listHistory } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { listOutcomeBadges } from '@/lib/evidence/queries/badges'
import { getOutcome, type OutcomeView } from '@/lib/predictions/queries/outcomes'
import { findResolvable, suggestResolvable } from '@/lib/predictions/queries/suggestions'
import { requireContext } from '@/lib/web/session'
import { StepDone } from '../../_components/step-done'
import { Decision } from '../_components/decision'
import { LinksForm } from '../_components/links-form'
import { OutcomeForm } from '../_components/outcome-form'
import { OutcomeRecord, ResolvedList } from '../_components/record'
import { Sources } from '../_components/sources'
import { OutcomeStateTag } from '../_components/state-tag'
import { dropOutcomeAction, submitOutcomeAction } from '../actions'

export const metadata: Metadata = { title: 'Outcome' }

const KEYS = {
  'prediction-save': { open: '#outcome' },
  'prediction-hand-over': { press: '#submit button' },
  'prediction-approve': { open: '#approve' },
  'prediction-send-back': { open: '#send-back' },
  'prediction-undo': { open: '#undo' },
  'outcome-source': { open: '#source' },
  'outcome-find': { open: 'main search form' },
  'outcome-drop': { open: '#drop' },
} as const

const CRUMBS = [{ href: '/desk/outcomes', label: 'Outcomes' }]
export default async function OutcomePage({ params, searchParams }: PageProps<'/desk/outcomes/[id]'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  const outcome = id.success ? await getOutcome(ctx, id.data) : null
  if (outcome === null) notFound()
  const search = await searchParams
  const words = z
    .string()
    .max(200)
    .catch('')
    .parse(search.q ?? '')
  const history = await listHistory(ctx, 'outcome', outcome.id)
  return (
    <div className="flex flex-col gap-10">
      <KeyTargets targets={KEYS} />
      <PageHeader
        title={outcome.content.statement}
        crumbs={CRUMBS}
        over={
          <span className="flex flex-wrap items-center gap-3">
            <OutcomeStateTag state={outcome.state} />
            <span>Recorded by {outcome.authorName}</span>
          </span>
        }
      />
      <StepDone search={search} without={`/desk/outcomes/${outcome.id}`} once={ctx.requestId} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,42rem)_minmax(14rem,18rem)] lg:gap-16">
        <div className="flex min-w-0 max-w-measure flex-col gap-10">
          <Decision outcome={outcome} />
          {outcome.state === 'draft' ? null : <ResolvedList outcome={outcome} />}
          <OutcomeRecord outcome={outcome} />
          <Sources outcome={outcome} badges={await listOutcomeBadges(ctx, outcome.id)} />
          {outcome.may.write ? <Editing ctx={ctx} outcome={outcome} words={words} /> : null}
        </div>
        <aside aria-labelledby="history-title" className="flex min-w-0 flex-col gap-3">
          <h2 id="history-title" className="label-caps">
            History
          </h2>
          <History events={history} zone={outcome.zone} />
        </aside>
      </div>
    </div>
  )
}

async function Editing({ ctx, outcome, words }: { ctx: Context; outcome: OutcomeView; words: string }) {
  const { id, revision, content, may } = outcome
  return (
    <>
      <Folded label="Change what happened">
        <OutcomeForm id={id} revision={revision} content={content} predictionIds={[]} isSubmitted={!may.submit} />
      </Folded>
      <Predictions ctx={ctx} outcome={outcome} words={words} />
      {may.submit ? (
        <div className="border-rule border-t pt-6">
          <StepButton id="submit" action={submitOutcomeAction} hidden={{ id, revision }} button="Submit for approval" />
        </div>
      ) : null}
      {may.drop ? (
        <StepWithText
          id="drop"
          action={dropOutcomeAction}
          hidden={{ id, revision }}
          opener="Drop this draft"
          label="Why it is dropped"
          hint="Only the desk reads it. What was saved stays readable; its predictions are free for another outcome."
          button="Drop the draft"
          variant="danger"
        />
      ) : null}
    </>
  )
}

async function Predictions({ ctx, outcome, words }: { ctx: Context; outcome: OutcomeView; words: string }) {
  const { id, revision, content, links, today, may } = outcome
  const [suggested, found] = await Promise.all([
    suggestResolvable(
      ctx,
      links.map((link) => link.predictionId),
    ),
    words.trim() === '' ? null : findResolvable(ctx, words),
  ])
  const list = (
    <div className="flex flex-col gap-4">
      <LinksForm
        id={id}
        revision={revision}
        links={links}
        outcome={content.days}
        today={today}
        suggested={suggested}
        found={found}
      />
      <search>
        {/* comes back to the list, where what was found stands */}
        <form action={`/desk/outcomes/${id}#links`} className="flex flex-wrap items-end gap-3">
          <Field
            name="q"
            label="Find an open prediction"
            required={false}
            hint="Words of it, or its speaker"
            className="flex-1 basis-64"
          >
            <Input type="search" defaultValue={words || undefined} />
          </Field>
          <Button type="submit">Find</Button>
        </form>
      </search>
    </div>
  )
  // what was submitted is read above: its list is only changed here
  if (!may.submit)
    return (
      <Folded label="Change the list (takes the submission back)" open={found !== null}>
        {list}
      </Folded>
    )
  return (
    <section aria-labelledby="submit-links" className="flex flex-col gap-4">
      {/* named by what submitting may ask for */}
      <h2 id="submit-links" tabIndex={-1} className="statement font-semibold text-21">
        Predictions that it resolves
      </h2>
      {list}
    </section>
  )
}
