'use client'

import { LazyCopyPane } from '@/app/_parts/evidence/copy-pane'
import { Gathering } from '@/app/_parts/evidence/gathering'
import { PlaceFields } from '@/app/_parts/evidence/source-fields'
import { Revision } from '@/app/_parts/predictions/revision'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { MAX_EXCERPT } from '@/lib/evidence/rules/limits'
import { changeOutcomeSourceAction, gatherOutcomeSourceAction, removeOutcomeSourceAction } from '../actions'

const LABELS = { statement: 'What happened', note: 'Note' }

type Of = { outcome: { id: string; revision: number } }
type Cited = { id: string; title: string; excerpt: string }

const OutcomeFields = ({ outcome: { id, revision } }: Of) => (
  <>
    <input type="hidden" name="id" value={id} />
    <Revision revision={revision} labels={LABELS} />
  </>
)

const ExcerptField = ({ excerpt }: { excerpt: string | undefined }) => (
  <Field name="excerpt" label="Excerpt" hint="The words that show it, as they stand there." max={MAX_EXCERPT}>
    <Textarea rows={3} grow defaultValue={excerpt} className="font-serif text-17" />
  </Field>
)

/** Fetched, uploaded, known already, or described by hand; the excerpt is chosen in the copy. */
export function GatherSource({ outcome, today, isSubmitted }: Of & { today: string; isSubmitted: boolean }) {
  return (
    <Gathering
      id="source"
      action={gatherOutcomeSourceAction}
      today={today}
      before={<OutcomeFields outcome={outcome} />}
    >
      {({ typed, pane }) => (
        <>
          {pane}
          <ExcerptField excerpt={typed.excerpt} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton name="move" value="add">
              Add the source
            </SubmitButton>
            {isSubmitted ? <p className="text-13 text-ink-soft">Adding takes the submission back.</p> : null}
          </div>
        </>
      )}
    </Gathering>
  )
}

/** `copyId`: the copy in which the excerpt can be chosen anew. */
export function ChangeSource({ outcome, source, copyId }: Of & { source: Cited; copyId: string | null }) {
  return (
    <ActionForm action={changeOutcomeSourceAction} id={`change-${source.id}`} className="gap-4">
      <OutcomeFields outcome={outcome} />
      <input type="hidden" name="citedId" value={source.id} />
      <PlaceFields />
      {copyId ? (
        <Folded label="Choose the excerpt in the copy">
          <LazyCopyPane copyId={copyId} />
        </Folded>
      ) : null}
      <ExcerptField excerpt={source.excerpt} />
      <div>
        <SubmitButton variant="secondary">Save the excerpt</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function RemoveSource({ outcome, source }: Of & { source: Cited }) {
  return (
    <ActionForm action={removeOutcomeSourceAction} id={`remove-${source.id}`} className="gap-2">
      <OutcomeFields outcome={outcome} />
      <input type="hidden" name="citedId" value={source.id} />
      <div>
        <SubmitButton variant="quiet" size="small">
          Take off the list<span className="sr-only">: {source.title}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
