import type { Metadata } from 'next'
import { PasswordInput } from '@/app/_parts/accounts/password-input'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { getOpenLink, type OpenLink } from '@/lib/accounts/queries'
import { PASSWORD_MIN } from '@/lib/accounts/schema'
import { getSettings } from '@/lib/settings/queries'
import { getContext } from '@/lib/web/session'
import { acceptInviteAction, resetPasswordAction } from './actions'

// The address holds the token: it must not travel to other sites as a referrer, nor be found.
export const metadata: Metadata = { title: 'Your account', robots: { index: false }, referrer: 'same-origin' }

const PASSWORD_HINT = `At least ${PASSWORD_MIN} characters. Several words are safe and easy to keep.`

export default async function AcceptPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const { now, actor } = await getContext()
  const [link, settings] = await Promise.all([getOpenLink(token, now), getSettings()])
  if (link === null) return <LinkGone />
  return (
    <>
      {actor.kind === 'user' ? (
        <Notice kind="warn" className="mb-6">
          You are signed in as {actor.name}. Going on signs you in as {link.email} instead.
        </Notice>
      ) : null}
      {link.kind === 'invite' ? (
        <Invitation link={link} token={token} newsroomName={settings?.newsroomName ?? 'this newsroom'} />
      ) : (
        <Reset link={link} token={token} />
      )}
    </>
  )
}

function Invitation({ link, token, newsroomName }: { link: OpenLink; token: string; newsroomName: string }) {
  return (
    <>
      <h1 className="statement font-semibold text-21">Join {newsroomName}</h1>
      <p className="mt-2 mb-6 text-ink-soft">You will sign in as {link.email}.</p>
      <ActionForm action={acceptInviteAction} id="accept">
        <input type="hidden" name="token" value={token} />
        <Field name="name" label="Your name" hint="It stands beside what you write, also in public.">
          <Input autoComplete="name" defaultValue={link.name} />
        </Field>
        <Field name="password" label="Choose a password" hint={PASSWORD_HINT}>
          <PasswordInput autoComplete="new-password" />
        </Field>
        <SubmitButton className="w-full">Join and sign in</SubmitButton>
      </ActionForm>
    </>
  )
}

function Reset({ link, token }: { link: OpenLink; token: string }) {
  return (
    <>
      <h1 className="statement font-semibold text-21">Choose a new password</h1>
      <p className="mt-2 mb-6 text-ink-soft">For {link.email}. All your open sessions end.</p>
      <ActionForm action={resetPasswordAction} id="reset">
        <input type="hidden" name="token" value={token} />
        <Field name="password" label="New password" hint={PASSWORD_HINT}>
          <PasswordInput autoComplete="new-password" />
        </Field>
        <SubmitButton className="w-full">Save and sign in</SubmitButton>
      </ActionForm>
    </>
  )
}

const LinkGone = () => (
  <>
    <h1 className="statement font-semibold text-21">This link does not open any more</h1>
    <p className="mt-2 mb-6">
      It was used already, it ran out, or a newer one took its place. An admin of your newsroom can make another one.
    </p>
    <LinkButton href="/sign-in">To the sign-in</LinkButton>
  </>
)
