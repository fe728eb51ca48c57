import type { Metadata } from 'next'
import { PageHeader } from '@/app/_ui/page-parts'
import { getMethodology } from '@/lib/publishing/queries/home'
import { requireEdition } from '@/lib/web/edition'
import { Certainty } from './_components/certainty'
import { Predictions, Reply, Selection } from './_components/predictions'
import { Records, Versions } from './_components/records'
import { Figures, Ratings, TwoPeople } from './_components/verdicts'

export const metadata: Metadata = {
  title: 'Methodology',
  description: 'How claims are rated, how predictions are opened and resolved, and how track records are counted.',
  alternates: { canonical: '/methodology' },
}
export const generateStaticParams = () => []

const PARTS = [
  ['people', 'Two people'],
  ['ratings', 'Ratings'],
  ['figures', 'Figures'],
  ['selection', 'Which predictions'],
  ['predictions', 'Opening and resolving'],
  ['certainty', 'What words promise'],
  ['records', 'How records are counted'],
  ['reply', 'Right of reply'],
  ['versions', 'Versions'],
] as const

export default async function MethodologyPage({ params }: { params: Promise<{ edition: string }> }) {
  const { today } = await requireEdition(params)
  const { settings, record, versions } = await getMethodology(today)
  return (
    <article className="max-w-measure">
      <PageHeader
        title="Methodology"
        lead={`How ${settings.newsroomName} works. These are the rules in force (version ${settings.version}); every verdict keeps the rules it was made under.`}
      />
      <nav aria-label="On this page" className="mt-8 print:hidden">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-15">
          {PARTS.map(([id, words]) => (
            <li key={id}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      <TwoPeople settings={settings} />
      <Ratings settings={settings} />
      <Figures />
      <Selection record={record} />
      <Predictions settings={settings} />
      <Certainty bins={record.calibration} />
      <Records settings={settings} />
      <Reply />
      <Versions versions={versions} zone={settings.zone} />
    </article>
  )
}
