import type { PhraseRecord } from '@/lib/predictions/queries/records'
import { Section } from './section'

const percent = (share: number): string => `${Math.round(share * 100)} %`

export const Certainty = ({ phrases }: { phrases: PhraseRecord[] }) => (
  <Section id="certainty" title="What the words promise, and what came of it">
    <p>
      The words with which something is predicted stand for a probability, from the table below. It is ours, it is
      public, and each prediction keeps the version that it was opened under. How the words are read:
    </p>
    <ul className="flex list-disc flex-col gap-2 pl-5">
      <li>The longest listed phrase counts: in “is expected to”, that phrase and not a shorter one within it.</li>
      <li>
        A negation belongs to what is predicted: “will not commit” is the prediction that it will not, with the
        probability of “will”. It comes true when the window passes without it.
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
      Beside each phrase stands how often what was said with it came true, once enough windows have closed. A phrase is
      well calibrated when the two agree; <a href="/phrases">the pages of the phrases</a> draw that.
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
                  <span className="text-ink-soft">
                    {record.withheld === 'too_many_unresolved' ? 'too many unsettled' : 'too few'}
                  </span>
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
