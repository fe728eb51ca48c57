'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { CopyPicture } from '@/app/_parts/evidence/copy-picture'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { controlText, setControl } from '@/app/_ui/controls-by-name'
import { useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { gatherEvidenceAction } from '../evidence/actions'
import { type Proposed, proposedIn, TYPED } from '../evidence/answers'
import type { ClaimedFigure } from './comparison-preview'
import { CopyPane } from './copy-pane'
import { ExcerptFields, PlaceFields, SourceFields } from './evidence-fields'
import { SourceFinder } from './source-finder'

type Props = { claimId: string; today: string; figures: ClaimedFigure[] }

/**
 * Gathers a piece of evidence in one form: a source is fetched, uploaded, found among the known ones, or described by hand;
 * the excerpt is chosen in its copy. A fetch that fails leaves everything as it was typed.
 */
export function GatherForm(props: Props) {
  return (
    <ActionForm action={gatherEvidenceAction} id="evidence-form" className="gap-4" onKeyDown={sendWhatIsMeant}>
      <input type="hidden" name="claimId" value={props.claimId} />
      <GatherFields {...props} />
    </ActionForm>
  )
}

/** The button that Enter presses in a field: that of its row, else the one that adds. Browsers would press the first. */
function sendWhatIsMeant(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type === 'submit') return
  const move = target.dataset.enter ?? 'add'
  const button = form.querySelector<HTMLButtonElement>(`button[name=move][value=${move}]`)
  if (!button) return
  event.preventDefault()
  form.requestSubmit(button)
}

function GatherFields({ today, figures }: Props) {
  const { result, pending } = useForm()
  const proposed = useLastProposed()
  const place = useRef<HTMLDivElement>(null)
  useFilledIn(place, proposed)
  const typed = proposed?.typed ?? {}
  const copy = proposed?.copy ?? null
  const askForFigure = () => {
    const form = place.current?.closest('form')
    const button = form?.querySelector<HTMLButtonElement>('button[name=move][value=figure]')
    // Where something was typed already, nothing is proposed over it.
    if (form && button && figures.length > 0 && controlText(form, 'foundText') === '') form.requestSubmit(button)
  }
  const saidOf = (about: Proposed['about']): string => (!pending && proposed?.about === about ? proposed.said : '')
  const isRefused = result.status === 'error' && result.code === 'NOT_FETCHED'
  return (
    <div ref={place} className="flex flex-col gap-4">
      {isRefused ? (
        <Notice kind="info" title="It can go on by hand">
          Nothing that you typed is lost. Describe the source below, or save the page as a PDF and upload that.
        </Notice>
      ) : null}
      <input name="sourceId" hidden defaultValue={typed.sourceId ?? ''} />
      <PlaceFields copyId={typed.copyId} />
      <SourceFinder typed={typed} found={proposed?.found ?? null} />
      <p role="status" className="text-15 empty:hidden" data-said>
        {saidOf('source')}
      </p>
      {copy?.doubt ? <Notice kind="info">{copy.doubt}</Notice> : null}
      <SourceFields source={{ ...typed, retrievedOn: typed.retrievedOn ?? today }} />
      <ExcerptFields
        figures={figures}
        item={typed}
        pane={copy ? <CopyOf copy={copy} onChosen={askForFigure} /> : null}
        figureButton={
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton variant="secondary" size="small" name="move" value="figure" pendingText="Reading …">
              Read the figure from the excerpt
            </SubmitButton>
            <p role="status" className="text-13 text-ink-soft empty:hidden">
              {saidOf('figure')}
            </p>
          </div>
        }
      />
      <div>
        <SubmitButton name="move" value="add">
          Add the evidence
        </SubmitButton>
      </div>
    </div>
  )
}

function CopyOf({ copy, onChosen }: { copy: NonNullable<Proposed['copy']>; onChosen: () => void }) {
  if (copy.kind !== 'picture') return <CopyPane copyId={copy.id} onChosen={onChosen} />
  return (
    <figure className="flex flex-col gap-1">
      <CopyPicture copyId={copy.id} title={copy.title} className="max-h-80 w-fit max-w-full object-contain" />
      <figcaption className="text-13 text-ink-soft">Type what it says or shows as the excerpt.</figcaption>
    </figure>
  )
}

/** The last answer that proposed something: a refusal after it takes nothing away. */
function useLastProposed(): Proposed | null {
  const { result } = useForm()
  const now = proposedIn(result)
  const [last, setLast] = useState(now)
  if (now !== null && now.stamp !== last?.stamp) setLast(now)
  return now ?? (result.status === 'error' ? last : null)
}

/** Puts what was proposed into the fields: where nothing stands, and where the answer replaces it. What was typed meanwhile stays. */
function useFilledIn(place: React.RefObject<HTMLElement | null>, proposed: Proposed | null): void {
  const done = useRef<string | null>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form || proposed === null || done.current === proposed.stamp) return
    done.current = proposed.stamp
    for (const name of TYPED) {
      const value = proposed.typed[name]
      if (value === undefined) continue
      if (controlText(form, name) === '' || proposed.replaces.includes(name)) setControl(form, name, value)
    }
    // A file that was read is kept: it need not be sent again.
    if (proposed.replaces.includes('copyId')) setControl(form, 'file', '')
    const folded = form.querySelector('[name=foundText]')?.closest('details')
    if (folded && proposed.replaces.includes('foundText')) folded.open = true
  }, [place, proposed])
}
