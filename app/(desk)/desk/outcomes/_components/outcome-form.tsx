'use client'

import { useState } from 'react'
import { Revision } from '@/app/_parts/predictions/revision'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Input, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { outcomeDaysWords, typedDays } from '@/lib/predictions/present'
import { figureWords } from '@/lib/predictions/rules/figures'
import { readTypedWindow } from '@/lib/predictions/rules/windows'
import type { OutcomeContent } from '@/lib/predictions/schema'
import { saveOutcomeAction } from '../actions'

const LABELS = {
  statement: 'What happened',
  hasHappened: 'It happened',
  days: 'Days',
  value: 'Figure',
  valueTo: 'Figure, up to',
  unit: 'Unit',
  note: 'Note',
  sources: 'Sources',
}

type OutcomeFormProps = {
  /** Made by the page before the first save, so that the same form sent twice makes one outcome. */
  id: string
  /** Null before the first save. */
  revision: number | null
  /** Of one that is begun from an article, whether it happened may be open. */
  content: (Omit<OutcomeContent, 'hasHappened'> & { hasHappened: boolean | null }) | null
  /** Predictions to be linked at the first save. */
  predictionIds: string[]
  isSubmitted: boolean
  /** Of one that is recorded again: the outcome whose sources are taken over. */
  fromId?: string
  /** Of one that is begun from news: what is taken as its source by the first save. */
  newsId?: string | undefined
}

/** What happened, and when. What that rests on is gathered on its page. */
export function OutcomeForm({ id, revision, content, predictionIds, isSubmitted, fromId, newsId }: OutcomeFormProps) {
  return (
    <ActionForm action={saveOutcomeAction} id="outcome">
      <input type="hidden" name="id" value={id} />
      <Revision revision={revision} labels={LABELS} />
      {revision === null && !fromId ? <BegunWith sources={content?.sources ?? []} /> : null}
      {fromId ? <input type="hidden" name="fromId" value={fromId} /> : null}
      {newsId ? <input type="hidden" name="newsId" value={newsId} /> : null}
      {predictionIds.map((predictionId) => (
        <input key={predictionId} type="hidden" name="predictionIds[]" value={predictionId} />
      ))}
      <Field
        name="statement"
        label="What happened"
        hint="One sentence that stands by itself: who did what, where"
        max={600}
      >
        <Textarea rows={2} grow defaultValue={content?.statement} />
      </Field>
      <RadioGroup
        name="happened"
        legend="Did it happen?"
        defaultValue={happenedAnswer(content?.hasHappened ?? null)}
        options={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'no',
            label: 'No',
            hint: 'Nothing by now; predictions whose window and grace are over did not happen.',
          },
        ]}
      />
      <DaysField days={content?.days ?? null} />
      <Field
        name="figure"
        label="Figure"
        required={false}
        hint="Where a prediction gives one: what it turned out to be, like 3.3 percent, $14.9 billion or 3 to 3.5 percent. The days above are then those that the figure is of."
        max={120}
      >
        <Input defaultValue={typedFigure(content)} autoComplete="off" className="max-w-96" />
      </Field>
      <Field name="note" label="Note" required={false} hint="What a reader should know about it" max={4000}>
        <Textarea rows={3} grow defaultValue={content?.note ?? undefined} />
      </Field>
      <div className="flex flex-wrap items-center gap-3 border-rule border-t pt-6">
        <SubmitButton variant={revision === null ? 'primary' : 'secondary'}>
          {revision === null ? 'Save and go on to its sources' : 'Save'}
        </SubmitButton>
        {isSubmitted ? <p className="text-13 text-ink-soft">Saving takes the submission back.</p> : null}
      </div>
    </ActionForm>
  )
}

const happenedAnswer = (hasHappened: boolean | null): string | undefined =>
  hasHappened === null ? undefined : hasHappened ? 'yes' : 'no'

function DaysField({ days }: { days: OutcomeContent['days'] }) {
  const [typed, setTyped] = useState(days ? typedDays(days) : '')
  const read = typed.trim() === '' ? null : readTypedWindow(typed, null)
  return (
    <>
      <Field
        name="days"
        label="When it happened"
        required={false}
        hint="Needed where it happened. First to last day: 27-29 Oct 2025. Known only roughly: Oct 2025, week of 6 Oct 2025, 2025."
      >
        <Input
          defaultValue={days ? typedDays(days) : undefined}
          autoComplete="off"
          className="max-w-96"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      {read ? (
        <output className="-mt-4 text-15 text-ink-soft" data-days-reading>
          {read.ok ? `Read as ${outcomeDaysWords({ ...read.window, precision: read.precision })}` : read.problem}
        </output>
      ) : null}
    </>
  )
}

function typedFigure(content: Pick<OutcomeContent, 'value' | 'valueTo' | 'unit'> | null): string | undefined {
  if (content === null || content.value === null) return undefined
  const { value, valueTo, unit } = content
  return figureWords({ value, valueTo, unit })
}

/** The sources that it was begun from go along with the first save. */
function BegunWith({ sources }: { sources: OutcomeContent['sources'] }) {
  if (sources.length === 0) return null
  return (
    <div className="border-rule border-l-2 pl-3 text-15">
      <p className="text-ink-soft">With it as a source</p>
      {sources.map((source, index) => (
        <p key={`${source.url} ${source.excerpt}`}>
          {Object.entries(source).map(([name, value]) => (
            <input key={name} type="hidden" name={`sources.${index}.${name}`} value={value ?? ''} />
          ))}
          {source.title}: <q className="font-serif">{source.excerpt}</q>
        </p>
      ))}
    </div>
  )
}
