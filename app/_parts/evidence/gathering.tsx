'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { CopyPicture } from '@/app/_parts/evidence/copy-picture'
import { ActionForm, type FormAction } from '@/app/_ui/action-form'
import { controlText, setControl } from '@/app/_ui/controls-by-name'
import { useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { CopyPane } from './copy-pane'
import { type Proposed, proposedIn, TYPED, type Typed } from './gathered'
import { PlaceFields, SourceFields } from './source-fields'
import { SourceFinder } from './source-finder'

/** What the form has gathered so far: the fields as they stand, the copy to choose from, and what was said of a part. */
export type Gathered = { typed: Typed; pane: ReactNode; saidOf: (about: Proposed['about']) => string }

type GatheringProps<T> = {
  id: string
  action: FormAction<T>
  /** The day that stands as that of retrieval. */
  today: string
  /** Called after an excerpt was chosen in the copy. */
  onChosen?: (form: HTMLFormElement) => void
  /** Hidden fields of whatever it is gathered for. */
  before: ReactNode
  /** The excerpt and what follows, with the button that adds. */
  children: (gathered: Gathered) => ReactNode
}

/**
 * A source is fetched, uploaded, found among the known ones, or described by hand; the excerpt is chosen in its copy. A fetch
 * that fails leaves everything as it was typed.
 */
export function Gathering<T>({ id, action, before, ...props }: GatheringProps<T>) {
  return (
    <ActionForm action={action} id={id} className="gap-4" onKeyDown={sendWhatIsMeant}>
      {before}
      <GatheringFields {...props} />
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

function GatheringFields({ today, onChosen, children }: Omit<GatheringProps<unknown>, 'id' | 'action' | 'before'>) {
  const { result, pending } = useForm()
  const proposed = useLastProposed()
  const place = useRef<HTMLDivElement>(null)
  useFilledIn(place, proposed)
  const typed = proposed?.typed ?? {}
  const copy = proposed?.copy ?? null
  const chosen = () => {
    const form = place.current?.closest('form')
    if (form) onChosen?.(form)
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
      {children({ typed, pane: copy ? <CopyOf copy={copy} onChosen={chosen} /> : null, saidOf })}
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
