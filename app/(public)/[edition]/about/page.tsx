import type { Metadata } from 'next'
import { PageHeader } from '@/app/_ui/page-parts'
import { requireSettings } from '@/lib/settings/queries'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = { title: 'About', alternates: { canonical: '/about' } }
export const generateStaticParams = () => []

export default async function AboutPage({ params }: { params: Promise<{ edition: string }> }) {
  await requireEdition(params)
  const settings = await requireSettings()
  return (
    <article className="flex max-w-measure flex-col gap-4">
      <PageHeader title={`About ${settings.newsroomName}`} lead="What was claimed, and what came of it." />
      <p className="mt-4">
        News articles make claims: figures, statements, predictions. We store them word for word with the place they
        were made, look for the evidence, and publish what we found, with every source.
      </p>
      <p>
        Predictions we keep until their day comes. Whoever says “by the end of the year” fixes a window; we watch it,
        record what happened, and keep the score of everyone whom the news quotes, with the same rules for all.
      </p>
      <p>
        How this is done stands on the page on <a href="/methodology">methodology</a>; what we got wrong, under{' '}
        <a href="/corrections">corrections</a>. Articles belong to their publishers: we quote the few words that matter
        and link to the rest.
      </p>
    </article>
  )
}
