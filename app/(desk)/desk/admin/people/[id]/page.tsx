import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { RoleChoices } from '@/app/_parts/accounts/roles'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { type Person, requirePerson } from '@/lib/accounts/queries'
import { listCalendarsOf } from '@/lib/desk/queries/calendars'
import { requireSettings } from '@/lib/settings/queries'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { LinkForm } from '../_components/link-form'
import { StateTag } from '../_components/state-tag'
import { TheirCalendar } from '../_components/their-calendar'
import { disableAction, enableAction, makeLinkAction, setRolesAction } from '../actions'

type Params = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({ params }: Params) {
  const ctx = await requireContext()
  const [person, { zone }] = await Promise.all([orNotFound(requirePerson(ctx, (await params).id)), requireSettings()])
  const calendars = await listCalendarsOf(ctx, person.id)
  return (
    <div className="flex max-w-measure flex-col gap-10">
      <PageHeader
        crumbs={[{ href: '/desk/admin/people', label: 'People' }]}
        title={person.name}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 break-all">
            {person.email} <StateTag person={person} />
          </span>
        }
      />
      <DefinitionList items={facts(person, zone)} />
      <Section id="roles" title="Roles">
        <ActionForm action={setRolesAction} id="set-roles">
          <input type="hidden" name="userId" value={person.id} />
          <RoleChoices chosen={person.roles} legendHidden />
          <SubmitButton className="self-start">Save the roles</SubmitButton>
        </ActionForm>
      </Section>
      {person.state === 'disabled' ? null : <LinkSection person={person} zone={zone} />}
      {calendars.length > 0 ? (
        <Section id="calendars" title="Calendars">
          <p className="mb-2 text-ink-soft">
            Whoever has the secret address of one reads these predictions without signing in. Revoke one whose address
            got about.
          </p>
          <ul className="flex flex-col">
            {calendars.map((calendar) => (
              <TheirCalendar key={calendar.id} calendar={calendar} zone={zone} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="access" title={person.state === 'disabled' ? 'Enable' : 'Disable'}>
        <Access person={person} />
      </Section>
    </div>
  )
}

function facts(person: Person, zone: string) {
  const when = (at: Date | null) => (at ? <Timestamp at={at.toISOString()} zone={zone} /> : 'never')
  const link = { term: 'Open link', value: <>until {when(person.linkOpenUntilAt)}</> }
  return [
    { term: 'Last seen', value: when(person.lastSeenAt) },
    { term: 'Here since', value: when(person.createdAt) },
    ...(person.linkOpenUntilAt ? [link] : []),
    {
      term: 'History',
      value: <a href={`/desk/admin/audit?entity=user:${person.id}`}>In the audit log</a>,
    },
  ]
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="statement mb-4 border-ink border-b pb-2 font-semibold text-21">
        {title}
      </h2>
      {children}
    </section>
  )
}

function LinkSection({ person, zone }: { person: Person; zone: string }) {
  const isInvited = person.state === 'invited'
  return (
    <Section id="link" title={isInvited ? 'A new invitation' : 'A new password'}>
      <LinkForm action={makeLinkAction} id="make-link" zone={zone}>
        <input type="hidden" name="userId" value={person.id} />
        <p className="text-ink-soft">
          {isInvited
            ? 'Makes a new link to join, open for seven days. The one before stops to work.'
            : 'Makes a link with which they choose a new password, open for one day. The present one works until then.'}
        </p>
        <SubmitButton variant="secondary" className="self-start">
          {isInvited ? 'Make a new invitation' : 'Make a reset link'}
        </SubmitButton>
      </LinkForm>
    </Section>
  )
}

/** One form for both, so that its message stays when the one turns into the other. Disabling is asked twice. */
function Access({ person }: { person: Person }) {
  const isDisabled = person.state === 'disabled'
  return (
    <ActionForm action={isDisabled ? enableAction : disableAction} id="access-form">
      <input type="hidden" name="userId" value={person.id} />
      <p className="text-ink-soft">
        {isDisabled
          ? 'They can sign in again with the password they had.'
          : 'They are signed out at once and cannot sign in. What they wrote stays, with their name; you can enable them again.'}
      </p>
      {isDisabled ? (
        <SubmitButton variant="secondary" className="self-start">
          Enable {person.name}
        </SubmitButton>
      ) : (
        <details className="group">
          <summary className="inline-flex h-10 cursor-pointer list-none items-center rounded-m border border-rating-false px-4 font-medium text-rating-false group-open:hidden [&::-webkit-details-marker]:hidden">
            Disable {person.name} …
          </summary>
          <p className="mb-3 font-medium">Disable {person.name} now?</p>
          <SubmitButton variant="danger">Yes, disable</SubmitButton>
        </details>
      )}
    </ActionForm>
  )
}
