import { Seal } from '@/app/_parts/seal/seal'
import type { Settings } from '@/lib/settings/schema'
import { Section } from './section'

export const TwoPeople = ({ settings }: { settings: Settings }) => (
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

export const Ratings = ({ settings }: { settings: Settings }) => (
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

export const Figures = () => (
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
