import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Seal } from '@/app/_parts/seal/seal'
import { PageHeader } from '@/app/_ui/page-parts'
import type { PhraseRecord } from '@/lib/predictions/queries/records'
import { getMethodology } from '@/lib/publishing/queries/home'
import type { Settings } from '@/lib/settings/schema'
import { requireEdition } from '@/lib/web/edition'

export const metadata: Metadata = {
  title: 'Methodology',
  description: 'How claims are rated, how predictions are opened and resolved, and how track records are counted.',
  alternates: { canonical: '/methodology' },
}
export const generateStaticParams = () => []

const percent = (share: number): string => `${Math.round(share * 100)} %`

export default async function MethodologyPage({ params }: { params: Promise<{ edition: string }> }) {
  const { today } = await requireEdition(params)
  const { settings, phrases } = await getMethodology(today)
  return (
    <article className="max-w-measure">
      <PageHeader
        title="Methodology"
        lead={`How ${settings.newsroomName} works. These are the rules in force (version ${settings.version}); every verdict keeps the rules it was made under.`}
      />
      <TwoPeople settings={settings} />
      <Ratings settings={settings} />
      <Figures />
      <Predictions settings={settings} />
      <Certainty phrases={phrases} />
      <Records settings={settings} />
    </article>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12 flex flex-col gap-4">
      <h2 id={id} className="statement font-semibold text-21">
        {title}
      </h2>
      {children}
    </section>
  )
}

const TwoPeople = ({ settings }: { settings: Settings }) => (
  <Section id="people" title="Two people">
    {settings.isSolo ? (
      <p>
        This is a one-person desk: the person who writes a verdict may publish it. Each verdict, prediction and outcome
        that one person published alone says so.
      </p>
    ) : (
      <p>
        Nobody publishes alone. A verdict, an opened prediction, an outcome, a correction and a withdrawal are written
        by one person and approved by another, who approves the exact text; whoever changed it cannot approve it.
      </p>
    )}
    <p>
      Before a verdict is submitted, its author asks the speaker for comment, or says why not, and attaches evidence.
      For a claim that cannot be verified, the search is described. What was published is never overwritten: a
      correction adds a version, with a public note, and the earlier ones stay readable.
    </p>
  </Section>
)

const Ratings = ({ settings }: { settings: Settings }) => (
  <Section id="ratings" title="Ratings">
    <dl className="divide-y divide-rule border-rule border-y">
      {settings.ratingScale.map((rating) => (
        <div key={rating.key} className="relative min-h-18 py-3 pl-16">
          <dt className="font-semibold">
            <span className="absolute top-3 left-0">
              <Seal rating={{ ...rating, best: 5, worst: 1 }} size={48} />
            </span>
            {rating.label}
            {rating.value === null ? (
              <span className="ml-2 font-normal text-13 text-ink-soft">carries no number</span>
            ) : (
              <span className="ml-2 font-normal text-13 text-ink-soft tabular-nums">{rating.value} of 5</span>
            )}
          </dt>
          <dd className="text-ink-soft">{rating.meaning}</dd>
        </div>
      ))}
    </dl>
  </Section>
)

const TOLERANCES = [
  ['Exact ("$14.9 billion")', 'half a unit of the last digit that was stated, here 0.05 billion'],
  ['"About", "around", "nearly"', '10 %'],
  ['"At least", "more than", "up to", "at most"', 'the bound, on the side it is stated for'],
  ['A range', 'agrees where the two overlap'],
] as const

const Figures = () => (
  <Section id="figures" title="Comparing figures">
    <p>
      A claimed and a found figure are compared in the same unit and, where possible, for the same day. The comparison
      suggests; people decide. How far they may lie apart:
    </p>
    <dl className="divide-y divide-rule border-rule border-y">
      {TOLERANCES.map(([claimed, tolerance]) => (
        <div key={claimed} className="grid gap-x-6 py-2 sm:grid-cols-2">
          <dt>{claimed}</dt>
          <dd className="text-ink-soft">{tolerance}</dd>
        </div>
      ))}
    </dl>
  </Section>
)

const Predictions = ({ settings }: { settings: Settings }) => (
  <Section id="predictions" title="Predictions">
    <p>
      A prediction is opened by two people, who fix its criteria, its due window in days and the speaker's words it came
      from. From then on nothing about it changes; there are only dated clarifications. A prediction too vague to hold a
      window is marked so, and never counts as wrong.
    </p>
    <p>
      What really happened is recorded once, with sources, and resolves every prediction of it: before the window it
      came <em>early</em>, inside it <em>came true</em>, within the days of grace (usually {settings.defaultGraceDays})
      it still came true, after them <em>late</em>. If nothing happened by then, it <em>did not happen</em>. A
      prediction whose condition failed is <em>void</em>. Days begin and end in {settings.zone}.
    </p>
  </Section>
)

const Certainty = ({ phrases }: { phrases: PhraseRecord[] }) => (
  <Section id="certainty" title="What the words promise, and what came of it">
    <p>
      Each phrase stands for a probability. Beside it, how often what was said with it came true, once enough windows
      have closed.
    </p>
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-15">
        <thead>
          <tr className="border-ink border-b text-left text-13">
            <th scope="col" className="py-2 pr-4 font-semibold">
              Words
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-semibold">
              Stands for
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-semibold">
              Came true
            </th>
            <th scope="col" className="py-2 text-right font-semibold">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {phrases.map(({ words, probability, record }) => (
            <tr key={words} className="border-rule border-b">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                “{words}”
              </th>
              <td className="py-2 pr-4 text-right tabular-nums">{percent(probability)}</td>
              <td className="py-2 pr-4 text-right tabular-nums">
                {record.rate ? (
                  <>
                    {percent(record.rate.value)}{' '}
                    <span className="text-13 text-ink-soft">
                      ({Math.round(record.rate.low * 100)}–{percent(record.rate.high)})
                    </span>
                  </>
                ) : (
                  <span className="text-ink-soft">too few</span>
                )}
              </td>
              <td className="py-2 text-right tabular-nums">{record.n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Section>
)

const Records = ({ settings }: { settings: Settings }) => (
  <Section id="records" title="Track records">
    <p>
      A track record counts only predictions whose window, with grace, closed before its day: an early success would
      flatter it. Only <em>came true</em> counts as held up; early, late, in part and did not happen are each shown
      apart; too vague and void count nowhere. Several predictions of one event by one speaker count as one. Who repeats
      a prediction counts with it, if that was within its window and before it was settled by what happened. Unnamed
      sources count under the publisher that quotes them, and a publisher's own voice apart from that.
    </p>
    <p>
      The interval is Wilson's, at 95 %. No rate is shown below {settings.minimumN} outcomes, nor when more than{' '}
      {percent(settings.maxUnresolved)} of the closed windows are unresolved; then the counts stand alone.
    </p>
  </Section>
)
