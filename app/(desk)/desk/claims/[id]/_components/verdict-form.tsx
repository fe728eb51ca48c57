'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { FieldError } from '@/app/_ui/field'
import { fieldId, useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import type { RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import { controlValue } from '@/lib/verdicts/rules/contents'
import { saveVerdictAction } from '../actions'
import { Conflict } from './conflict'
import { controlTexts } from './controls-by-name'
import { forgetDraft, useLocalDraft } from './local-draft'
import { isStored, storedRevision } from './results'
import { ITSELF, LABELS, NAMES, type SpeakerChoices, VerdictFields } from './verdict-fields'

type Props = {
  version: OpenVersionView
  scale: RatingScale
  zone: string
  /** Null where the speaker is not changed here. */
  speakers: SpeakerChoices | null
  /** Why it cannot be submitted by this person now; null when it can be tried. */
  cannotSubmit: string | null
}

/** The editor of a draft: saves, or saves and submits. Saving a submitted one takes it back. */
export function VerdictForm(props: Props) {
  const { version } = props
  return (
    <ActionForm action={saveVerdictAction} id="verdict-form" className="group/verdict gap-6">
      <input type="hidden" name="id" value={version.id} />
      <Editor {...props} />
    </ActionForm>
  )
}

type Texts = Record<string, string>

function Editor({ version, scale, zone, speakers, cannotSubmit }: Props) {
  const { result, prefix } = useForm()
  const box = useRef<HTMLDivElement>(null)
  const [revision, setRevision] = useState(version.revision)
  const [isRestored, setRestored] = useState(false)
  const opened = useRef({ revision: version.revision, base: textsOf(version) })
  const base = useRef<Texts>(opened.current.base)

  useLocalDraft({
    verdictId: version.id,
    inside: box,
    names: NAMES,
    opened,
    onRestored: (from) => {
      opened.current = from
      base.current = from.base
      setRevision(from.revision)
      setRestored(true)
    },
  })

  // Runs after the effect of Conflict, which still needs the texts as they were opened.
  useEffect(() => {
    const stored = storedRevision(result)
    const form = box.current?.closest('form')
    if (stored === null || !form) return
    setRevision(stored)
    opened.current = { revision: stored, base: controlTexts(form, NAMES) }
    base.current = opened.current.base
    if (!isStored(result)) return
    setRestored(false)
    forgetDraft(version.id)
  }, [result, version.id])

  const words = (field: string, value: string) => {
    if (field === 'rating') return scale.find(({ key }) => key === value)?.label ?? value
    return field === 'newSpeaker' ? speakerWords(speakers, value) : value
  }
  const missingEvidence = result.status === 'error' ? result.fields.evidence : undefined
  return (
    <div ref={box} className="flex flex-col gap-6">
      <input type="hidden" name="revision" value={revision} />
      {isRestored ? <Restored verdictId={version.id} /> : null}
      {version.revision > revision ? (
        <Notice kind="warn">
          {version.lastSave?.by ?? 'Somebody'} saved revision {version.revision} while you were writing. Your text is
          kept; when you save, both texts are shown side by side.
        </Notice>
      ) : null}
      <Conflict labels={LABELS} base={base} words={words} zone={zone} />
      <VerdictFields version={version} scale={scale} speakers={speakers} />
      {missingEvidence ? (
        <div id={fieldId(prefix, 'evidence')} tabIndex={-1}>
          <FieldError id={`${fieldId(prefix, 'evidence')}-error`}>
            {missingEvidence} <a href="#evidence">Go to the evidence</a>
          </FieldError>
        </div>
      ) : null}
      <Moves isSubmitted={version.state === 'submitted'} cannotSubmit={cannotSubmit} />
    </div>
  )
}

function Moves({ isSubmitted, cannotSubmit }: { isSubmitted: boolean; cannotSubmit: string | null }) {
  return (
    <div className="sticky bottom-0 -mx-1 flex flex-col gap-2 border-rule border-t bg-paper px-1 py-3">
      {isSubmitted ? (
        <p className="text-13 text-ink-soft">An edit takes the submission back: it is submitted again afterwards.</p>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="secondary" name="next" value="save">
          Save draft
        </SubmitButton>
        {cannotSubmit === null || isSubmitted ? (
          <SubmitButton name="next" value="submit">
            Save and submit
          </SubmitButton>
        ) : (
          <span className="text-13 text-ink-soft">{cannotSubmit}</span>
        )}
      </div>
    </div>
  )
}

function Restored({ verdictId }: { verdictId: string }) {
  const discard = () => {
    forgetDraft(verdictId)
    location.reload()
  }
  return (
    <Notice live title="Restored">
      Text that was not saved yet is back in the fields, as this browser kept it. Save it, or{' '}
      <Button variant="quiet" size="small" onClick={discard}>
        discard it and show what is stored
      </Button>
    </Notice>
  )
}

function speakerWords(speakers: SpeakerChoices | null, value: string): string {
  if (value === '') return `${speakers?.current?.name ?? ITSELF} (stays)`
  return speakers?.others.find(({ id }) => id === value)?.name ?? ITSELF
}

const textsOf = ({ content }: OpenVersionView): Texts =>
  Object.fromEntries(NAMES.map((name) => [name, controlValue(content[name])]))
