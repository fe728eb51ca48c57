import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { LedgerList } from '@/app/_parts/public/ledger-list'
import { RecordPanel } from '@/app/_parts/public/record-panel'
import { VerdictList } from '@/app/_parts/public/verdict-list'
import { Columns } from '@/app/_parts/shell/public-shell'
import { PageHeader } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import { getSpeakerPage, type SpeakerPage } from '@/lib/publishing/queries/people'
import { requireEdition } from '@/lib/web/edition'

type Params = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

async function readPage({ params }: Params): Promise<{ page: SpeakerPage; today: Day }> {
  const { today } = await requireEdition(params)
  const found = await getSpeakerPage((await params).slug, today)
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  return { page: found.page, today }
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { speaker } = (await readPage(props)).page
  return {
    title: speaker.name,
    description: `What ${speaker.name} claimed, what the evidence says, and how the predictions held up.`,
    alternates: { canonical: `/speakers/${speaker.slug}` },
  }
}

export default async function SpeakerPublicPage(props: Params) {
  const { page, today } = await readPage(props)
  const { speaker, aliases, record, predictions, verdicts } = page
  return (
    <Columns
      margin={
        <>
          <section aria-labelledby="record">
            <h2 id="record" className="mb-3 font-semibold text-17">
              How predictions held up
            </h2>
            <RecordPanel record={record} />
            <p className="mt-3 text-13">
              <a href="/methodology">How this is counted</a>
            </p>
          </section>
          <About aliases={aliases} links={speaker.sameAs} />
        </>
      }
    >
      <PageHeader
        crumbs={[{ href: '/speakers', label: 'Speakers' }]}
        title={speaker.name}
        lead={speaker.description ?? undefined}
      />
      {predictions.length > 0 ? (
        <section aria-labelledby="predictions" className="mt-10">
          <h2 id="predictions" className="mb-3 font-semibold text-17">
            Predictions
          </h2>
          <LedgerList rows={predictions} today={today} hasSpeaker={false} />
        </section>
      ) : null}
      {verdicts.length > 0 ? (
        <section aria-labelledby="verdicts" className="mt-10">
          <h2 id="verdicts" className="mb-3 font-semibold text-17">
            Claims checked
          </h2>
          <VerdictList cards={verdicts} hasSpeaker={false} />
        </section>
      ) : null}
    </Columns>
  )
}

function About({ aliases, links }: { aliases: string[]; links: string[] }) {
  if (aliases.length === 0 && links.length === 0) return null
  return (
    <section aria-labelledby="known-as">
      <h2 id="known-as" className="mb-2 font-semibold text-17">
        Known as
      </h2>
      <p className="text-ink-soft">{aliases.join(' · ')}</p>
      <ul className="mt-2 text-13">
        {links.map((link) => (
          <li key={link} className="wrap-anywhere">
            <a href={link} rel="noopener">
              {link}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
