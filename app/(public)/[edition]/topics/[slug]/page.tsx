import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { HowCounted } from '@/app/_parts/public/how-counted'
import { Section } from '@/app/_parts/public/section'
import { SubjectPredictions, SubjectRecord } from '@/app/_parts/public/subject-record'
import { VerdictList } from '@/app/_parts/public/verdict-list'
import { Columns } from '@/app/_parts/shell/public-shell'
import { PageHeader } from '@/app/_ui/page-parts'
import type { Day } from '@/lib/core/days'
import { getTopicPage, type TopicPage } from '@/lib/publishing/queries/topics'
import { requireEdition } from '@/lib/web/edition'

type Params = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

async function readPage({ params }: Params): Promise<{ page: TopicPage; today: Day }> {
  const { today } = await requireEdition(params)
  const found = await getTopicPage((await params).slug, today)
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  return { page: found.page, today }
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { topic } = (await readPage(props)).page
  return {
    title: topic.name,
    description: `What was claimed about ${topic.name}, what the evidence says, and how the predictions held up.`,
    alternates: { canonical: `/topics/${topic.slug}` },
  }
}

export default async function TopicPublicPage(props: Params) {
  const { page, today } = await readPage(props)
  const { topic, figures, verdicts } = page
  return (
    <Columns
      margin={
        topic.predictions > 0 ? (
          <HowCounted path={`/data/topics/${topic.slug}`}>
            All predictions about {topic.name} that this newsroom chose to follow, whoever made them. A prediction may
            have several topics and counts in each.
          </HowCounted>
        ) : undefined
      }
    >
      <PageHeader crumbs={[{ href: '/topics', label: 'Topics' }]} title={topic.name} />
      {topic.predictions > 0 ? (
        <>
          <Section id="record" title="How predictions held up" className="mt-8">
            <SubjectRecord id="record" figures={figures} today={today} />
          </Section>
          <Section id="predictions" title="Predictions" className="mt-12">
            <SubjectPredictions figures={figures} today={today} />
          </Section>
        </>
      ) : null}
      {verdicts.length > 0 ? (
        <Section id="verdicts" title="Claims checked" className="mt-12">
          <VerdictList cards={verdicts} />
        </Section>
      ) : null}
    </Columns>
  )
}
