import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { OthersSection } from '@/app/_parts/external/others-section'
import { ClaimHead, printedBy } from '@/app/_parts/public/claim-head'
import { Corrections } from '@/app/_parts/public/corrections'
import { DataLinks } from '@/app/_parts/public/data-links'
import { JsonLd } from '@/app/_parts/public/json-ld'
import { ChangedNotice } from '@/app/_parts/public/page-notice'
import { Replies } from '@/app/_parts/public/replies'
import { Section } from '@/app/_parts/public/section'
import { Columns } from '@/app/_parts/shell/public-shell'
import { listPublicReplies } from '@/lib/claims/queries/replies'
import { env } from '@/lib/platform/env.mjs'
import { claimReviewOf } from '@/lib/publishing/present'
import { getPredictionPage, type PredictionPage } from '@/lib/publishing/queries/prediction-page'
import { listConfirmedRulings } from '@/lib/verdicts/queries/external/matching'
import { requireEdition } from '@/lib/web/edition'
import { Clarifications } from './_components/clarifications'
import { Outcome } from './_components/outcome'
import { Standing } from './_components/standing'
import { standingWords } from './_components/standing-words'
import { Terms } from './_components/terms'
import { PredictionTimeline } from './_components/timeline'
import { VerdictOnIt } from './_components/verdict-on-it'
import { WindowSection } from './_components/window-section'

type Props = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

const readPage = cache(async (slug: string): Promise<PredictionPage> => {
  const found = await getPredictionPage(slug)
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  return found.page
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { today } = await requireEdition(params)
  const { claim, prediction } = await readPage((await params).slug)
  const description = standingWords(prediction, today)
  return {
    title: claim.shortForm,
    description,
    alternates: { canonical: `/predictions/${claim.slug}` },
    openGraph: { type: 'article', title: claim.shortForm, description },
  }
}

export default async function PredictionPublicPage({ params }: Props) {
  const { today } = await requireEdition(params)
  const page = await readPage((await params).slug)
  const { claim, prediction, first, verdict, versions, corrections, zone } = page
  const [others, replies] = await Promise.all([
    listConfirmedRulings(claim.id),
    listPublicReplies({ claimId: claim.id }),
  ])
  const path = `/predictions/${claim.slug}`
  return (
    <Columns
      margin={
        <>
          <Section id="terms" title="Fixed at the opening" isMargin>
            <Terms prediction={prediction} zone={zone} />
          </Section>
          <DataLinks path={`/data${path}`} />
        </>
      }
    >
      <article className="flex flex-col gap-8 sm:gap-10">
        <ChangedNotice
          {...{ corrections, versions, zone }}
          isWithdrawn={verdict === null && corrections[0]?.level === 'withdrawal'}
        />
        <ClaimHead
          crumb={{ href: '/predictions', label: 'Predictions' }}
          kind="prediction"
          statement={claim.statement}
          speaker={prediction.speaker}
          printedBy={printedBy(first ?? undefined)}
          saidOn={prediction.saidOn}
        />
        <Standing prediction={prediction} today={today} />
        <WindowSection prediction={prediction} slug={claim.slug} today={today} />
        <Outcome prediction={prediction} zone={zone} />
        {prediction.criteria === '' && prediction.clarifications.length === 0 ? null : (
          <Section id="criteria" title="What counts">
            <p className="max-w-[66ch] whitespace-pre-line font-serif text-17">{prediction.criteria}</p>
            <Clarifications clarifications={prediction.clarifications} zone={zone} />
          </Section>
        )}
        <PredictionTimeline page={page} today={today} />
        {verdict ? (
          <>
            <VerdictOnIt verdict={verdict} zone={zone} />
            <JsonLd data={claimReviewOf(verdict, { pageUrl: `${env().appUrl}${path}`, siteUrl: env().appUrl, zone })} />
          </>
        ) : null}
        <Corrections corrections={corrections} versions={versions} path={path} zone={zone} />
        <Replies replies={replies} zone={zone} />
        <OthersSection others={others} />
      </article>
    </Columns>
  )
}
