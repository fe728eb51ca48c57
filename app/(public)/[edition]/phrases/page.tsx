import type { Metadata } from 'next'
import { CalibrationFigure } from '@/app/_parts/plots/calibration-figure'
import { PhraseStrips, UncountedPhrases, uncountedOf } from '@/app/_parts/plots/phrase-strips'
import { DataLinks } from '@/app/_parts/public/data-links'
import { Section } from '@/app/_parts/public/section'
import { PageHeader } from '@/app/_ui/page-parts'
import { formatDay } from '@/lib/core/windows'
import { heldUpWords, holdsMore } from '@/lib/predictions/present/records'
import { getPhrasesPage } from '@/lib/publishing/queries/phrases'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = {
  title: 'Phrases',
  description: 'How often what the news says with “will”, “is expected to” or “may” holds up.',
  alternates: { canonical: '/phrases' },
}
export const generateStaticParams = () => []

export default async function PhrasesPage({ params }: { params: Promise<{ edition: string }> }) {
  const { today } = await requireEdition(params)
  const { calibration, minimumN, asOfOn, heldUp } = await getPhrasesPage(today)
  const isParted = calibration.some(({ isInForce, n }) => !isInForce && n > 0)
  const hasCounted = calibration.some(({ n }) => n > 0)
  const hasUncounted = uncountedOf(calibration).length > 0
  return (
    <div className="flex flex-col gap-12">
      <PageHeader
        title="Phrases"
        lead="“Will”, “is expected to”, “may”: what the words of the news promise, and how often it held up."
      />
      {hasCounted ? (
        <>
          <Section id="strips" title="Phrase by phrase">
            <PhraseStrips bins={calibration} minimumN={minimumN} />
            <p className="max-w-measure text-13 text-ink-soft">
              n counts separate outcomes of windows that have closed, as of {formatDay(asOfOn)}; no share is shown below{' '}
              {minimumN} or while too many are unresolved.{' '}
              {holdsMore(heldUp) ? `Held up means here: ${heldUpWords(heldUp)}. ` : ''}
              {isParted ? 'A phrase whose probability was changed has a row for each that it stood for. ' : ''}
              Of twenty phrases that keep their promise, luck alone makes up to one a diamond. These are the predictions
              that this newsroom chose to follow. <a href="/methodology#records">How this is counted</a>
            </p>
            <DataLinks path="/data/phrases" />
          </Section>
          <Section id="calibration" title="All of them in one picture">
            <div className="max-w-measure">
              <CalibrationFigure bins={calibration} minimumN={minimumN} filter={{}} />
            </div>
          </Section>
        </>
      ) : null}
      {hasUncounted ? (
        <Section id="uncounted" title="Nothing counted yet">
          <p className="max-w-measure text-15 text-ink-soft">
            What else the table lists, by the probability it stands for. No window of a prediction with these words has
            closed and been settled.
          </p>
          <div className="max-w-measure">
            <UncountedPhrases bins={calibration} />
          </div>
        </Section>
      ) : null}
    </div>
  )
}
