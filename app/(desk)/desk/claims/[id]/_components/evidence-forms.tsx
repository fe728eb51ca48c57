'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { RadioGroup } from '@/app/_ui/choices'
import { Input, Select, Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import type { EvidenceItem } from '@/lib/evidence/queries'
import { addEvidenceAction, updateEvidenceAction, updateSourceAction } from '../actions'
import { Conflict } from './conflict'
import { ModifierOptions } from './modifier-options'
import { OpenedRevision } from './opened-revision'
import { Folded } from './section'

/** A figure of the claim that a found one may be compared with. */
export type ClaimedFigure = { id: string; text: string; unit: string }
type Figures = { figures: ClaimedFigure[] }

/** Source, excerpt, stance, why it counts, and the figure found. */
export function AddEvidenceForm({ claimId, figures, today }: { claimId: string; today: string } & Figures) {
  return (
    <ActionForm action={addEvidenceAction} id="evidence-form" className="gap-4">
      <input type="hidden" name="claimId" value={claimId} />
      <Field
        name="url"
        label="Address of the source"
        hint="A source that the desk knows is reused. Leave it empty for a letter or a call."
        required={false}
      >
        <Input type="url" inputMode="url" placeholder="https://" />
      </Field>
      <SourceFields source={{ retrievedOn: today }} />
      <ExcerptFields figures={figures} />
      <div>
        <SubmitButton>Add the evidence</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function EditEvidenceForm({ item, figures, zone }: { item: EvidenceItem; zone: string } & Figures) {
  return (
    <ActionForm action={updateEvidenceAction} id={`edit-${item.id}`} className="gap-4">
      <input type="hidden" name="id" value={item.id} />
      <OpenedRevision revision={item.revision} />
      <Conflict labels={EXCERPT_LABELS} zone={zone} />
      <ExcerptFields figures={figures} item={item} />
      <div>
        <SubmitButton variant="secondary">Save the evidence</SubmitButton>
      </div>
    </ActionForm>
  )
}

const EXCERPT_LABELS = {
  excerpt: 'Excerpt',
  stance: 'How it stands to the claim',
  note: 'Why it counts',
  foundText: 'Figure found',
  foundValue: 'The figure as a number',
}
const SOURCE_LABELS = {
  title: 'Title',
  publisherName: 'Publisher',
  kind: 'Kind of source',
  publishedOn: 'Published on',
  retrievedOn: 'Retrieved on',
  archiveUrl: 'Archive copy',
}

export function EditSourceForm({ source, zone }: { source: EvidenceItem['source']; zone: string }) {
  return (
    <ActionForm action={updateSourceAction} id={`source-${source.id}`} className="gap-4">
      <input type="hidden" name="id" value={source.id} />
      <OpenedRevision revision={source.revision} />
      <Conflict labels={SOURCE_LABELS} zone={zone} />
      <SourceFields source={source} />
      <div>
        <SubmitButton variant="secondary">Save the source</SubmitButton>
      </div>
    </ActionForm>
  )
}

function SourceFields({ source }: { source: Partial<EvidenceItem['source']> }) {
  return (
    <>
      <Field name="title" label="Title">
        <Input defaultValue={source.title} />
      </Field>
      <Field name="publisherName" label="Publisher" required={false}>
        <Input defaultValue={source.publisherName ?? undefined} />
      </Field>
      <RadioGroup
        name="kind"
        legend="Kind of source"
        inline
        defaultValue={source.kind}
        options={[
          { value: 'primary', label: 'Primary' },
          { value: 'secondary', label: 'Secondary' },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="publishedOn" label="Published on" required={false}>
          <Input type="date" defaultValue={source.publishedOn ?? undefined} />
        </Field>
        <Field name="retrievedOn" label="Retrieved on">
          <Input type="date" defaultValue={source.retrievedOn} />
        </Field>
      </div>
      <Field name="archiveUrl" label="Archive copy" hint="The address of a copy in a web archive." required={false}>
        <Input type="url" inputMode="url" placeholder="https://" defaultValue={source.archiveUrl ?? undefined} />
      </Field>
    </>
  )
}

function ExcerptFields({ figures, item }: Figures & { item?: EvidenceItem }) {
  return (
    <>
      <Field name="excerpt" label="Excerpt" hint="The words of the source, as they stand there." max={1500}>
        <Textarea rows={3} grow defaultValue={item?.excerpt} className="font-serif text-17" />
      </Field>
      <RadioGroup
        name="stance"
        legend="How it stands to the claim"
        inline
        defaultValue={item?.stance}
        options={[
          { value: 'supports', label: 'Supports' },
          { value: 'refutes', label: 'Refutes' },
          { value: 'context', label: 'Context' },
        ]}
      />
      <Field name="note" label="Why it counts" max={600}>
        <Textarea rows={2} grow defaultValue={item?.note ?? undefined} />
      </Field>
      <Folded label="Figure found in the source" open={item?.found != null}>
        <FoundFields figures={figures} item={item} />
      </Folded>
    </>
  )
}

function FoundFields({ figures, item }: Figures & { item?: EvidenceItem }) {
  const found = item?.found
  const [first] = figures
  return (
    <div className="flex flex-col gap-4">
      <Field name="foundText" label="Figure, as the source states it" required={false}>
        <Input defaultValue={found?.text} placeholder="$14.9 billion" />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field name="foundValue" label="As a number" required={false}>
          <Input inputMode="decimal" defaultValue={found?.value ?? undefined} placeholder="14900000000" />
        </Field>
        <Field name="foundUnit" label="Unit" required={false}>
          <Input defaultValue={found?.unit ?? first?.unit} />
        </Field>
        <Field name="foundLow" label="Range from" required={false}>
          <Input inputMode="decimal" defaultValue={found?.low ?? undefined} />
        </Field>
        <Field name="foundHigh" label="Range to" required={false}>
          <Input inputMode="decimal" defaultValue={found?.high ?? undefined} />
        </Field>
        <Field name="foundModifier" label="How exact">
          <Select defaultValue={found?.modifier ?? 'exact'}>
            <ModifierOptions />
          </Select>
        </Field>
        <Field name="foundAsOfOn" label="As of" required={false}>
          <Input type="date" defaultValue={found?.asOfOn ?? undefined} />
        </Field>
      </div>
      {figures.length > 0 ? (
        <Field name="quantityId" label="Compare with the claimed figure" required={false}>
          <Select defaultValue={item ? (item.quantityId ?? '') : ''}>
            <option value="">Do not compare</option>
            {figures.map(({ id, text, unit }) => (
              <option key={id} value={id}>
                {text} {unit && !text.includes(unit) ? `(${unit})` : ''}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  )
}
