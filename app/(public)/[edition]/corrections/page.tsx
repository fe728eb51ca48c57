import type { Metadata } from 'next'
import { CORRECTION_WORDS } from '@/app/_parts/public/corrections'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { dayInZone } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import { publicPath } from '@/lib/publishing/queries/claims'
import { requireSettings } from '@/lib/settings/queries'
import { listCorrections } from '@/lib/verdicts/queries'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = { title: 'Corrections', alternates: { canonical: '/corrections' } }
export const generateStaticParams = () => []

export default async function CorrectionsPage({ params }: { params: Promise<{ edition: string }> }) {
  await requireEdition(params)
  const [corrections, { zone }] = await Promise.all([listCorrections({ limit: 100 }), requireSettings()])
  return (
    <>
      <PageHeader
        title="Corrections"
        lead="What we got wrong, or what changed after publication. Every version of a verdict stays readable on its page."
      />
      {corrections.length === 0 ? (
        <EmptyState drawing="seal">Nothing has been corrected or withdrawn.</EmptyState>
      ) : (
        <ol className="mt-8 max-w-measure divide-y divide-rule border-rule border-y">
          {corrections.map((correction) => (
            <li key={correction.id} className="py-5">
              <p className="text-13 text-ink-soft">
                <strong className="font-semibold text-ink">{CORRECTION_WORDS[correction.level]}</strong>
                {correction.publishedAt ? ` · ${formatDay(dayInZone(new Date(correction.publishedAt), zone))}` : ''}
                {` · by ${correction.authorName}, approved by ${correction.approverName}`}
              </p>
              <a href={publicPath(correction.claim)} className="statement link-quiet text-17">
                {correction.claim.shortForm}
              </a>
              <p className="mt-1">{correction.note}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
