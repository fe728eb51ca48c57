import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { listHistoryPage } from '@/lib/audit/queries'
import { historyDays } from '@/lib/verdicts/present/timeline'
import { listVersionRecords } from '@/lib/verdicts/queries/record'
import { getWorkspace } from '@/lib/verdicts/queries/workspace'
import { concealEvents, savesToldBy } from '@/lib/verdicts/rules/blinding'
import { noteSavesShown } from '@/lib/web/looks'
import { requireContext } from '@/lib/web/session'
import { History } from '../_components/history'
import { Section } from '../_components/section'
import { VersionRecords } from '../_components/version-record'

export const metadata: Metadata = { title: 'History of a claim' }

const Query = z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) })

export default async function ClaimHistoryPage({ params, searchParams }: PageProps<'/desk/claims/[id]/history'>) {
  const ctx = await requireContext()
  const id = z.uuid().safeParse((await params).id)
  const workspace = id.success ? await getWorkspace(ctx, id.data) : null
  if (workspace === null) notFound()
  const { before } = Query.parse(await searchParams)
  const { claim, zone } = workspace
  const [{ events, next }, records] = await Promise.all([
    listHistoryPage(ctx, { type: 'claim', id: claim.id }, { before }),
    listVersionRecords(ctx, claim.id),
  ])
  const told = workspace.second?.isHidden ? concealEvents(events) : events
  await noteSavesShown(ctx, claim.id, savesToldBy(told))
  const path = `/desk/claims/${claim.id}/history`
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title="History"
        lead={claim.statement}
        crumbs={[
          { href: '/desk/claims', label: 'Claims' },
          { href: `/desk/claims/${claim.id}`, label: claim.shortForm },
        ]}
      />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <Section id="steps" title="Who did what, when">
          {events.length === 0 ? (
            <EmptyState drawing="seal">Nothing happened before that.</EmptyState>
          ) : (
            <History claimId={claim.id} days={historyDays(told, zone)} zone={zone} />
          )}
          <Pagination newer={before ? path : undefined} older={next ? `${path}?before=${next}` : undefined} />
        </Section>
        <Section id="record" title="Who saw what, when">
          <p className="text-15 text-ink-soft">
            An approval names the exact revision and is refused for any other, so it tells what its person had before
            them. That a revision was shown to somebody is kept once; whether they read it nobody can tell.
          </p>
          {records.length === 0 ? (
            <p className="text-ink-soft">No verdict was begun yet.</p>
          ) : (
            <VersionRecords records={records} zone={zone} />
          )}
        </Section>
      </div>
    </div>
  )
}
