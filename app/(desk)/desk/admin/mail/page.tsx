import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import { formatDay } from '@/lib/core/windows'
import { type DigestRow, listDigests } from '@/lib/notices/queries/digests'
import { env } from '@/lib/platform/env.mjs'
import { type CaughtMail, listCaught } from '@/lib/platform/mail/caught'
import type { MailSettings } from '@/lib/platform/mail/settings.mjs'
import { requireSettings } from '@/lib/settings/queries'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { DIGEST_WORDS } from './_components/digest-words'

export const metadata: Metadata = { title: 'Mail' }

export default async function MailPage() {
  const ctx = await requireContext()
  const digests = await orNotFound(listDigests(ctx))
  const { mail } = env()
  const caught = mail.kind === 'caught' ? await listCaught(mail.folder) : []
  const { zone } = await requireSettings()
  return (
    <div className="flex max-w-page flex-col gap-10">
      <PageHeader title="Mail" lead={whereTo(mail)} />
      {mail.kind === 'caught' ? (
        <Section id="caught" title="Caught here">
          <Caught mails={caught} zone={zone} />
        </Section>
      ) : null}
      <Section id="digests" title="Daily digests">
        <Digests digests={digests} isCaught={mail.kind === 'caught'} />
      </Section>
    </div>
  )
}

/** Where mail goes, and how to change that. */
function whereTo(mail: MailSettings): ReactNode {
  if (mail.kind === 'smtp') return `Mail goes out through ${mail.host}, port ${mail.port}, as ${mail.from}.`
  if (mail.kind === 'caught')
    return (
      <>
        No mail leaves this machine: what would be sent is caught here, and lies as files in <code>{mail.folder}</code>.
        Set <code>MAIL_URL</code> and <code>MAIL_FROM</code> to send it.
      </>
    )
  return (
    <>
      No mail is sent: set <code>MAIL_URL</code> and <code>MAIL_FROM</code>, and start server and worker again.
      Invitations are links that you hand over yourself.
    </>
  )
}

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="flex flex-col gap-3">
    <h2 id={id} className="statement font-semibold text-21">
      {title}
    </h2>
    {children}
  </section>
)

function Caught({ mails, zone }: { mails: CaughtMail[]; zone: string }) {
  if (mails.length === 0)
    return (
      <EmptyState>Nothing was caught yet. Digests are made when their hour has come and something waits.</EmptyState>
    )
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {mails.map(({ id, subject, to, caughtAt }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <Link href={`/desk/admin/mail/${id}`} className="link-quiet wrap-anywhere font-medium">
            {subject}
          </Link>
          <span className="wrap-anywhere text-13 text-ink-soft">
            to {to.name}, {to.address} · <Timestamp at={caughtAt} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Digests({ digests, isCaught }: { digests: DigestRow[]; isCaught: boolean }) {
  if (digests.length === 0) return <EmptyState>No digest was due yet.</EmptyState>
  return (
    <Table caption="The latest digests" captionHidden>
      <TableHead>
        <HeadCell>Day</HeadCell>
        <HeadCell>Person</HeadCell>
        <HeadCell>What became of it</HeadCell>
      </TableHead>
      <TableBody>
        {digests.map(({ id, forOn, name, state, reason }) => (
          <Row key={id}>
            <Cell className="whitespace-nowrap">{formatDay(forOn)}</Cell>
            <Cell>{name}</Cell>
            <Cell className="min-w-48">
              <Tag tone={DIGEST_WORDS[state].tone}>
                {isCaught && state === 'sent' ? 'Caught' : DIGEST_WORDS[state].words}
              </Tag>
              {reason ? <span className="wrap-anywhere ml-2 text-13 text-ink-soft">{reason}</span> : null}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
