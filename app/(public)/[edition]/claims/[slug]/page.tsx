import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { OthersSection } from '@/app/_parts/external/others-section'
import { Byline } from '@/app/_parts/public/byline'
import { ClaimHead, printedBy } from '@/app/_parts/public/claim-head'
import { Corrections } from '@/app/_parts/public/corrections'
import { JsonLd } from '@/app/_parts/public/json-ld'
import { ChangedNotice } from '@/app/_parts/public/page-notice'
import { Replies } from '@/app/_parts/public/replies'
import { SaidList } from '@/app/_parts/public/said-list'
import { Section } from '@/app/_parts/public/section'
import { VerdictBand } from '@/app/_parts/public/verdict-band'
import { VerdictBody } from '@/app/_parts/public/verdict-body'
import { VerdictDays } from '@/app/_parts/public/verdict-days'
import { Columns } from '@/app/_parts/shell/public-shell'
import { listPublicReplies } from '@/lib/claims/queries/replies'
import { dayInZone } from '@/lib/core/days'
import { env } from '@/lib/platform/env.mjs'
import { claimReviewOf } from '@/lib/publishing/present'
import { type ClaimPage, getClaimPage } from '@/lib/publishing/queries/claims'
import { requireEdition } from '@/lib/web/edition'

type Props = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

const readPage = cache(async (slug: string): Promise<ClaimPage> => {
  const found = await getClaimPage(slug)
  if (found.is === 'moved') permanentRedirect(found.path)
  if (found.is === 'nothing') notFound()
  return found.page
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claim, verdict } = await readPage((await params).slug)
  const description = verdict ? `${verdict.rating.label}: ${verdict.summary}` : 'This verdict was withdrawn.'
  return {
    title: claim.shortForm,
    description,
    alternates: { canonical: `/claims/${claim.slug}` },
    openGraph: { type: 'article', title: claim.shortForm, description, publishedTime: verdict?.publishedAt },
  }
}

export default async function ClaimPublicPage({ params }: Props) {
  await requireEdition(params)
  const { claim, verdict, versions, corrections, rechecks, others, zone } = await readPage((await params).slug)
  const replies = await listPublicReplies({ claimId: claim.id })
  const shown = verdict ?? versions[0]?.frozen
  const path = `/claims/${claim.slug}`
  return (
    <Columns
      margin={
        shown ? (
          <>
            <Section id="said" title="Where it was said" isMargin>
              <SaidList entries={shown.occurrences} speakerName={shown.speaker?.name} />
            </Section>
            <Section id="record" title="For the record" isMargin>
              <VerdictDays verdict={shown} zone={zone} rechecks={verdict ? rechecks : undefined} />
            </Section>
          </>
        ) : undefined
      }
    >
      <article className="flex flex-col gap-8 sm:gap-10">
        <ChangedNotice corrections={corrections} versions={versions} isWithdrawn={verdict === null} zone={zone} />
        <ClaimHead
          crumb={{ href: '/claims', label: 'Verdicts' }}
          kind={claim.kind}
          statement={verdict?.claim.statement ?? claim.statement}
          speaker={shown ? shown.speaker : claim.speaker}
          printedBy={printedBy(shown?.occurrences[0])}
          saidOn={shown?.occurrences[0]?.article.publishedOn ?? null}
        />
        {verdict ? (
          <>
            <VerdictBand rating={verdict.rating} summary={verdict.summary}>
              <p className="text-13 text-ink-soft">
                <Byline {...verdict} on={dayInZone(new Date(verdict.publishedAt), zone)} />
              </p>
            </VerdictBand>
            <VerdictBody verdict={verdict} />
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
