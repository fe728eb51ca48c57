import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/app/_ui/button'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { isAdmin } from '@/lib/core/context'
import { readCaught } from '@/lib/platform/mail/caught'
import { caughtFolder } from '@/lib/platform/mail/sending'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'

export const metadata: Metadata = { title: 'A mail' }

/** A mail that was caught: its particulars and its plain text; its HTML is an address of its own. */
export default async function CaughtMailPage({ params }: PageProps<'/desk/admin/mail/[id]'>) {
  const ctx = await requireContext()
  const folder = caughtFolder()
  if (!isAdmin(ctx.actor) || folder === null) notFound()
  const mail = await readCaught(folder, (await params).id)
  if (mail === null) notFound()
  const { zone } = await requireSettings()
  return (
    <div className="flex max-w-page flex-col gap-6">
      <PageHeader
        title={mail.subject}
        crumbs={[{ href: '/desk/admin/mail', label: 'Mail' }]}
        actions={<LinkButton href={`/desk/admin/mail/${mail.id}/html`}>See it as HTML</LinkButton>}
      />
      <DefinitionList
        items={[
          { term: 'To', value: `${mail.to.name}, ${mail.to.address}` },
          { term: 'From', value: mail.from },
          { term: 'Caught', value: <Timestamp at={mail.caughtAt} zone={zone} /> },
          { term: 'Unsubscribe', value: mail.unsubscribeUrl ?? 'no address' },
        ]}
      />
      <pre className="wrap-anywhere whitespace-pre-wrap rounded-m border border-rule bg-raised p-4 text-13">
        {mail.text}
      </pre>
    </div>
  )
}
