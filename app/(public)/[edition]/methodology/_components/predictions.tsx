import { counted } from '@/lib/core/counts'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import type { Settings } from '@/lib/settings/schema'
import { Section } from './section'

/** How many of this newsroom's are such. */
function lateWords(predictions: number, openedLate: number): string {
  if (predictions === 0) return 'So far none is counted.'
  return `Of the ${counted(predictions, 'prediction')} counted so far, ${openedLate === 0 ? 'none was' : openedLate === 1 ? 'one was' : `${openedLate.toLocaleString('en')} were`} opened so.`
}

export const Selection = ({ record: { predictions, openedLate } }: { record: TrackRecord }) => (
  <Section id="selection" title="Which predictions stand here">
    <p>
      These are the predictions that this newsroom chose to follow: because they mattered, could be checked, and came up
      in what it read. They are no sample of everything that anybody predicted. A record says how those predictions
      turned out; it does not say how reliable somebody is in general, and two records are not a contest.
    </p>
    <p>
      What counts is fixed before its outcome is recorded, and nothing is taken off the ledger because of how it turned
      out. The newsroom also works through what was said earlier: then a prediction may be opened after its window and
      grace had closed, when some could know what came of it. Such a prediction counts like any other; its page and the
      data say so, and how many there are stands beside each record, because whoever chooses afterwards may choose what
      came true. {lateWords(predictions, openedLate)}
    </p>
    {openedLate > 0 ? (
      <p>
        <a href={ledgerPath({ standing: 'counted', opened: 'late' })}>
          {counted(openedLate, 'prediction')} opened after the window
        </a>
      </p>
    ) : null}
  </Section>
)

export function Predictions({ settings }: { settings: Settings }) {
  const counts = (kind: Settings['heldUp'][number]) =>
    `Shown apart, and counts as ${settings.heldUp.includes(kind) ? '' : 'not '}held up.`
  return (
    <Section id="predictions" title="How a prediction is opened and resolved">
      <p>
        {settings.isSolo
          ? 'Before it is followed, a prediction is opened: '
          : 'Before it is followed, a prediction is opened by two people: '}
        its criteria, its window in days, the speaker’s words that the window came from, the days of grace and the
        certainty words are fixed and public. From then on nothing of it changes; there are only dated clarifications. A
        window that is moved or narrowed later is another prediction, linked with the first, which keeps being scored as
        it was made. One that is too vague to be checked is marked so.
      </p>
      <p>
        What happened is recorded once, with its sources, and resolves every prediction of it together. Days begin and
        end in {settings.zone}.
      </p>
      <dl className="divide-y divide-rule border-rule border-y">
        <Resolution
          name="Came true"
          when={`It happened inside the window, or within the days of grace after it (usually ${settings.defaultGraceDays}).`}
        />
        <Resolution
          name="Early"
          when={`It happened before the window began, so what was said about the time was wrong. ${counts('early')}`}
        />
        <Resolution name="Late" when={`It happened after the window and its grace. ${counts('late')}`} />
        <Resolution
          name="In part"
          when={`Some of what was predicted happened; people decide that, with the reason. ${counts('partly')}`}
        />
        <Resolution name="Did not happen" when="Nothing by the end of window and grace." />
        <Resolution name="Void" when="Its condition failed, or what it was about ceased to exist. Counts nowhere." />
        <Resolution name="Too vague" when="Nobody can tell whether it came about. Never counts as wrong." />
      </dl>
      <p>
        A prediction with a figure comes true by the value that the outcome gives, in the same unit, with the tolerances{' '}
        <a href="#figures">above</a>. A value counts as of the last day that it is of (growth in a year: its end); one
        that misses the figure counts against the prediction only as the value of the window’s last day. Amounts in
        different currencies are never converted. What happened but is known only to the week, month or year decides
        where each of its days would decide the same; else people do.
      </p>
      <p>
        A rule proposes each resolution and is printed with it. Where people chose otherwise, their reason stands beside
        the rule. A resolution can be taken back, with a reason that stays on the page.
      </p>
    </Section>
  )
}

const Resolution = ({ name, when }: { name: string; when: string }) => (
  <div className="grid gap-x-6 py-2 sm:grid-cols-[9rem_1fr]">
    <dt className="font-semibold">{name}</dt>
    <dd className="text-ink-soft">{when}</dd>
  </div>
)

export const Reply = () => (
  <Section id="reply" title="Right of reply">
    <p>
      Whoever is named here may answer. A reply is shown in its sender’s words, in a place of its own on the page that
      it is about, with who sent it and when it came. We do not edit it. One that is withdrawn leaves a line that says
      so and why.
    </p>
  </Section>
)
