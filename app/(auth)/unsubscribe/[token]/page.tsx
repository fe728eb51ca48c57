import type { Metadata } from 'next'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { readUnsubscribeToken } from '@/lib/notices/rules/unsubscribing'
import { getSettings } from '@/lib/settings/queries'
import { authSecret } from '@/lib/web/auth'
import { unsubscribeAction } from './actions'

// The address holds the token: it must not travel to other sites as a referrer, nor be found.
export const metadata: Metadata = { title: 'Daily digest', robots: { index: false }, referrer: 'same-origin' }

/** From the link in a mail. A page with a button: programs that look at the links of mails switch nothing off. */
export default async function UnsubscribePage({ params }: PageProps<'/unsubscribe/[token]'>) {
  const { token } = await params
  const settings = await getSettings()
  const newsroomName = settings?.newsroomName ?? 'this newsroom'
  if (readUnsubscribeToken(authSecret(), token) === null)
    return (
      <>
        <h1 className="statement font-semibold text-21">This link is not complete</h1>
        <p className="mt-2 mb-6">Copy the whole of it from the mail, or choose at your account.</p>
        <LinkButton href="/desk/account#digest">To your account</LinkButton>
      </>
    )
  return (
    <>
      <h1 className="statement font-semibold text-21">Switch the daily digest off?</h1>
      <p className="mt-2 mb-6 text-ink-soft">
        {newsroomName} sends you no digest any more. Notices at the desk stay, and you can switch it on again at your
        account.
      </p>
      <ActionForm action={unsubscribeAction} id="unsubscribe">
        <input type="hidden" name="token" value={token} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>Switch it off</SubmitButton>
          <LinkButton href="/desk/account#digest" variant="quiet">
            Choose another hour
          </LinkButton>
        </div>
      </ActionForm>
    </>
  )
}
