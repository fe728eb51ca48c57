import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { getSuggestionStatus, type SuggestionStatus } from '@/lib/desk/queries/suggestions'
import { requireSettings } from '@/lib/settings/queries'

// The address holds the secret: it must not travel to other sites as a referrer, nor be found.
export const metadata: Metadata = {
  title: 'Your suggestion',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

export default async function SuggestionPage({ params }: PageProps<'/suggest/[secret]'>) {
  const status = await getSuggestionStatus((await params).secret)
  if (status === null) notFound()
  const { zone } = await requireSettings()
  return (
    <div className="flex max-w-measure flex-col gap-8">
      <PageHeader title="Your suggestion" />
      <Standing status={status} />
      <section aria-labelledby="suggested" className="flex flex-col gap-2">
        <h2 id="suggested" className="font-semibold text-17">
          What you suggested
        </h2>
        <blockquote className="whitespace-pre-wrap break-words border-line border-l-2 pl-4 font-serif text-17">
          {status.claimText}
        </blockquote>
        <p className="text-13 text-ink-soft">
          Received <Timestamp at={status.receivedAt.toISOString()} zone={zone} />
          {status.decidedAt ? (
            <>
              , last changed <Timestamp at={status.decidedAt.toISOString()} zone={zone} />
            </>
          ) : null}
        </p>
      </section>
      <section aria-labelledby="keep" className="flex flex-col gap-2 border-rule border-t pt-4">
        <h2 id="keep" className="font-semibold text-17">
          Keep the address of this page
        </h2>
        <p>
          It is the only way back here, and whoever has it can read this page. Bookmark it, or copy it from the address
          line of your browser.
        </p>
        <p>
          <a href="/suggest">Suggest another claim</a>
        </p>
      </section>
    </div>
  )
}

function Standing({ status }: { status: SuggestionStatus }) {
  if (status.is === 'declined')
    return (
      <Notice title="Not taken up">
        {status.reason ?? 'We will not check this one.'}
        {status.note ? <span className="mt-1 block whitespace-pre-wrap">{status.note}</span> : null}
      </Notice>
    )
  if (status.is === 'received')
    return (
      <Notice title="Received">Nobody has looked at it yet. Come back to this page to see what became of it.</Notice>
    )
  if (status.is === 'taken_up')
    return (
      <Notice kind="success" live={false} title="Taken up">
        {status.path ? (
          <>
            It has a page now: <a href={status.path}>{status.shortForm}</a>
          </>
        ) : (
          'We are checking it. When the verdict is published, this page leads to it.'
        )}
      </Notice>
    )
  return <Notice title="Being looked at">Somebody of our desk is looking at whether it can be checked.</Notice>
}
