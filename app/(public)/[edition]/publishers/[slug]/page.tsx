import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { LedgerList } from '@/app/_parts/public/ledger-list'
import { RecordPanel } from '@/app/_parts/public/record-panel'
import { Columns } from '@/app/_parts/shell/public-shell'
import { PageHeader } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import { getPublisherPage, type PublisherPage } from '@/lib/publishing/queries/people'
import { requireEdition } from '@/lib/web/edition'

type Params = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

async function readPage({ params }: Params): Promise<{ page: PublisherPage; today: Day }> {
  const { today } = await requireEdition(params)
  const found = await getPublisherPage((await params).slug, today)
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  return { page: found.page, today }
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { publisher } = (await readPage(props)).page
  return {
    title: publisher.name,
    description: `How predictions in ${publisher.name} held up: its own voice, and its unnamed sources.`,
    alternates: { canonical: `/publishers/${publisher.slug}` },
  }
}

/** "US" -> "United States". */
const countryName = (code: string): string => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code

export default async function PublisherPublicPage(props: Params) {
  const { page, today } = await readPage(props)
  const { publisher, record, predictions } = page
  const lead = [publisher.domain, publisher.country ? countryName(publisher.country) : null].filter(Boolean).join(' · ')
  return (
    <Columns
      margin={
        <section aria-labelledby="record">
          <h2 id="record" className="mb-3 font-semibold text-17">
            How predictions held up
          </h2>
          <div className="flex flex-col gap-8">
            <RecordPanel record={record.ownVoice} title="In its own voice" />
            <RecordPanel record={record.unnamed} title="By unnamed sources it quoted" />
          </div>
          <p className="mt-3 text-13">
            <a href="/methodology">How this is counted</a>
          </p>
        </section>
      }
    >
      <PageHeader
        crumbs={[{ href: '/publishers', label: 'Publishers' }]}
        title={publisher.name}
        lead={lead || undefined}
      />
      <section aria-labelledby="predictions" className="mt-10">
        <h2 id="predictions" className="mb-3 font-semibold text-17">
          Predictions it printed
        </h2>
        {predictions.length > 0 ? (
          <LedgerList rows={predictions} today={today} />
        ) : (
          <p className="text-ink-soft">None of the predictions it printed has been opened.</p>
        )}
      </section>
    </Columns>
  )
}
