import type { Day } from '@/lib/core/days'
import type { SubjectFigures } from '@/lib/publishing/queries/subject-figures'
import { ledgerPath } from '@/lib/publishing/rules/ledger-filter'
import { CalibrationFigure } from '../plots/calibration-figure'
import { PeriodsFigure } from '../plots/periods-figure'
import { SpansFigure } from '../plots/spans-figure'
import { LedgerList } from './ledger-list'
import { RecordPanel } from './record-panel'

type Props = { figures: SubjectFigures; today: Day }

/** Of a phrase: what its words stand for, where that is one thing, and how it compares with what was seen, sentence by sentence. */
type PhrasePromise = { probability: number | null; words: string[] }

/** The record and its pictures. `id` tells the fillings of its pictures from those of another record on the page. */
export function SubjectRecord({ id, figures, today, promise }: Props & { id: string; promise?: PhrasePromise }) {
  const { record, months, predictions, filter } = figures
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-4">
        <RecordPanel
          record={record}
          filter={filter}
          base={
            typeof promise?.probability === 'number'
              ? { rate: promise.probability, label: 'what the words stand for' }
              : undefined
          }
          isWide
        />
        {promise?.words.map((sentence) => (
          <p key={sentence} className="text-15">
            {sentence}
          </p>
        ))}
      </div>
      <PeriodsFigure
        id={id}
        title="When windows closed, and what came of it"
        {...{ months, predictions, filter, today }}
      />
      {promise ? null : (
        <CalibrationFigure
          title="What the words promised, and what held up"
          bins={record.calibration}
          minimumN={record.minimumN}
          filter={filter}
        />
      )}
      <SpansFigure title="How far ahead, and how late" record={record} filter={filter} />
    </div>
  )
}

const SHOWN = 8

/** The first of a subject's predictions, and the way to all of them. */
export function SubjectPredictions({ figures, today, hasSpeaker }: Props & { hasSpeaker?: boolean }) {
  const { predictions, filter, months } = figures
  const all = months.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <LedgerList rows={predictions.slice(0, SHOWN)} today={today} hasSpeaker={hasSpeaker} />
      <p className="text-15">
        <a href={ledgerPath(filter)} className="font-medium">
          {all > SHOWN ? `All ${all.toLocaleString('en')} predictions` : 'The same in the ledger'}
        </a>
      </p>
    </>
  )
}
