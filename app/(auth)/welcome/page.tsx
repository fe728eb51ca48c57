import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { PasswordInput } from '@/app/_parts/accounts/password-input'
import { allZones, serverZone } from '@/app/_parts/settings/zones'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { hasPeople } from '@/lib/accounts/queries'
import { PASSWORD_MIN } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/core/context'
import { env } from '@/lib/platform/env.mjs'
import { getContext } from '@/lib/web/session'
import { ZoneSelect } from './_components/zone-select'
import { openNewsroomAction } from './actions'

export const metadata: Metadata = { title: 'Welcome', robots: { index: false } }

/** The first run of an own newsroom; its admin goes on at the desk, where the way to the first verdict is shown. */
export default async function WelcomePage() {
  // Depends on the database, never on the build.
  await connection()
  if (await hasPeople()) {
    const { actor } = await getContext()
    if (actor.kind === 'anonymous') redirect('/sign-in')
    redirect(isAdmin(actor) ? '/desk/start' : '/desk')
  }
  return (
    <>
      <h1 className="statement font-semibold text-21">Open your newsroom</h1>
      <p className="mt-2 mb-8 text-ink-soft">
        An empty desk of your own. This makes the first account, yours, and takes a minute.
      </p>
      <ActionForm action={openNewsroomAction} id="welcome" className="gap-8">
        <Newsroom />
        <You />
        {env().setupToken === undefined ? null : <SetupToken />}
        <SubmitButton className="w-full">Open the newsroom</SubmitButton>
      </ActionForm>
    </>
  )
}

const sectionClasses = 'flex flex-col gap-6'

const Newsroom = () => (
  <section className={sectionClasses} aria-labelledby="welcome-newsroom">
    <h2 id="welcome-newsroom" className="label-caps border-rule border-b pb-1">
      The newsroom
    </h2>
    <Field name="newsroomName" label="Name" hint="Readers see it on every page. You can change it later." max={80}>
      <Input autoComplete="organization" />
    </Field>
    <Field name="zone" label="Time zone" hint="Days begin and end there: due windows, deadlines, as-of days.">
      <ZoneSelect zones={allZones(serverZone())} serverZone={serverZone()} />
    </Field>
  </section>
)

const You = () => (
  <section className={sectionClasses} aria-labelledby="welcome-you">
    <h2 id="welcome-you" className="label-caps border-rule border-b pb-1">
      You
    </h2>
    <Field name="name" label="Your name" hint="It stands beside what you write, also in public.">
      <Input autoComplete="name" />
    </Field>
    <Field name="email" label="E-mail address" hint="You sign in with it. No mail is sent.">
      <Input type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
    </Field>
    <Field
      name="password"
      label="Choose a password"
      hint={`At least ${PASSWORD_MIN} characters. Several words are safe and easy to keep.`}
    >
      <PasswordInput autoComplete="new-password" />
    </Field>
    <p className="text-13 text-ink-soft">
      You will hold all three roles, admin, editor and reviewer. A verdict still needs a second person to approve it.
    </p>
  </section>
)

const SetupToken = () => (
  <Field
    name="setupToken"
    label="Set-up token"
    hint="This server can be reached by others: enter the SETUP_TOKEN it was started with, so that nobody else opens it."
  >
    <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
  </Field>
)
