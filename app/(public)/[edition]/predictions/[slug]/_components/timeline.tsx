import type { ReactNode } from 'react'
import { Section } from '@/app/_parts/public/section'
import { Timeline } from '@/app/_parts/record/timeline'
import { DayText } from '@/app/_ui/days'
import type { Day } from '@/lib/core/days'
import type { PredictionPage } from '@/lib/publishing/queries/prediction-page'
import { inOrder } from '@/lib/publishing/rules/prediction-timeline'
import type { Entry } from './statement-entries'
import { entriesOf } from './timeline-entries'

/** From saying to window to outcome: all that was said of it and done with it, each on its day, and what is still to come. */
export function PredictionTimeline({ page, today }: { page: PredictionPage; today: Day }) {
  const entries = inOrder<Entry>(entriesOf(page), {
    kind: 'today',
    on: today,
    key: 'today',
    content: { what: <span className="font-medium text-accent">Today</span>, isMain: false },
  })
  return (
    <Section id="timeline" title="From saying to outcome">
      <Timeline
        label="From saying to outcome"
        entries={entries.map(({ key, on, content: { what, detail, isMain } }) => ({
          id: key,
          what: on !== null && on > today ? <span className="text-ink-soft">{what}</span> : what,
          when: on === null ? 'day not known' : <DayText day={on} />,
          detail: detail as ReactNode,
          isMain,
        }))}
      />
    </Section>
  )
}
