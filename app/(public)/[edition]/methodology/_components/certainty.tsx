import { isShown, markKey } from '@/app/_parts/plots/calibration-layout'
import { UncountedPhrases } from '@/app/_parts/plots/phrase-strips'
import { percent, percentRange } from '@/app/_parts/plots/places'
import { inQuotes } from '@/lib/core/quotes'
import { WITHHELD_WORDS } from '@/lib/predictions/present/records'
import type { CalibrationBin } from '@/lib/predictions/rules/scoring/calibration'
import { phraseSlug } from '@/lib/predictions/rules/subjects'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import { Section } from './section'

export const Certainty = ({ bins }: { bins: readonly CalibrationBin[] }) => {
  const used = bins.filter(({ n }) => n > 0)
  return (
    <Section id="certainty" title="What the words promise, and what came of it">
      <p>
        The words with which something is predicted stand for a probability, from the table below. It is ours, it is
        public, and each prediction keeps the version that it was opened under. How the words are read:
      </p>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <li>The longest listed phrase counts: in “is expected to”, that phrase and not a shorter one within it.</li>
        <li>
          A negation belongs to what is predicted: “will not commit” is the prediction that it will not, with the
          probability of “will”. It comes true when the window passes without it. So does “unlikely to”: its probability
          is that of not happening.
        </li>
        <li>
          A condition (“if the treaty is signed”) does not lower the probability. Where the condition fails, the
          prediction is void and counts nowhere.
        </li>
        <li>
          Words that are not in the table get no probability. Such a prediction counts in the rate, but neither in the
          Brier score nor in the calibration.
        </li>
      </ul>
      <p>
        Beside each phrase stands how often what was said with it held up, with its 95 % interval, once enough windows
        have closed. A phrase is well calibrated when the two agree; <a href="/phrases">the pages of the phrases</a>{' '}
        draw that. What was opened before a probability was changed is counted apart, beside what the words stood for
        then.
      </p>
      {used.length > 0 ? <Counted bins={used} /> : null}
      <p>
        {used.length > 0
          ? 'The rest of the table, of which nothing is counted yet, by what the words stand for:'
          : 'Nothing is counted yet. The table, by what the words stand for:'}
      </p>
      <UncountedPhrases bins={bins} />
    </Section>
  )
}

const Counted = ({ bins }: { bins: readonly CalibrationBin[] }) => (
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
            Held up
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr key={markKey(bin)} className="border-rule border-b">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              <a href={`/phrases/${phraseSlug(bin.words)}`} className="statement link-quiet">
                {inQuotes(bin.words)}
              </a>
            </th>
            <td className="py-2 pr-4 text-right tabular-nums">
              {percent(bin.probability)}
              {bin.isInForce ? null : <span className="text-13 text-ink-soft"> before</span>}
            </td>
            <td className="py-2 pr-4 text-right tabular-nums">
              {isShown(bin) ? (
                <>
                  {percent(bin.share)}{' '}
                  <span className="whitespace-nowrap text-13 text-ink-soft">({percentRange(bin.interval)})</span>
                </>
              ) : (
                <span className="text-ink-soft">{WITHHELD_WORDS[bin.withheld ?? 'nothing_closed']}</span>
              )}
            </td>
            <td className="whitespace-nowrap py-2 text-right tabular-nums">
              <Outcomes bin={bin} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** "5", "9 from 10": so many outcomes, from so many predictions, which lead to their list where it is exactly theirs. */
function Outcomes({ bin: { words, n, predictions, isWhole } }: { bin: CalibrationBin }) {
  const shown = predictions.toLocaleString('en')
  return (
    <>
      {n === predictions ? null : `${n.toLocaleString('en')} from `}
      {isWhole ? <a href={ledgerPath({ phrase: phraseSlug(words), standing: 'counted' })}>{shown}</a> : shown}
    </>
  )
}
