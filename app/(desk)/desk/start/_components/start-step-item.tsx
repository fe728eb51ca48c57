import Link from 'next/link'
import { Seal } from '@/app/_parts/seal/seal'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/classes'
import type { StartView } from '@/lib/desk/queries/starting'
import { placeOfStep, START_STEPS, type StartStep } from '@/lib/desk/rules/starting'
import { START_WORDS } from '../../../_components/start-words'
import { keepScaleAction } from '../actions'

/** A step with what it is for; the next one with its button, one that is done with what came of it. */
export function StartStepItem({ step, view }: { step: StartStep; view: StartView }) {
  const { start, facts } = view
  const isDone = start.done.includes(step)
  const isCurrent = start.current === step
  const { title, text, button } = START_WORDS[step]
  return (
    <li
      id={step}
      aria-current={isCurrent ? 'step' : undefined}
      className={cx('flex gap-4 border-rule border-b py-4', isCurrent && 'bg-accent-wash px-3')}
    >
      <span
        aria-hidden="true"
        className={cx(
          'statement w-6 shrink-0 text-21 leading-tight',
          isDone || isCurrent ? 'text-accent' : 'text-ink-soft',
        )}
      >
        {isDone ? '✓' : START_STEPS.indexOf(step) + 1}
      </span>
      <div className="flex min-w-0 flex-col items-start gap-2">
        <h2 className="font-semibold text-17">
          {isDone || isCurrent ? <Link href={placeOfStep(step, facts)}>{title}</Link> : title}
          {isDone ? <span className="sr-only">, done</span> : null}
        </h2>
        {isDone ? <CameOf step={step} view={view} /> : <p className="max-w-measure text-ink-soft">{text}</p>}
        {step === 'scale' && isCurrent ? <Scale view={view} /> : null}
        {isCurrent && step !== 'scale' ? <Doing step={step} view={view} button={button} /> : null}
      </div>
    </li>
  )
}

function CameOf({ step, view: { settings, second, claim } }: { step: StartStep; view: StartView }) {
  const words: Readonly<Record<StartStep, string | null>> = {
    newsroom: `${settings.newsroomName}, days of ${settings.zone}`,
    scale: settings.ratingScale.map(({ label }) => label).join(' · '),
    person:
      second === null
        ? 'A one-person desk: whoever wrote something may also approve it.'
        : `${second.name} ${second.hasJoined ? 'has joined' : 'is invited'}.`,
    article: null,
    claim: claim?.shortForm ?? null,
    evidence: null,
    verdict: null,
    approval: null,
  }
  return words[step] === null ? null : <p className="max-w-measure text-13 text-ink-soft">{words[step]}</p>
}

function Scale({ view: { settings } }: { view: StartView }) {
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {settings.ratingScale.map((rating) => (
          <li key={rating.key} className="flex items-center gap-2">
            <Seal rating={rating} /> {rating.label}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <ActionForm action={keepScaleAction} id="keep-scale">
          <SubmitButton>Keep this scale</SubmitButton>
        </ActionForm>
        <LinkButton href="/desk/admin/settings#scale" variant="quiet">
          Change it
        </LinkButton>
      </div>
    </>
  )
}

function Doing({ step, view, button }: { step: StartStep; view: StartView; button: string }) {
  return (
    <>
      {step === 'approval' && view.second && !view.second.hasJoined ? (
        <p className="max-w-measure">
          {view.second.name} has not joined yet. Send the link again from <Link href="/desk/admin/people">People</Link>.
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton href={placeOfStep(step, view.facts)} variant="primary">
          {button}
        </LinkButton>
        {step === 'person' ? (
          <LinkButton href="/desk/admin/settings#solo" variant="quiet">
            I work alone
          </LinkButton>
        ) : null}
      </div>
    </>
  )
}
