import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { HowCounted } from '@/app/_parts/public/how-counted'
import { Replies } from '@/app/_parts/public/replies'
import { Section } from '@/app/_parts/public/section'
import { SubjectPredictions, SubjectRecord } from '@/app/_parts/public/subject-record'
import { VerdictList } from '@/app/_parts/public/verdict-list'
import { Columns } from '@/app/_parts/shell/public-shell'
import { PageHeader } from '@/app/_ui/page-parts'
import { listPublicReplies } from '@/lib/claims/queries/replies'
import type { Day } from '@/lib/core/days'
import { getSpeakerPage, type SpeakerPage } from '@/lib/publishing/queries/people'
import { requireSettings } from '@/lib/settings/queries'
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
  const { speaker, aliases, figures, verdicts } = page
  const [replies, { zone }] = await Promise.all([listPublicReplies({ speakerSlug: speaker.slug }), requireSettings()])
  return (
    <Columns
      margin={
        <>
          <HowCounted path={`/data/speakers/${speaker.slug}`}>
            These are the predictions of {speaker.name} that this newsroom chose to follow, not all that were made.
          </HowCounted>
          <About aliases={aliases} links={speaker.sameAs} />
        </>
      }
    >
      <PageHeader
        crumbs={[{ href: '/speakers', label: 'Speakers' }]}
        title={speaker.name}
        lead={speaker.description ?? undefined}
      />
      {figures.predictions.length > 0 ? (
        <>
          <Section id="record" title="How predictions held up" className="mt-8">
            <SubjectRecord id="record" figures={figures} today={today} />
          </Section>
          <Section id="predictions" title="Predictions" className="mt-12">
            <SubjectPredictions figures={figures} today={today} hasSpeaker={false} />
          </Section>
        </>
      ) : null}
      {verdicts.length > 0 ? (
        <Section id="verdicts" title="Claims checked" className="mt-12">
          <VerdictList cards={verdicts} hasSpeaker={false} />
        </Section>
      ) : null}
      {replies.length > 0 ? (
        <div className="mt-12">
          <Replies replies={replies} zone={zone} />
        </div>
      ) : null}
    </Columns>
  )
}

function About({ aliases, links }: { aliases: string[]; links: string[] }) {
  if (aliases.length === 0 && links.length === 0) return null
  return (
    <Section id="known-as" title="Known as" isMargin>
      <p className="text-ink-soft">{aliases.join(' · ')}</p>
      <ul className="text-13">
        {links.map((link) => (
          <li key={link} className="wrap-anywhere">
            <a href={link} rel="noopener">
              {link}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
