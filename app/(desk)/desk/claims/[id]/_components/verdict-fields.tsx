'use client'

import { Seal } from '@/app/_parts/seal/seal'
import { Checkbox, Fieldset, RadioGroup } from '@/app/_ui/choices'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { Checklist, RatingScale } from '@/lib/settings/schema'
import { NOBODY, SUMMARY_MAX } from '@/lib/verdicts/rules/limits'
import { CommentLog } from './comment-log'
import { RationaleField } from './rationale-field'
import { type Cited, ITSELF, LABELS, LEVELS, type SpeakerChoices, type Texts } from './verdict-texts'

/** The fields of a verdict. Those that only some answers need are shown with the answer (CSS alone, so without script too). */
export function VerdictFields({
  texts,
  isCorrection,
  scale,
  checklist,
  speakers,
  evidence,
  shortForm,
}: {
  texts: Texts
  isCorrection: boolean
  scale: RatingScale
  checklist: Checklist
  speakers: SpeakerChoices | null
  evidence: Cited[]
  /** The claim's. */
  shortForm: string
}) {
  return (
    <>
      {isCorrection ? <CorrectionFields texts={texts} /> : null}
      {speakers ? <SpeakerField texts={texts} speakers={speakers} /> : null}
      <RadioGroup
        name="rating"
        legend={LABELS.rating}
        defaultValue={texts.rating || undefined}
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
        <Textarea rows={3} grow defaultValue={texts.searchDescription} />
      </Field>
      <ShortForm shortForm={shortForm} />
      <Field name="summary" label={LABELS.summary} hint="What a reader takes away." max={SUMMARY_MAX}>
        <Textarea rows={4} grow defaultValue={texts.summary} className="font-serif text-17" />
      </Field>
      <RationaleField text={texts.rationale ?? ''} evidence={evidence} />
      <CommentFields texts={texts} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="asOfOn" label={LABELS.asOfOn} hint="The evidence is of this day.">
          <Input type="date" defaultValue={texts.asOfOn} />
        </Field>
        <Field name="recheckOn" label={LABELS.recheckOn} hint="Where the matter may change." required={false}>
          <Input type="date" defaultValue={texts.recheckOn} />
        </Field>
      </div>
      {checklist.length > 0 ? <Checks checklist={checklist} ticked={texts.checks?.split(',') ?? []} /> : null}
    </>
  )
}

/** What search engines show of the claim beside the rating. It belongs to the claim and is edited there. */
const ShortForm = ({ shortForm }: { shortForm: string }) => (
  <div className="flex flex-col gap-1">
    <p className="font-medium text-15">Short form of the claim</p>
    <p className="font-serif text-17">{shortForm}</p>
    <p className="text-13 text-ink-soft tabular-nums">
      {shortForm.length} of 75 characters; search engines show it beside the rating.{' '}
      <a href="#claim">Change it with the claim</a>
    </p>
  </div>
)

function CorrectionFields({ texts }: { texts: Texts }) {
  return (
    <div className="flex flex-col gap-4 border-rating-half border-l-4 pl-4">
      <Field name="correctionLevel" label={LABELS.correctionLevel}>
        <Select defaultValue={texts.correctionLevel}>
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
        <Textarea rows={3} grow defaultValue={texts.correctionNote} />
      </Field>
    </div>
  )
}

function SpeakerField({ texts, speakers: { current, others } }: { texts: Texts; speakers: SpeakerChoices }) {
  return (
    <Field
      name="newSpeaker"
      label={LABELS.newSpeaker}
      required={false}
      hint="Readers see a new speaker once this is approved. Places put down to the present speaker go along, places put down to others stay."
    >
      <Select defaultValue={texts.newSpeaker}>
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

function CommentFields({ texts }: { texts: Texts }) {
  return (
    <>
      <RadioGroup
        name="wasCommentAsked"
        legend={LABELS.wasCommentAsked}
        inline
        defaultValue={texts.wasCommentAsked || undefined}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <div className="hidden group-has-[[name=wasCommentAsked][value=yes]:checked]/verdict:block">
        <CommentLog json={texts.commentRequests ?? ''} />
      </div>
      <Field
        name="noCommentReason"
        label={LABELS.noCommentReason}
        className="hidden border-rule border-l-2 pl-4 group-has-[[name=wasCommentAsked][value=no]:checked]/verdict:flex"
      >
        <Textarea rows={2} grow defaultValue={texts.noCommentReason} />
      </Field>
    </>
  )
}

/** What the newsroom wants ticked before a verdict goes to the second person. */
function Checks({ checklist, ticked }: { checklist: Checklist; ticked: string[] }) {
  return (
    <Fieldset
      name="checks"
      legend={LABELS.checks}
      hint="An open item blocks submitting. Ticks are saved with the text."
    >
      {checklist.map(({ key, label }) => (
        <Checkbox
          key={key}
          id={`verdict-check-${key}`}
          name="checks[]"
          value={key}
          label={label}
          defaultChecked={ticked.includes(key)}
        />
      ))}
    </Fieldset>
  )
}
