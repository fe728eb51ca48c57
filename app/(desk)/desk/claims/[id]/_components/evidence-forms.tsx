'use client'

import { LazyCopyPane } from '@/app/_parts/evidence/copy-pane'
import { PlaceFields, SourceFields } from '@/app/_parts/evidence/source-fields'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Folded } from '@/app/_ui/folded'
import type { EvidenceItem } from '@/lib/evidence/queries'
import { updateEvidenceAction, updateSourceAction } from '../actions'
import type { ClaimedFigure } from './comparison-preview'
import { Conflict } from './conflict'
import { type ExcerptDefaults, ExcerptFields } from './evidence-fields'
import { OpenedRevision } from './opened-revision'

const numberText = (value: number | null | undefined): string | undefined => value?.toString()

const defaultsOf = ({ excerpt, stance, note, found, quantityId }: EvidenceItem): ExcerptDefaults => ({
  excerpt,
  stance,
  note: note ?? undefined,
  quantityId: quantityId ?? undefined,
  foundText: found?.text,
  foundValue: numberText(found?.value),
  foundLow: numberText(found?.low),
  foundHigh: numberText(found?.high),
  foundUnit: found?.unit,
  foundModifier: found?.modifier,
  foundAsOfOn: found?.asOfOn ?? undefined,
})

/** `copyId`: the copy in which the excerpt can be chosen anew. */
export function EditEvidenceForm({
  item,
  copyId,
  figures,
  zone,
}: {
  item: EvidenceItem
  copyId: string | null
  figures: ClaimedFigure[]
  zone: string
}) {
  const pane = copyId ? (
    <Folded label="Choose the excerpt in the copy">
      <LazyCopyPane copyId={copyId} />
    </Folded>
  ) : null
  return (
    <ActionForm action={updateEvidenceAction} id={`edit-${item.id}`} className="gap-4">
      <input type="hidden" name="id" value={item.id} />
      <PlaceFields />
      <OpenedRevision revision={item.revision} />
      <Conflict labels={EXCERPT_LABELS} zone={zone} />
      <ExcerptFields figures={figures} item={defaultsOf(item)} pane={pane} />
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
