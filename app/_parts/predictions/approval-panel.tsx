import type { ReactNode } from 'react'
import type { FormAction } from '@/app/_ui/action-form'
import type { Permission } from '@/lib/predictions/queries/permissions'
import { OwnWork } from '../desk/own-work'
import { StepButton, StepWithText } from './step-forms'

/** What waits for a second person: what approving does, the approval or why not, and sending it back. */
export function ApprovalPanel<A, S>({
  title,
  children,
  hidden,
  may,
  approve,
  sendBack,
}: {
  title: string
  /** Who handed it over, and what approving does. */
  children: ReactNode
  /** The exact revision that is decided on. */
  hidden: { id: string; revision: number; claimId?: string }
  may: { approve: Permission; sendBack: boolean }
  approve: { action: FormAction<A>; button: string }
  sendBack: FormAction<S>
}) {
  return (
    <section
      aria-labelledby="decision-title"
      className="flex flex-col gap-4 rounded-m border border-line bg-raised p-4 sm:p-6"
    >
      <h2 id="decision-title" className="statement font-semibold text-21">
        {title}
      </h2>
      <p className="text-ink-soft">{children}</p>
      {may.approve.allowed ? (
        <>
          {may.approve.usesSolo ? <OwnWork /> : null}
          <StepButton id="approve" action={approve.action} hidden={hidden} button={approve.button} />
        </>
      ) : (
        <p className="text-15" data-why-not>
          <span className="font-medium">You cannot approve it.</span> {may.approve.why}
        </p>
      )}
      {may.sendBack ? (
        <StepWithText
          id="send-back"
          action={sendBack}
          hidden={hidden}
          opener="Send it back with a reason"
          label="What has to change"
          button="Send back"
        />
      ) : null}
    </section>
  )
}
