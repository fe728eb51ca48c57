import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Timestamp } from '@/app/_ui/timestamp'
import { revokeCalendarAction } from '@/app/(desk)/desk/predictions/calendars/actions'
import type { OwnCalendar } from '@/lib/desk/queries/calendars'

/** Somebody's calendar, whose address whoever runs the place may shut. */
export const TheirCalendar = ({
  calendar: { id, name, narrowedTo, isBroken, createdAt },
  zone,
}: {
  calendar: OwnCalendar
  zone: string
}) => (
  <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-rule border-b py-3">
    <div>
      <h3 className="wrap-anywhere font-serif text-17">{name}</h3>
      <p className="text-13 text-ink-soft">
        {isBroken ? 'Answers nothing any more' : (narrowedTo ?? 'All open predictions of the newsroom')} · made{' '}
        <Timestamp at={createdAt} zone={zone} />
      </p>
    </div>
    <ActionForm action={revokeCalendarAction} id={`revoke-${id}`}>
      <input type="hidden" name="calendarId" value={id} />
      <SubmitButton variant="danger" size="small" aria-label={`Revoke ${name}`}>
        Revoke it
      </SubmitButton>
    </ActionForm>
  </li>
)
