import { DayText } from '@/app/_ui/days'
import { dayInZone } from '@/lib/core/days'
import { heldUpWords, holdsMore } from '@/lib/predictions/present/records'
import type { SettingVersion } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import { Section } from './section'

const percent = (share: number): string => `${Math.round(share * 100)} %`

export const Records = ({ settings }: { settings: Settings }) => (
  <Section id="records" title="How a record is counted">
    <h3 className="font-semibold text-17">What counts</h3>
    <p>
      Only predictions whose window, with grace, had closed by the day of the record: an early success would flatter it,
      because its failures would not be in yet. {heldUpRule(settings)} Too vague and void count nowhere. Predictions
      whose window closed and that nobody has resolved yet are printed beside the number.
    </p>
    <h3 className="font-semibold text-17">What counts once</h3>
    <p>
      Several predictions of one event by one speaker are one cluster and weigh as one, on the pages of speakers,
      publishers and phrases alike: saying the same thing five times is not being right five times. Copies of one story
      in several papers count once, as what the first of them printed. Who repeats a prediction counts with it if that
      was within its window and before the outcome.
    </p>
    <h3 className="font-semibold text-17">Whose it is</h3>
    <p>
      What a named person said is theirs and never the record of the paper that printed it. “Diplomatic sources” and
      other unnamed groups have no page: they count as unnamed sources of the publisher that quotes them. What a
      publisher says in its own voice is counted apart from both.
    </p>
    <h3 className="font-semibold text-17">Rates and their intervals</h3>
    <p>
      A rate stands with the number that it rests on and a 95 % interval (Wilson’s, over clusters): were the same thing
      done over and over, about nineteen of twenty such intervals would hold the true rate. Few predictions make a wide
      interval, and a wide interval says that little is known. No rate is shown below {settings.minimumN} clusters, nor
      when more than {percent(settings.maxUnresolved)} of the closed windows are unresolved; then the counts stand
      alone.
    </p>
    <h3 className="font-semibold text-17">Brier score</h3>
    <p>
      It measures how far the promised probabilities lay from what happened: 0 is perfect, 0.25 is what saying “half and
      half” each time would get, 1 is always being sure of the wrong thing. For each prediction the difference between
      its probability and the outcome (1 where it held up, else 0) is squared; the score is the mean. Beside it stands
      the score of a simple reference that knows no words: it says for each prediction the share that held up among all
      the others of the page. A score below the reference means that the words carried more than that.
    </p>
    <h3 className="font-semibold text-17">Calibration</h3>
    <p>
      For each phrase, the share that held up is drawn against the probability that it stood for when the predictions
      were opened. The band around that probability is where the share would lie in at least 95 of 100 cases by mere
      chance if the probability were right, for so many clusters. A point outside its band (a diamond) says that the
      phrase promised too much or too little; a point inside says only that nothing speaks against it. Who looks at many
      phrases sees some diamonds by luck alone: of twenty that keep their promise, up to one.
    </p>
    <p>
      Where the probability of a phrase was changed, each prediction is measured by the one under which it was opened,
      and the phrase has a point for each. What was opened while its words were not listed promised nothing and has no
      point, nor has a phrase that has left the table; in the Brier score each prediction keeps the probability that was
      fixed with it.
    </p>
    <p>
      Lead time is counted from the day on which something was said to the last day of its window, lateness from that
      day to the day on which it happened. Every count links to the list behind it, but for those of words that stood
      for more than one probability.
    </p>
  </Section>
)

function heldUpRule({ heldUp }: Settings): string {
  if (!holdsMore(heldUp))
    return 'Only what came true counts as held up; early, late, in part and did not happen count as not, and each is shown apart.'
  return `What ${heldUpWords(heldUp)} counts as held up, by a rule of this newsroom; each resolution is shown apart.`
}

export const Versions = ({ versions, zone }: { versions: SettingVersion[]; zone: string }) => (
  <Section id="versions" title="Versions of these rules">
    <p>
      A change of the rules makes a new version. Verdicts and predictions name the one that they were made under; a
      record is counted under the one in force on its day.
    </p>
    <ol className="flex flex-col divide-y divide-rule border-rule border-y">
      {versions.map(({ version, createdAt }) => (
        <li key={version} className="flex gap-6 py-2">
          <span className="w-24 tabular-nums">Version {version}</span>
          <span className="text-ink-soft">
            since <DayText day={dayInZone(createdAt, zone)} />
          </span>
        </li>
      ))}
    </ol>
  </Section>
)
