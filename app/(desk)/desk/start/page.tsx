import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { PageHeader } from '@/app/_ui/page-parts'
import { isAdmin } from '@/lib/core/context'
import { getStart, type StartView } from '@/lib/desk/queries/starting'
import { START_STEPS } from '@/lib/desk/rules/starting'
import { requireContext } from '@/lib/web/session'
import { StartStepItem } from './_components/start-step-item'
import { showStartAction } from './actions'

export const metadata: Metadata = { title: 'The first verdict' }

export default async function StartPage() {
  const ctx = await requireContext()
  if (!isAdmin(ctx.actor)) notFound()
  const view = await getStart(ctx)
  const { start, settings } = view
  return (
    <div className="flex max-w-page flex-col gap-8">
      <PageHeader
        title={start.current === null ? 'The first verdict is published' : `${settings.newsroomName} is open`}
        lead={
          start.current === null
            ? 'That was the whole way. From here on the desk shows what waits.'
            : 'Eight steps to the first published verdict. They take about five minutes, and a second person at the end.'
        }
      />
      {start.current === null ? (
        <Published claim={view.claim} />
      ) : (
        <Progress done={start.done.length} of={START_STEPS.length} />
      )}
      {start.current !== null && view.isHidden ? (
        <ActionForm action={showStartAction} id="show-start">
          <SubmitButton variant="secondary" className="self-start">
            Show the next step above every page
          </SubmitButton>
        </ActionForm>
      ) : null}
      <ol className="border-ink border-t-2">
        {START_STEPS.map((step) => (
          <StartStepItem key={step} step={step} view={view} />
        ))}
      </ol>
    </div>
  )
}

function Published({ claim }: Pick<StartView, 'claim'>) {
  return (
    <div className="flex flex-wrap gap-3">
      {claim ? (
        <LinkButton href={`/${claim.kind === 'prediction' ? 'predictions' : 'claims'}/${claim.slug}`} variant="primary">
          See it as readers do
        </LinkButton>
      ) : null}
      <LinkButton href="/desk">To the desk</LinkButton>
    </div>
  )
}

/** One square for each step; the words beside it say the same. */
function Progress({ done, of }: { done: number; of: number }) {
  return (
    <p className="flex items-center gap-3 text-13 text-ink-soft tabular-nums">
      <span aria-hidden="true" className="flex gap-1">
        {START_STEPS.map((step, index) => (
          <span key={step} className={`h-2 w-6 ${index < done ? 'bg-accent' : 'bg-rule'}`} />
        ))}
      </span>
      {done} of {of} done
    </p>
  )
}
