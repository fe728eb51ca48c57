import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { HowCounted } from '@/app/_parts/public/how-counted'
import { LedgerList } from '@/app/_parts/public/ledger-list'
import { Section } from '@/app/_parts/public/section'
import { SubjectPredictions, SubjectRecord } from '@/app/_parts/public/subject-record'
import { Columns } from '@/app/_parts/shell/public-shell'
import { PageHeader } from '@/app/_ui/page-parts'
import { counted } from '@/lib/core/counts'
import type { Day } from '@/lib/core/days'
import { getPublisherPage, type PublisherPage } from '@/lib/publishing/queries/people'
import type { SubjectFigures } from '@/lib/publishing/queries/subject-figures'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
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
  const { publisher, ownVoice, unnamed, reported } = page
  const lead = [publisher.domain, publisher.country ? countryName(publisher.country) : null].filter(Boolean).join(' · ')
  return (
    <Columns
      margin={
        <HowCounted path={`/data/publishers/${publisher.slug}`}>
          A publisher answers for what it says in its own voice and for the unnamed sources it quotes. What named people
          say in its pages counts for them. These are the predictions that this newsroom chose to follow, not all that
          were printed.
        </HowCounted>
      }
    >
      <PageHeader
        crumbs={[{ href: '/publishers', label: 'Publishers' }]}
        title={publisher.name}
        lead={lead || undefined}
      />
      <Voice id="own" title="In its own voice" figures={ownVoice} today={today}>
        It predicted nothing in its own voice that has been opened.
      </Voice>
      <Voice id="unnamed" title="By unnamed sources it quoted" figures={unnamed} today={today}>
        None of the predictions of its unnamed sources has been opened.
      </Voice>
      <Section id="reported" title="By people it named" className="mt-12">
        {reported.count > 0 ? (
          <>
            <p className="text-15 text-ink-soft">
              It reported {counted(reported.count, 'prediction')} of others whom it named. They are theirs: no rate of
              this publisher follows from them.
            </p>
            <LedgerList rows={reported.predictions.slice(0, 5)} today={today} />
            <p className="text-15">
              <a href={ledgerPath(reported.filter)} className="font-medium">
                {reported.count > 5
                  ? `All ${reported.count.toLocaleString('en')} it reported`
                  : 'The same in the ledger'}
              </a>
            </p>
          </>
        ) : (
          <p className="text-15 text-ink-soft">No opened prediction of a named person stood in it.</p>
        )}
      </Section>
    </Columns>
  )
}

/** What it answers for, each voice by itself. */
function Voice({
  id,
  title,
  figures,
  today,
  children,
}: {
  id: string
  title: string
  figures: SubjectFigures
  today: Day
  children: ReactNode
}) {
  const isEmpty = figures.predictions.length === 0
  return (
    <Section id={id} title={title} className={id === 'own' ? 'mt-8' : 'mt-12'}>
      {isEmpty ? (
        <p className="text-15 text-ink-soft">{children}</p>
      ) : (
        <>
          <SubjectRecord id={id} figures={figures} today={today} />
          <h3 className="mt-6 font-semibold text-17">The predictions</h3>
          <SubjectPredictions figures={figures} today={today} />
        </>
      )}
    </Section>
  )
}
