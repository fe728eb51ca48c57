'use client'

import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'

const KINDS = [
  ['statistic', 'Statistic: its point is a figure'],
  ['prediction', 'Prediction: it had not happened yet'],
  ['event', 'Event: what happened or is the case'],
  ['statement', 'Statement: that somebody says or holds it'],
] as const

/** The three fields that say what a claim is. */
export function ClaimWords({
  claim,
  statementLabel = 'Statement',
  shortFormLabel = 'Short form',
}: {
  claim: { statement: string; shortForm: string; kind: string }
  statementLabel?: string
  shortFormLabel?: string
}) {
  return (
    <>
      <Field
        name="statement"
        label={statementLabel}
        hint="Self-contained: who, what, when, without pronouns."
        max={600}
      >
        <Textarea defaultValue={claim.statement} rows={3} grow className="font-serif text-17" />
      </Field>
      <Field
        name="shortForm"
        label={shortFormLabel}
        hint="The claim in a line, without a rating. Search engines show it."
        max={75}
      >
        <Input defaultValue={claim.shortForm} />
      </Field>
      <Field name="kind" label="Kind">
        <Select defaultValue={claim.kind}>
          {KINDS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
