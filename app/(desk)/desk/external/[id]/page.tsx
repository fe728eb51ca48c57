import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { OutsideLink } from '@/app/_parts/external/ruling'
import { Notice } from '@/app/_ui/notice'
import { DefinitionList, PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { searchClaims } from '@/lib/claims/queries'
import { Id } from '@/lib/core/ids'
import { formatDay } from '@/lib/core/windows'
import { requireSettings } from '@/lib/settings/queries'
import { canDecideExternal, canHideExternal } from '@/lib/verdicts/policy'
import { type ExternalDetail, getExternal } from '@/lib/verdicts/queries/external/list'
import { requireContext } from '@/lib/web/session'
import { HideForm } from '../_components/hide-form'
import { SameClaim } from '../_components/same-claim'

export const metadata: Metadata = { title: 'Another desk’s fact-check' }

const CRUMBS = [{ href: '/desk/external', label: 'Others’ fact-checks' }]

const Query = z.object({ find: z.string().trim().max(300).optional().catch(undefined) })

export default async function ExternalVerdictPage({ params, searchParams }: PageProps<'/desk/external/[id]'>) {
  const ctx = await requireContext()
  const id = Id.safeParse((await params).id)
  const verdict = id.success ? await getExternal(ctx, id.data) : null
  if (verdict === null) notFound()
  const { find } = Query.parse(await searchParams)
  const words = find ?? verdict.claimText.slice(0, 300)
  const mayDecide = canDecideExternal(ctx.actor) && verdict.hiddenAt === null && !verdict.isEarlier
  const { zone } = await requireSettings()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={<span className="break-words">{verdict.claimText}</span>}
        crumbs={CRUMBS}
        lead={`${verdict.publisherName} ruled “${verdict.ratingText}”`}
      />
      {verdict.hiddenReason ? (
        <Notice kind="warn" title={`Hidden${verdict.hiddenBy ? ` by ${verdict.hiddenBy.name}` : ''}`}>
          {verdict.hiddenReason}
        </Notice>
      ) : null}
      {verdict.isEarlier ? (
        <Notice kind="warn" title="An earlier rating">
          Their desk changed it since, so readers no longer see this one.
        </Notice>
      ) : null}
      <DefinitionList items={factsOf(verdict, zone)} className="max-w-page" />
      <section aria-labelledby="claims-title" className="flex max-w-page flex-col gap-3">
        <h2 id="claims-title" className="statement font-semibold text-21">
          Claims of ours that it is about
        </h2>
        {verdict.matches.length === 0 ? (
          <p className="text-ink-soft">None was confirmed. An editor confirms it here or at the claim.</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {verdict.matches.map(({ claim, decidedBy }) => (
              <li key={claim.id}>
                <Link href={`/desk/claims/${claim.id}#others`}>{claim.statement}</Link>
                {decidedBy ? <span className="text-13 text-ink-soft"> · confirmed by {decidedBy.name}</span> : null}
              </li>
            ))}
          </ul>
        )}
        {mayDecide ? (
          <SameClaim
            externalVerdictId={verdict.id}
            words={words}
            found={await searchClaims(ctx, words)}
            confirmedIds={new Set(verdict.matches.map(({ claim }) => claim.id))}
          />
        ) : null}
      </section>
      {canHideExternal(ctx.actor) ? <HideForm id={verdict.id} isHidden={verdict.hiddenAt !== null} /> : null}
    </div>
  )
}

function factsOf(verdict: ExternalDetail, zone: string) {
  const { ratingValue, worstRating, bestRating, claimant, claimedOn, title, reviewedOn, language } = verdict
  const scale =
    worstRating !== null && bestRating !== null ? `, from ${worstRating} (worst) to ${bestRating} (best)` : ''
  return [
    ...(ratingValue === null ? [] : [{ term: 'Rating in figures', value: `${ratingValue}${scale}` }]),
    ...(claimant ? [{ term: 'Said by', value: claimant }] : []),
    ...(claimedOn ? [{ term: 'Said on', value: formatDay(claimedOn) }] : []),
    ...(title ? [{ term: 'Title', value: title }] : []),
    {
      term: 'Review',
      value: <OutsideLink href={verdict.reviewUrl}>{verdict.reviewUrl}</OutsideLink>,
    },
    ...(reviewedOn ? [{ term: 'Reviewed on', value: formatDay(reviewedOn) }] : []),
    ...(verdict.publisherSite ? [{ term: 'Site', value: verdict.publisherSite }] : []),
    ...(language ? [{ term: 'Language', value: language }] : []),
    {
      term: 'Brought in',
      value: (
        <>
          {verdict.importedBy ? `by ${verdict.importedBy.name}, ` : ''}
          <Timestamp at={verdict.importedAt.toISOString()} zone={zone} />, from {verdict.broughtIn.label}
        </>
      ),
    },
  ]
}
