import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { PasswordInput } from '@/app/_parts/accounts/password-input'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { hasPeople } from '@/lib/accounts/queries'
import { sessionCookie } from '@/lib/web/cookie'
import { safeReturnPath } from '@/lib/web/origin'
import { getSession } from '@/lib/web/session'
import { signInAction } from './actions'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

type Search = { next?: string | string[]; ended?: string | string[] }

/** Why somebody stands here who was inside before. */
async function endedText(ended: Search['ended']): Promise<string | null> {
  if (ended === 'signed-out') return 'You are signed out.'
  const hadSession = (await cookies()).has(sessionCookie().name)
  return hadSession ? 'Your session has ended. Sign in to go on where you were.' : null
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, ended } = await searchParams
  const returnPath = safeReturnPath(typeof next === 'string' ? next : null)
  if (await getSession()) redirect(returnPath)
  if (!(await hasPeople())) redirect('/welcome')
  const notice = await endedText(ended)
  return (
    <>
      <h1 className="statement mb-6 font-semibold text-21">Sign in to the desk</h1>
      {notice ? (
        <Notice live className="mb-6">
          {notice}
        </Notice>
      ) : null}
      <ActionForm action={signInAction} id="sign-in">
        <input type="hidden" name="next" value={returnPath} />
        <Field name="email" label="E-mail address">
          <Input type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field name="password" label="Password">
          <PasswordInput autoComplete="current-password" />
        </Field>
        <SubmitButton className="w-full">Sign in</SubmitButton>
      </ActionForm>
      <p className="mt-8 text-13 text-ink-soft">
        No account, or the password is gone? An admin of your newsroom can send you a link. Readers need no account:{' '}
        <a href="/">public pages</a>.
      </p>
    </>
  )
}
