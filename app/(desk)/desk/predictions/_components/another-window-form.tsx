'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { WordingFields } from '@/app/(desk)/desk/articles/[id]/_components/accept-form'
import { SpeakerFields, type SpeakerOption } from '@/app/(desk)/desk/articles/[id]/_components/speaker-fields'
import type { WindowBasis } from '@/lib/predictions/schema'
import { draftAnotherWindowAction } from '../actions'
import { type EarlierWindow, WindowFields } from './window-field'

/** What a new claim is begun with; who says it is asked where the words are no place of a claim yet. */
export type Wording = {
  statement: string
  shortForm: string
  speaker: { options: SpeakerOption[]; chosen: string; newName: string; newKind: 'person' | 'organisation' } | null
}

type AnotherWindowFormProps = {
  predictionId: string
  said: string
  /** Of its draft, as it is shown here. */
  revision: number | null
  saidOn: string | null
  window: string
  windowWords: string | null
  windowBasis: WindowBasis | null
  earlier: EarlierWindow
  today: string
  wording: Wording | null
  /** What was handed over or opened already: its days stand, and it is only linked. */
  isWritten: boolean
}

/** The later statement with its window: one press makes the claim, the draft and the link. */
export function AnotherWindowForm(props: AnotherWindowFormProps) {
  const { predictionId, said, revision, saidOn, window, wording, isWritten } = props
  return (
    // a key of its own: another choice begins with other words
    <ActionForm key={said} action={draftAnotherWindowAction} id="another-window">
      <input type="hidden" name="predictionId" value={predictionId} />
      <input type="hidden" name="said" value={said} />
      <input type="hidden" name="revision" value={revision ?? ''} />
      {isWritten ? (
        <>
          <input type="hidden" name="saidOn" value={saidOn ?? ''} />
          <input type="hidden" name="window" value={window} />
        </>
      ) : (
        <WindowFields
          saidOn={saidOn}
          window={window}
          words={props.windowWords}
          basis={props.windowBasis}
          graceDays={null}
          certainty={null}
          today={props.today}
          earlier={props.earlier}
          readings={[]}
        />
      )}
      {wording ? <WordingFields statement={wording.statement} shortForm={wording.shortForm} /> : null}
      {wording?.speaker ? <SpeakerFields {...wording.speaker} /> : null}
      <div className="flex flex-col gap-3 border-rule border-t pt-6">
        <p className="text-15 text-ink-soft">
          {isWritten
            ? 'It is written already, and stays as it is.'
            : revision === null
              ? 'Its draft begins with the criteria of the earlier one, to be looked at before it is proposed.'
              : 'Its draft keeps its criteria, to be looked at before it is proposed.'}
        </p>
        <div>
          <SubmitButton>{isWritten ? 'Link them' : 'Draft it and link them'}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  )
}
