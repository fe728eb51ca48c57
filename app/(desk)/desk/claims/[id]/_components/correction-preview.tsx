import { VerdictChangedNotice, WithdrawnNotice } from '@/app/_parts/public/changed-notice'
import { correctionEntry } from '@/app/_parts/public/corrections'
import { Timeline } from '@/app/_parts/record/timeline'
import { DayText } from '@/app/_ui/days'
import type { Day } from '@/lib/core/days'
import type { PublicCorrection } from '@/lib/verdicts/queries'

export type CorrectionWords = { level: PublicCorrection['level'] | null; note: string }

/** Who signs it, on which day, and between which ratings. */
export type CorrectionSigns = {
  authorName: string
  today: Day
  /** Of the version in force, and of the one that is to come where that is known. */
  from?: string
  to?: string
  previousOrdinal: number
}

/**
 * Exactly what readers will be told, by the very parts of the public page: the notice on top of it, where there is one, and the
 * entry among its corrections. The day is that of the approval, shown as today.
 */
export function CorrectionPreview({ level, note, signs }: CorrectionWords & { signs: CorrectionSigns }) {
  const { authorName, today, from, to, previousOrdinal } = signs
  const entry = level && {
    ...{ id: 'preview', level, authorName },
    note: note.trim() || 'The public note follows here.',
    approverName: 'whoever approves it',
  }
  return (
    <section
      aria-label={level === 'withdrawal' ? 'What readers will see of the withdrawal' : 'What readers will see'}
      data-preview
      className="flex flex-col gap-4 border border-line border-dashed px-4 py-4"
    >
      <p className="font-medium text-13 text-ink-soft">What readers will see</p>
      {level === 'withdrawal' ? <WithdrawnNotice on={today} note={note.trim() || null} /> : null}
      {level === 'verdict_changing' ? <VerdictChangedNotice on={today} from={from} to={to} /> : null}
      {entry ? (
        // where the link of the notice leads, as on the public page
        <div id={level === 'verdict_changing' ? 'corrections' : undefined} className="scroll-mt-20">
          <Timeline label="Corrections" entries={[correctionEntry(entry, <DayText day={today} />)]} />
        </div>
      ) : null}
      <p className="text-13 text-ink-soft">{footOf(level, previousOrdinal)}</p>
    </section>
  )
}

function footOf(level: CorrectionWords['level'], previous: number): string {
  const kept = `Version ${previous} stays readable at its own address.`
  if (level === null) return 'Choose the kind of correction to see it.'
  if (level === 'verdict_changing') return `The notice stands on top of the public page. ${kept}`
  if (level === 'withdrawal') return `In place of the verdict. ${kept}`
  return `Below the verdict, without a notice on top. ${kept}`
}
