import Link from 'next/link'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import type { StartView } from '@/lib/desk/queries/starting'
import { placeOfStep, START_STEPS } from '@/lib/desk/rules/starting'
import { hideStartAction } from '../desk/start/actions'
import { RefreshAtStep } from './refresh-at-step'
import { START_WORDS } from './start-words'

/** Above the pages of a new desk: which step to the first verdict is next, and where it is done. */
export function StartBar({ view: { start, facts } }: { view: StartView }) {
  const step = start.current
  if (step === null) return null
  return (
    <aside aria-label="The way to the first verdict" className="border-accent border-b bg-accent-wash print:hidden">
      <div className="mx-auto flex max-w-desk flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-13">
        <p>
          <span className="text-ink-soft tabular-nums">
            Step {START_STEPS.indexOf(step) + 1} of {START_STEPS.length} to the first verdict:
          </span>{' '}
          <Link href={placeOfStep(step, facts)} className="font-medium">
            {START_WORDS[step].title}
          </Link>
        </p>
        <div className="ml-auto flex items-center gap-2">
          <RefreshAtStep step={step} />
          <Link href="/desk/start" className="link-quiet flex min-h-8 items-center">
            All steps
          </Link>
          <ActionForm action={hideStartAction} id="hide-start">
            <SubmitButton variant="quiet" size="small">
              Hide
            </SubmitButton>
          </ActionForm>
        </div>
      </div>
    </aside>
  )
}
