import type { Metadata } from 'next'
import { statementSize } from '@/app/_parts/public/claim-head'
import { LedgerList } from '@/app/_parts/public/ledger-list'
import { RecordPanel } from '@/app/_parts/public/record-panel'
import { SearchForm } from '@/app/_parts/public/search-form'
import { Section } from '@/app/_parts/public/section'
import { SpeakerName } from '@/app/_parts/public/speaker-name'
import { VerdictBand } from '@/app/_parts/public/verdict-band'
import { VerdictList } from '@/app/_parts/public/verdict-list'
import { Columns } from '@/app/_parts/shell/public-shell'
import { cx } from '@/app/_ui/classes'
import { EmptyState } from '@/app/_ui/page-parts'
import { formatDay } from '@/lib/core/windows'
import type { VerdictCard } from '@/lib/publishing/queries/claims'
import { getHome } from '@/lib/publishing/queries/home'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = {
  description: 'What was claimed, what the evidence says, and how the predictions held up.',
  alternates: { canonical: '/' },
}
export const generateStaticParams = () => []

export default async function HomePage({ params }: { params: Promise<{ edition: string }> }) {
  const { today } = await requireEdition(params)
  const { verdicts, dueSoon, overdue, resolved, record } = await getHome(today)
  const [newest, ...others] = verdicts
  const watched = [...overdue, ...dueSoon]
  return (
    <div className="flex flex-col gap-10 sm:gap-12">
      <div className="grid items-end gap-x-16 gap-y-5 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <h1 className="statement text-21 text-ink-soft">
          What was claimed, what the evidence says, and how the predictions held up
        </h1>
        <SearchForm />
      </div>
      <Columns
        margin={
          <>
            <Section id="record" title="Predictions, so far" isMargin>
              <RecordPanel record={record} filter={{}} />
              <p className="flex flex-wrap gap-x-4 text-13">
                <a href="/phrases">Phrase by phrase</a>
                <a href="/methodology#records">How this is counted</a>
              </p>
            </Section>
            {resolved.length > 0 ? (
              <Section id="resolved" title="Settled last" isMargin>
                <LedgerList rows={resolved.slice(0, 3)} today={today} layout="margin" />
              </Section>
            ) : null}
          </>
        }
      >
        {newest ? <Newest card={newest} /> : null}
        {others.length > 0 ? (
          <Section id="latest" title="Latest verdicts" className="mt-10">
            <VerdictList cards={others} />
            <p>
              <a href="/claims" className="font-medium">
                All verdicts
              </a>
            </p>
          </Section>
        ) : null}
        {newest ? null : (
          <EmptyState drawing="seal">No verdict is published yet. The first one will stand here.</EmptyState>
        )}
      </Columns>
      <Section id="due" title="Predictions falling due">
        {watched.length > 0 ? (
          <LedgerList rows={watched} today={today} layout="wide" />
        ) : (
          <EmptyState drawing="bar">No window of an open prediction closes within the next 30 days.</EmptyState>
        )}
        <p>
          <a href="/predictions" className="font-medium">
            All predictions
          </a>
        </p>
      </Section>
    </div>
  )
}

function Newest({ card }: { card: VerdictCard }) {
  return (
    <article aria-labelledby="newest" className="flex flex-col gap-6">
      <div>
        <p className="mb-2 text-13 text-ink-soft">
          {card.publishedOn ? `Newest verdict, ${formatDay(card.publishedOn)}` : 'Newest verdict'}
          {card.speaker ? ' · said by ' : ''}
          {card.speaker ? <SpeakerName speaker={card.speaker} /> : null}
        </p>
        <h2 id="newest" className={cx('statement font-semibold', statementSize(card.statement))}>
          <a href={card.path} className="link-quiet">
            {card.statement}
          </a>
        </h2>
      </div>
      {card.rating ? (
        <VerdictBand rating={card.rating} summary={card.summary}>
          <p>
            <a href={card.path} className="font-medium">
              The evidence<span className="sr-only"> for this verdict</span>
            </a>
          </p>
        </VerdictBand>
      ) : null}
    </article>
  )
}
