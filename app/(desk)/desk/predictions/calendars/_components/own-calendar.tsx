'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Timestamp } from '@/app/_ui/timestamp'
import type { OwnCalendar } from '@/lib/desk/queries/calendars'
import { renewCalendarAction, revokeCalendarAction } from '../actions'
import { AddressForm } from './new-address'

/** A calendar with what it holds, and the two things that can be done with its address. */
export function OwnCalendarItem({
  calendar: { id, name, narrowedTo, isBroken, createdAt, renewedAt },
  zone,
}: {
  calendar: OwnCalendar
  zone: string
}) {
  return (
    <li className="flex flex-col gap-3 border-rule border-b py-4">
      <div>
        <h3 className="font-serif text-17">{name}</h3>
        <p className="text-13 text-ink-soft">
          {isBroken
            ? 'What it was narrowed to cannot be read any more'
            : (narrowedTo ?? 'All open predictions of the newsroom')}{' '}
          · made <Timestamp at={createdAt} zone={zone} />
          {renewedAt ? (
            <>
              , its address <Timestamp at={renewedAt} zone={zone} />
            </>
          ) : null}
        </p>
      </div>
      {isBroken ? (
        <p className="font-medium text-rating-false">
          Its address answers nothing. Make the calendar anew, and revoke this one.
        </p>
      ) : null}
      <AddressForm action={renewCalendarAction} id={`renew-${id}`}>
        <input type="hidden" name="calendarId" value={id} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="secondary" size="small" aria-label={`Give ${name} a new address`}>
            Give it a new address
          </SubmitButton>
          <span className="text-13 text-ink-soft">The old one answers nothing from then on.</span>
        </div>
      </AddressForm>
      <ActionForm action={revokeCalendarAction} id={`revoke-${id}`}>
        <input type="hidden" name="calendarId" value={id} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="danger" size="small" aria-label={`Revoke ${name}`}>
            Revoke it
          </SubmitButton>
          <span className="text-13 text-ink-soft">Whoever subscribed to it gets nothing any more.</span>
        </div>
      </ActionForm>
    </li>
  )
}
