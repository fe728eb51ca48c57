'use client'

import { Seal } from '@/app/_parts/seal/seal'
import { RadioGroup } from '@/app/_ui/choices'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import type { ContentField } from '@/lib/verdicts/rules'
import { controlValue } from '@/lib/verdicts/rules/contents'
import { NOBODY } from '@/lib/verdicts/schema'
import { RationalePreview } from './rationale-preview'

/** Every field of the editor with its name in words, in the order of the form. */
export const LABELS: Readonly<Record<ContentField, string>> = {
  correctionLevel: 'Kind of correction',
  correctionNote: 'Public note',
  newSpeaker: 'Speaker',
  rating: 'Rating',
  searchDescription: 'What was searched',
  summary: 'Summary',
  rationale: 'Rationale',
  wasCommentAsked: 'Was the speaker asked for comment?',
  commentAskedOn: 'Asked on',
  commentAnswer: 'What came',
  noCommentReason: 'Why not',
  asOfOn: 'As of',
  recheckOn: 'Check again on',
}
/** Who said what no speaker is named for. */
export const ITSELF = 'The publisher itself'
export const NAMES = Object.keys(LABELS) as ContentField[]

export const LEVELS = [
  ['verdict_changing', 'Changes the verdict'],
  ['factual', 'Corrects a fact'],
  ['update', 'Adds what is new'],
  ['minor', 'Minor (wording, a link)'],
] as const

/** Of a published claim whose speaker a version may change: who it is now, and who else there is. */
export type SpeakerChoices = { current: { id: string; name: string } | null; others: { id: string; name: string }[] }

/** The fields of a verdict. Those that only some answers need are shown with the answer (CSS alone, so without script too). */
export function VerdictFields({
  version,
  scale,
  speakers,
}: {
  version: OpenVersionView
  scale: RatingScale
  speakers: SpeakerChoices | null
}) {
  const { content } = version
  return (
    <>
      {version.isCorrection ? <CorrectionFields content={content} /> : null}
      {speakers ? <SpeakerField content={content} speakers={speakers} /> : null}
      <RadioGroup
        name="rating"
        legend="Rating"
        defaultValue={content.rating ?? undefined}
        options={scale.map((rating) => ({
          value: rating.key,
          label: (
            <span className="inline-flex items-center gap-2 font-medium">
              <Seal rating={rating} size={20} />
              {rating.label}
            </span>
          ),
          hint: rating.meaning,
        }))}
      />
      <Field
        name="searchDescription"
        label={LABELS.searchDescription}
        hint="What was looked for, where and when. Readers see it."
        className="hidden group-has-[[name=rating][value=unverifiable]:checked]/verdict:flex"
      >
        <Textarea rows={3} grow defaultValue={content.searchDescription ?? undefined} />
      </Field>
      <Field name="summary" label="Summary" hint="What a reader takes away." max={280}>
        <Textarea rows={4} grow defaultValue={content.summary} className="font-serif text-17" />
      </Field>
      <Field
        name="rationale"
        label="Rationale"
        hint="How the evidence leads to the rating. Markdown: **bold**, lists, [links](https://…). No HTML."
      >
        <Textarea rows={12} grow defaultValue={content.rationale} className="font-serif text-17" />
        <RationalePreview />
      </Field>
      <CommentFields content={content} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="asOfOn" label={LABELS.asOfOn} hint="The evidence is of this day.">
          <Input type="date" defaultValue={content.asOfOn ?? undefined} />
        </Field>
        <Field name="recheckOn" label={LABELS.recheckOn} hint="Where the matter may change." required={false}>
          <Input type="date" defaultValue={content.recheckOn ?? undefined} />
        </Field>
      </div>
    </>
  )
}

type Content = OpenVersionView['content']

function CorrectionFields({ content }: { content: Content }) {
  return (
    <div className="flex flex-col gap-4 border-rating-half border-l-4 pl-4">
      <Field name="correctionLevel" label={LABELS.correctionLevel}>
        <Select defaultValue={controlValue(content.correctionLevel)}>
          {LEVELS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        name="correctionNote"
        label={LABELS.correctionNote}
        hint="What was wrong and what is right now."
        max={1000}
      >
        <Textarea rows={3} grow defaultValue={content.correctionNote ?? undefined} />
      </Field>
    </div>
  )
}

function SpeakerField({ content, speakers: { current, others } }: { content: Content; speakers: SpeakerChoices }) {
  return (
    <Field
      name="newSpeaker"
      label={LABELS.newSpeaker}
      required={false}
      hint="Readers see a new speaker once this is approved. Places put down to the present speaker go along, places put down to others stay."
    >
      <Select defaultValue={controlValue(content.newSpeaker)}>
        <option value="">{current?.name ?? ITSELF} (stays)</option>
        {current ? <option value={NOBODY}>{ITSELF}</option> : null}
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function CommentFields({ content }: { content: Content }) {
  return (
    <>
      <RadioGroup
        name="wasCommentAsked"
        legend={LABELS.wasCommentAsked}
        inline
        defaultValue={content.wasCommentAsked === null ? undefined : controlValue(content.wasCommentAsked)}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <div className="hidden flex-col gap-4 border-rule border-l-2 pl-4 group-has-[[name=wasCommentAsked][value=yes]:checked]/verdict:flex">
        <Field name="commentAskedOn" label={LABELS.commentAskedOn}>
          <Input type="date" defaultValue={content.commentAskedOn ?? undefined} />
        </Field>
        <Field name="commentAnswer" label={LABELS.commentAnswer} hint="The answer, or that none came until when.">
          <Textarea rows={3} grow defaultValue={content.commentAnswer ?? undefined} />
        </Field>
      </div>
      <Field
        name="noCommentReason"
        label={LABELS.noCommentReason}
        className="hidden border-rule border-l-2 pl-4 group-has-[[name=wasCommentAsked][value=no]:checked]/verdict:flex"
      >
        <Textarea rows={2} grow defaultValue={content.noCommentReason ?? undefined} />
      </Field>
    </>
  )
}
