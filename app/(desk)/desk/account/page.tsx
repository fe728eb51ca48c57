import type { Metadata } from 'next'
import { PasswordInput } from '@/app/_parts/accounts/password-input'
import { RoleTags } from '@/app/_parts/accounts/roles'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Field } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { listOwnSessions } from '@/lib/accounts/queries'
import { getPreference } from '@/lib/accounts/queries/preferences'
import { PASSWORD_MIN } from '@/lib/accounts/schema'
import { DEFAULT_KEYS } from '@/lib/desk/rules/keys'
import { getDigestChoice } from '@/lib/notices/queries/digests'
import { canSendMail } from '@/lib/platform/mail/sending'
import { canWritePredictions } from '@/lib/predictions/policy'
import { requireSettings } from '@/lib/settings/queries'
import { getSession, requireContext } from '@/lib/web/session'
import { SignOut } from '../../_components/sign-out'
import { DigestForm } from './_components/digest-form'
import { KeysForm } from './_components/keys-form'
import { SessionList } from './_components/session-list'
import { changePasswordAction, endOtherSessionsAction } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const ctx = await requireContext()
  const [session, sessions, settings, keys, digest] = await Promise.all([
    getSession(),
    listOwnSessions(ctx),
    requireSettings(),
    getPreference(ctx, 'keys'),
    getDigestChoice(ctx),
  ])
  return (
    <div className="flex max-w-measure flex-col gap-10">
      <PageHeader title="Your account" actions={<SignOut />} />
      <DefinitionList
        items={[
          { term: 'Name', value: ctx.actor.name },
          { term: 'E-mail address', value: session?.email },
          { term: 'Roles', value: <RoleTags roles={ctx.actor.roles} /> },
        ]}
      />
      <section aria-labelledby="digest">
        <div className="mb-4 border-ink border-b pb-2">
          <h2 id="digest" className="statement font-semibold text-21">
            Daily digest
          </h2>
          <p className="mt-1 text-ink-soft">One e-mail a day with what waits for you, and the ways there.</p>
        </div>
        {canSendMail() ? null : (
          <Notice kind="warn" className="mb-4">
            No mail server is set up here, so no digest is sent yet. Your choice is kept.
          </Notice>
        )}
        <DigestForm choice={digest} zone={settings.zone} mayWatch={canWritePredictions(ctx.actor)} />
      </section>
      <section aria-labelledby="password">
        <h2 id="password" className="statement mb-4 border-ink border-b pb-2 font-semibold text-21">
          Change your password
        </h2>
        <ActionForm action={changePasswordAction} id="change-password" resetOnSuccess className="max-w-104">
          {/* For password managers, which store a password under a name. */}
          <input type="hidden" autoComplete="username" value={session?.email ?? ''} readOnly />
          <Field name="currentPassword" label="Present password">
            <PasswordInput autoComplete="current-password" />
          </Field>
          <Field
            name="newPassword"
            label="New password"
            hint={`At least ${PASSWORD_MIN} characters. Your other sessions end.`}
          >
            <PasswordInput autoComplete="new-password" />
          </Field>
          <SubmitButton className="self-start">Change the password</SubmitButton>
        </ActionForm>
      </section>
      <section aria-labelledby="keys-title">
        <div className="mb-4 border-ink border-b pb-2">
          <h2 id="keys-title" className="statement font-semibold text-21">
            Keys
          </h2>
          <p className="mt-1 text-ink-soft">
            One key (J), two after each other with a blank between (G I), or one with Alt+ or Ctrl+ before. A field left
            empty has no key; the palette reaches every action all the same.
          </p>
        </div>
        <KeysForm chosen={keys ?? DEFAULT_KEYS} roles={ctx.actor.roles} />
      </section>
      <section aria-labelledby="sessions">
        <div className="mb-4 border-ink border-b pb-2">
          <h2 id="sessions" className="statement font-semibold text-21">
            Where you are signed in
          </h2>
          <p className="mt-1 text-ink-soft">
            A session ends after three days without use, and after two weeks at most.
          </p>
        </div>
        <SessionList sessions={sessions} currentId={session?.id ?? null} zone={settings.zone} />
        <ActionForm action={endOtherSessionsAction} className="mt-4">
          {sessions.length > 1 ? (
            <SubmitButton variant="secondary" className="self-start">
              Sign out elsewhere
            </SubmitButton>
          ) : (
            <p className="text-ink-soft">You are signed in nowhere else.</p>
          )}
        </ActionForm>
      </section>
    </div>
  )
}
