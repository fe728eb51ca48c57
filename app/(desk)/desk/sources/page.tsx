import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { DayText } from '@/app/_ui/days'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Tag } from '@/app/_ui/tag'
import { Timestamp } from '@/app/_ui/timestamp'
import { counted } from '@/lib/core/counts'
import { canEditEvidence } from '@/lib/evidence/policy'
import { listSourceAlerts, listSources, type SourceAlertItem, type SourceHit } from '@/lib/evidence/queries/sources'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { SettleForm } from './_components/source-forms'
import { ALERT_WORDS } from './_components/source-words'

export const metadata: Metadata = { title: 'Sources' }

const Query = z.object({
  words: z.string().trim().max(200).catch(''),
  before: z.uuid().optional().catch(undefined),
})

export default async function SourcesPage({ searchParams }: PageProps<'/desk/sources'>) {
  const ctx = await requireContext()
  const { words, before } = Query.parse(await searchParams)
  const [alerts, { sources, older }, { zone }] = await Promise.all([
    listSourceAlerts(ctx),
    listSources(ctx, { words, before }),
    requireSettings(),
  ])
  const addressOf = (last?: string) =>
    `/desk/sources?${new URLSearchParams({ ...(words ? { words } : {}), ...(last ? { before: last } : {}) })}`
  return (
    <div className="flex max-w-page flex-col gap-8">
      <PageHeader title="Sources" lead="What is cited as evidence. Each is looked at again once a week." />
      <Alerts alerts={alerts} zone={zone} mayEdit={canEditEvidence(ctx.actor)} />
      <section aria-labelledby="all-title" className="flex flex-col gap-4">
        <h2 id="all-title" className="font-semibold text-17">
          All sources
        </h2>
        <form action="/desk/sources" className="flex max-w-measure items-end gap-2">
          <div className="min-w-0 flex-1">
            <label htmlFor="source-words" className={labelClasses}>
              Words of the title or publisher, or an address
            </label>
            <input id="source-words" name="words" defaultValue={words} autoComplete="off" className={inputClasses} />
          </div>
          <Button type="submit" variant="secondary">
            Find
          </Button>
        </form>
        {sources.length === 0 ? (
          <EmptyState
            action={
              words
                ? { href: '/desk/sources', label: 'Show all sources' }
                : { href: '/desk/claims', label: 'To the claims' }
            }
          >
            {words
              ? 'No source has all of these words.'
              : 'No source yet. Add evidence to a claim, and it appears here.'}
          </EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-rule border-rule border-y" data-sources>
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} zone={zone} />
            ))}
          </ul>
        )}
        <Pagination
          label="Older and newer sources"
          newer={before ? addressOf() : undefined}
          older={older ? addressOf(older) : undefined}
        />
      </section>
    </div>
  )
}

function Alerts({ alerts, zone, mayEdit }: { alerts: SourceAlertItem[]; zone: string; mayEdit: boolean }) {
  if (alerts.length === 0) return null
  return (
    <section aria-labelledby="changed-title" className="flex flex-col gap-3" data-alerts>
      <h2 id="changed-title" className="flex items-baseline gap-2 font-semibold text-17">
        To look at <span className="font-normal text-15 text-ink-soft tabular-nums">{alerts.length}</span>
      </h2>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {alerts.map(({ sourceId, title, alert, alertedAt, lastProblem, claims }) => (
          <li key={sourceId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <div className="flex min-w-0 max-w-measure flex-col gap-1">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link href={`/desk/sources/${sourceId}`} className="font-medium">
                  {title}
                </Link>
                <Tag tone={alert === 'excerpt_gone' ? 'bad' : 'watch'}>
                  {alert === 'unreachable' ? 'Unreachable' : alert === 'changed' ? 'Changed' : 'Excerpt gone'}
                </Tag>
              </p>
              <p className="text-13 text-ink-soft">
                {ALERT_WORDS[alert]}, found <Timestamp at={alertedAt.toISOString()} zone={zone} />.
                {alert === 'unreachable' && lastProblem ? ` ${lastProblem}` : ''}
              </p>
              {claims.map((claim) => (
                <p key={claim.id} className="text-13">
                  Cited by <Link href={`/desk/claims/${claim.id}#evidence`}>{claim.statement}</Link>
                  {claim.isPublished ? <span className="text-ink-soft"> (published)</span> : null}
                </p>
              ))}
            </div>
            {mayEdit ? <SettleForm sourceId={sourceId} title={title} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SourceRow({ source, zone }: { source: SourceHit; zone: string }) {
  const { id, title, publisherName, publishedOn, citedBy, lastCheckedAt, url } = source
  return (
    <li className="flex flex-col gap-1 py-3">
      <Link href={`/desk/sources/${id}`} className="w-fit max-w-full break-words font-medium">
        {title}
      </Link>
      <p className="flex flex-wrap gap-x-3 text-13 text-ink-soft">
        {publisherName ? <span>{publisherName}</span> : null}
        {publishedOn ? <DayText day={publishedOn} /> : null}
        {url && URL.canParse(url) ? <span>{new URL(url).hostname}</span> : <span>no address</span>}
        <span>cited {counted(citedBy, 'time')}</span>
        {lastCheckedAt ? (
          <span>
            looked at <Timestamp at={lastCheckedAt.toISOString()} zone={zone} />
          </span>
        ) : (
          <span>no copy</span>
        )}
      </p>
    </li>
  )
}
