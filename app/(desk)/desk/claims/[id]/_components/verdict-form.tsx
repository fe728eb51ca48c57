'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useRef } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { FieldError } from '@/app/_ui/field'
import { fieldId, keptText, useForm } from '@/app/_ui/form-context'
import type { ActionResult } from '@/lib/core/results'
import type { Checklist, RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import type { SavedVerdict } from '@/lib/verdicts/schema'
import { saveVerdictAction } from '../actions'
import { KeepingLine } from './keeping-line'
import { SidePreview } from './side-preview'
import { Restored, SavedMeanwhile } from './unsaved-notices'
import { type Editing, useEditing } from './use-editing'
import { VerdictConflict } from './verdict-conflict'
import { VerdictFields } from './verdict-fields'
import type { SpeakerChoices } from './verdict-texts'

export type VerdictFormProps = {
  claimId: string
  version: OpenVersionView
  scale: RatingScale
  checklist: Checklist
  newsroomName: string
  zone: string
  /** Null where the speaker is not changed here. */
  speakers: SpeakerChoices | null
  /** Why it cannot be submitted by this person now; null when it can be tried. */
  cannotSubmit: string | null
}

const NOT_REACHED: ActionResult<never> = {
  status: 'error',
  code: 'FAILED',
  text: 'The desk could not be reached, so this is not saved yet. Your text is kept in this browser; save again when the connection is back.',
  fields: {},
}

/** The editor of a draft: saves, or saves and submits. Saving a submitted one takes it back. */
export function VerdictForm(props: VerdictFormProps) {
  const { version, claimId } = props
  const router = useRouter()
  const editing = useRef<Editing | null>(null)

  const send = async (data: FormData): Promise<ActionResult<SavedVerdict>> => {
    const turn = await editing.current?.pause()
    for (const [name, value] of Object.entries(turn ?? {})) data.set(name, String(value))
    const result = await post(`/desk/claims/${claimId}/verdict/save`, data)
    editing.current?.saved(result)
    // Whoever is signed out stays with the text: a page that is read anew would lead away to the signing in.
    if (result.status !== 'error' || (result.code !== 'NOT_SIGNED_IN' && result.code !== 'FAILED')) router.refresh()
    return result
  }
  return (
    <ActionForm action={saveVerdictAction} send={send} id="verdict-form" className="group/verdict gap-6">
      <input type="hidden" name="id" value={version.id} />
      <Editor {...props} editing={editing} />
    </ActionForm>
  )
}

/** Sends the form to the route that answers as the action does; never throws. */
async function post(address: string, body: FormData): Promise<ActionResult<SavedVerdict>> {
  try {
    const answer = await fetch(address, { method: 'POST', body })
    return answer.ok ? await answer.json() : NOT_REACHED
  } catch {
    return NOT_REACHED
  }
}

function Editor({ editing, ...props }: VerdictFormProps & { editing: RefObject<Editing | null> }) {
  const { version, scale, checklist, speakers, zone, newsroomName, cannotSubmit } = props
  const { result, prefix } = useForm()
  const box = useRef<HTMLDivElement>(null)
  const own = useEditing({ ...props, box })
  editing.current = own

  const missingEvidence = result.status === 'error' ? result.fields.evidence : undefined
  return (
    <div ref={box} className="flex flex-col gap-6">
      <input type="hidden" name="revision" value={own.revision} />
      <input type="hidden" name="seenAt" value={keptText(result, 'seenAt') ?? own.opened.seenAt ?? ''} />
      <Restored restored={own.restored} onSwap={own.swap} onDiscard={own.discard} zone={zone} />
      {version.revision > own.revision && own.conflict === null ? (
        <SavedMeanwhile version={version} onCompare={own.compare} />
      ) : null}
      {own.conflict ? <VerdictConflict {...{ conflict: own.conflict, scale, checklist, speakers, zone }} /> : null}
      <SidePreview {...{ version, scale, newsroomName, zone }}>
        <div className="flex min-w-0 flex-col gap-6">
          <VerdictFields
            texts={own.opened.texts}
            isCorrection={version.isCorrection}
            shortForm={version.subject.claim.shortForm}
            evidence={version.subject.evidence.map(({ id, stance, source }) => ({ id, stance, title: source.title }))}
            {...{ scale, checklist, speakers }}
          />
          {missingEvidence ? (
            <div id={fieldId(prefix, 'evidence')} tabIndex={-1}>
              <FieldError id={`${fieldId(prefix, 'evidence')}-error`}>
                {missingEvidence} <a href="#evidence">Go to the evidence</a>
              </FieldError>
            </div>
          ) : null}
        </div>
      </SidePreview>
      <Moves isSubmitted={version.state === 'submitted'} cannotSubmit={cannotSubmit}>
        <KeepingLine state={own.state} />
      </Moves>
    </div>
  )
}

function Moves({
  isSubmitted,
  cannotSubmit,
  children,
}: {
  isSubmitted: boolean
  cannotSubmit: string | null
  children: React.ReactNode
}) {
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
          <span data-submit>
            <SubmitButton name="next" value="submit">
              Save and submit
            </SubmitButton>
          </span>
        ) : (
          <span className="text-13 text-ink-soft">{cannotSubmit}</span>
        )}
      </div>
      <div className="noscript:hidden">{children}</div>
    </div>
  )
}
