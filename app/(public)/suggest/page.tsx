import type { Metadata } from 'next'
import { PageHeader } from '@/app/_ui/page-parts'
import { issueTicket } from '@/lib/desk/rules/tickets'
import { authSecret } from '@/lib/web/auth'
import { getContext } from '@/lib/web/session'
import { SuggestForm } from './_components/suggest-form'

export const metadata: Metadata = { title: 'Suggest a claim', alternates: { canonical: '/suggest' } }

export default async function SuggestPage() {
  const { now } = await getContext()
  return (
    <div className="flex max-w-measure flex-col gap-8">
      <PageHeader
        title="Suggest a claim"
        lead="You read or heard something that should be checked? Tell us. You need no account, and you get a link under which you see what became of it."
      />
      <SuggestForm ticket={issueTicket(authSecret(), now)} />
    </div>
  )
}
