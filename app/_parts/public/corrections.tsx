import type { ReactNode } from 'react'
import { DayText } from '@/app/_ui/days'
import { dayInZone } from '@/lib/core/days'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'
import { Timeline, type TimelineEntry } from '../record/timeline'
import { SealBadge } from '../seal/seal'
import { Section } from './section'
import { sealOf } from './verdict-list'

export const CORRECTION_WORDS: Record<PublicCorrection['level'], string> = {
  verdict_changing: 'Verdict changed',
  factual: 'Factual correction',
  update: 'Update',
  minor: 'Minor correction',
  withdrawal: 'Withdrawn',
}

type Told = Pick<PublicCorrection, 'id' | 'level' | 'note' | 'authorName' | 'approverName'>

/** A public note as readers see it; the desk shows it by this before it is proposed and before it is approved. */
export const correctionEntry = (
  { id, level, note, authorName, approverName }: Told,
  when: ReactNode,
): TimelineEntry => ({
  id,
  what: <strong className="font-semibold">{CORRECTION_WORDS[level]}</strong>,
  when,
  detail: (
    <>
      <p className="whitespace-pre-line">{note}</p>
      <p className="mt-1 text-13">
        By {authorName}, approved by {approverName}
      </p>
    </>
  ),
  isMain: level === 'verdict_changing' || level === 'withdrawal',
})

/** What was corrected, and every version that was ever published, newest first. Nothing on a page that never changed. */
export function Corrections({
  corrections,
  versions,
  path,
  zone,
}: {
  corrections: PublicCorrection[]
  versions: PublishedVersion[]
  path: string
  zone: string
}) {
  const earlier = versions.filter((version) => !version.isCurrent)
  if (corrections.length === 0 && earlier.length === 0) return null
  const day = (at: string) => <DayText day={dayInZone(new Date(at), zone)} />
  return (
    <Section id="corrections" title="Corrections and earlier versions">
      {corrections.length > 0 ? (
        <Timeline
          label="Corrections"
          entries={corrections.map((correction) => correctionEntry(correction, day(correction.publishedAt)))}
        />
      ) : null}
      <ul className="divide-y divide-rule border-rule border-y">
        {earlier.map(({ id, ordinal, publishedAt, frozen }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            <a href={`${path}/versions/${ordinal}`}>Version {ordinal}</a>
            <SealBadge rating={sealOf(frozen.rating)} className="self-center text-13" />
            <span className="ml-auto text-13 text-ink-soft">{day(publishedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
