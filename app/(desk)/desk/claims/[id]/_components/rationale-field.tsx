'use client'

import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { LABELS } from './verdict-texts'

/** A piece of evidence that a rationale can cite; its number is its place in the list. */
export type Cited = { id: string; stance: string; title: string }

export function RationaleField({ text }: { text: string; evidence: Cited[] }) {
  return (
    <Field
      name="rationale"
      label={LABELS.rationale}
      hint="How the evidence leads to the rating. Markdown: **bold**, lists, [links](https://…). No HTML."
    >
      <Textarea rows={12} grow defaultValue={text} className="font-serif text-17" />
    </Field>
  )
}
