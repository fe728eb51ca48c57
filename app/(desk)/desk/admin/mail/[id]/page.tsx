import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { isAdmin } from '@/lib/core/context'
import { readCaught } from '@/lib/platform/mail/caught'
import { caughtFolder } from '@/lib/platform/mail/sending'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'

export const metadata: Metadata = { title: 'A mail' }

/** A mail that was caught, as its reader would see it, and as plain text. */
export default async function CaughtMailPage({ params }: PageProps<'/desk/admin/mail/[id]'>) {
  const ctx = await requireContext()
  const folder = caughtFolder()
  if (!isAdmin(ctx.actor) || folder === null) notFound()
  const mail = await readCaught(folder, (await params).id)
  if (mail === null) notFound()
  const { zone } = await requireSettings()
  return (
    <div className="flex max-w-page flex-col gap-6">
      <PageHeader title={mail.subject} crumbs={[{ href: '/desk/admin/mail', label: 'Mail' }]} />
      <DefinitionList
        items={[
          { term: 'To', value: `${mail.to.name}, ${mail.to.address}` },
          { term: 'From', value: mail.from },
          { term: 'Caught', value: <Timestamp at={mail.caughtAt} zone={zone} /> },
          { term: 'Unsubscribe', value: mail.unsubscribeUrl ?? 'no address' },
        ]}
      />
      {/* Without scripts, forms or an origin of its own; its links open in a tab of their own. */}
      <iframe
        title="The mail as it looks"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={mail.html.replace('<head>', '<head><base target="_blank">')}
        className="h-[36rem] w-full rounded-m border border-rule"
      />
      <details>
        <summary className="cursor-pointer py-2 font-medium">As plain text</summary>
        <pre className="wrap-anywhere mt-2 whitespace-pre-wrap rounded-m border border-rule bg-sunk p-4 text-13">
          {mail.text}
        </pre>
      </details>
    </div>
  )
}
