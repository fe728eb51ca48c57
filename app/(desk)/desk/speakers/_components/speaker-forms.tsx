'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { editSpeakerAction, mergeSpeakersAction, undoSpeakerMergeAction } from '../actions'

export type EditableSpeaker = {
  id: string
  revision: number
  name: string
  kind: string
  description: string | null
  sameAs: string[]
}

export function EditSpeakerForm({ speaker }: { speaker: EditableSpeaker }) {
  const links = [...speaker.sameAs, '']
  return (
    <ActionForm action={editSpeakerAction} id="edit-speaker" key={speaker.revision}>
      <input type="hidden" name="id" value={speaker.id} />
      <input type="hidden" name="revision" value={speaker.revision} />
      <Field name="name" label="Name">
        <Input defaultValue={speaker.name} autoComplete="off" />
      </Field>
      <Field name="kind" label="What it is">
        <Select defaultValue={speaker.kind} className="w-44">
          <option value="person">A person</option>
          <option value="organisation">An organisation</option>
        </Select>
      </Field>
      <Field name="description" label="Role" hint="As last known, for example: mayor of Norhaven." required={false}>
        <Input defaultValue={speaker.description ?? ''} autoComplete="off" />
      </Field>
      {links.map((link, index) => (
        <Field
          key={link}
          name={`sameAs.${index}`}
          label={index === 0 ? 'Page that says who it is' : 'Another page'}
          hint={index === 0 ? 'Wikidata, an official page. Shown to search engines.' : undefined}
          required={false}
        >
          <Input type="url" defaultValue={link} autoComplete="off" />
        </Field>
      ))}
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </ActionForm>
  )
}

export function MergeSpeakersForm({ fromId, intoId, words }: { fromId: string; intoId: string; words: string }) {
  return (
    <ActionForm action={mergeSpeakersAction} id="merge-speaker">
      <input type="hidden" name="fromSpeakerId" value={fromId} />
      <input type="hidden" name="intoSpeakerId" value={intoId} />
      <div>
        <SubmitButton variant="danger" className="h-auto min-h-10 whitespace-normal py-2 text-left">
          {words}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

export function UndoMergeForm({ speakerId }: { speakerId: string }) {
  return (
    <ActionForm action={undoSpeakerMergeAction} id={`undo-merge-${speakerId}`} className="gap-2">
      <input type="hidden" name="speakerId" value={speakerId} />
      <div>
        <SubmitButton variant="secondary" size="small">
          Undo this merge
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
