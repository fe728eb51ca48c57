import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { HowCounted } from '@/app/_parts/public/how-counted'
import { Section } from '@/app/_parts/public/section'
import { SubjectPredictions, SubjectRecord } from '@/app/_parts/public/subject-record'
import { Columns } from '@/app/_parts/shell/public-shell'
import { PageHeader } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import { inQuotes } from '@/lib/core/quotes'
import { getPhrasePage, type PhrasePage, type PhraseUser } from '@/lib/publishing/queries/phrases'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import { requireEdition } from '@/lib/web/edition'
import { phraseLead } from '../_components/phrase-lead'
import { promiseOf } from '../_components/promise-words'

type Params = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

async function readPage({ params }: Params): Promise<{ page: PhrasePage; today: Day }> {
  const { today } = await requireEdition(params)
  const found = await getPhrasePage((await params).slug, today)
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  return { page: found.page, today }
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { words, slug, figures } = (await readPage(props)).page
  return {
    title: inQuotes(words),
    description: phraseLead(words, figures.record),
    alternates: { canonical: `/phrases/${slug}` },
  }
}

export default async function PhrasePublicPage(props: Params) {
  const { page, today } = await readPage(props)
  const { words, slug, figures, users } = page
  return (
    <Columns
      margin={
        <>
          <HowCounted path={`/data/phrases/${slug}`}>
            The words count as {inQuotes(words)} where no longer phrase of the table holds them. These are the
            predictions that this newsroom chose to follow.
          </HowCounted>
          {users.length > 0 ? <Users users={users} /> : null}
        </>
      }
    >
      <PageHeader
        crumbs={[{ href: '/phrases', label: 'Phrases' }]}
        title={inQuotes(words)}
        lead={phraseLead(words, figures.record)}
      />
      <Section id="record" title="How predictions held up" className="mt-8">
        <SubjectRecord id="record" figures={figures} today={today} promise={promiseOf(page)} />
      </Section>
      {figures.predictions.length > 0 ? (
        <Section id="predictions" title="Predictions" className="mt-12">
          <SubjectPredictions figures={figures} today={today} />
        </Section>
      ) : null}
    </Columns>
  )
}

const VOICE_WORDS: Record<PhraseUser['voice'], string> = {
  speaker: '',
  own: 'in its own voice',
  unnamed: 'by unnamed sources',
}

const Users = ({ users }: { users: PhraseUser[] }) => (
  <Section id="users" title="Who says it" isMargin>
    <ul className="divide-y divide-rule border-rule border-y">
      {users.map(({ name, slug, voice, predictions, filter }) => (
        <li key={`${voice} ${slug}`} className="flex items-baseline justify-between gap-4 py-1.5">
          <span className="min-w-0">
            <a href={`/${voice === 'speaker' ? 'speakers' : 'publishers'}/${slug}`}>{name}</a>
            {VOICE_WORDS[voice] ? <span className="text-13 text-ink-soft"> {VOICE_WORDS[voice]}</span> : null}
          </span>
          <a href={ledgerPath(filter)} className="inline-block min-w-6 text-right tabular-nums">
            {predictions.toLocaleString('en')}
            <span className="sr-only">
              {' '}
              {predictions === 1 ? 'prediction' : 'predictions'} of {name} with these words
            </span>
          </a>
        </li>
      ))}
    </ul>
  </Section>
)
