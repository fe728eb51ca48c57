'use client'

import { type ReactNode, useState } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Checkbox } from '@/app/_ui/choices'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { useForm } from '@/app/_ui/form-context'
import { KEY_ACTION_IDS, KEY_PLACES, type KeyPlace, keyAction } from '@/lib/desk/rules/key-actions'
import { type ChosenKeys, keyWords, typedKeys } from '@/lib/desk/rules/keys'
import { chooseKeysAction, forgetKeysAction } from '../actions'

/** Which key does what, a field for each action, and whether letters are keys at all. */
export function KeysForm({ chosen, roles }: { chosen: ChosenKeys; roles: readonly string[] }) {
  // the fields show the defaults anew once these are back
  const [turn, setTurn] = useState(0)
  return (
    <div className="flex flex-col gap-4">
      <ActionForm action={chooseKeysAction} id="choose-keys" key={turn}>
        <Checkbox
          name="lettersOn"
          defaultChecked={chosen.lettersOn}
          label="Letters, digits and signs are keys"
          hint="Without them only keys with Alt or Ctrl count: for speech input, or where keys are pressed unmeant."
        />
        <Folded>
          {(Object.keys(KEY_PLACES) as KeyPlace[]).map((place) => (
            <fieldset key={place}>
              <legend className="mb-3 font-semibold text-17">{KEY_PLACES[place]}</legend>
              <div className="grid grid-cols-2 items-end gap-x-6 gap-y-4 sm:grid-cols-3">
                {KEY_ACTION_IDS.filter((id) => keyAction(id).place === place).map((id) => (
                  <KeyField key={id} id={id} keys={chosen.keys[id]} roles={roles} />
                ))}
              </div>
            </fieldset>
          ))}
        </Folded>
        <SubmitButton className="self-start">Save the keys</SubmitButton>
      </ActionForm>
      <ActionForm
        action={forgetKeysAction}
        id="forget-keys"
        onResult={(result) => result.status === 'ok' && setTurn((before) => before + 1)}
      >
        <SubmitButton variant="quiet" className="self-start">
          Back to the defaults
        </SubmitButton>
      </ActionForm>
    </div>
  )
}

/** A field for each action is long: folded until it is wanted. A link to #keys opens it, and after an answer it stays open. */
function Folded({ children }: { children: ReactNode }) {
  const { result } = useForm()
  return (
    <details open={result.status !== 'idle' || undefined}>
      <summary className="flex min-h-9 w-fit cursor-pointer items-center font-medium text-15 text-accent">
        The key of each action
      </summary>
      <div id="keys" className="flex scroll-mt-20 flex-col gap-6 pt-4">
        {children}
      </div>
    </details>
  )
}

function KeyField({
  id,
  keys,
  roles,
}: {
  id: (typeof KEY_ACTION_IDS)[number]
  keys: string | undefined
  roles: readonly string[]
}) {
  const { words, keys: usual, roles: needed } = keyAction(id)
  // what this person's roles do not reach keeps its key unseen
  if (needed && !needed.some((role) => roles.includes(role)))
    return <input type="hidden" name={`keys.${id}`} value={keys ?? usual} />
  return (
    <Field
      name={`keys.${id}`}
      label={<span className="font-normal">{words}</span>}
      hint={keys === undefined ? undefined : `Usually ${usual === '' ? 'none' : keyWords(usual)}`}
      optionalWords={false}
      required={false}
    >
      <Input
        defaultValue={typedKeys(keys ?? usual)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="w-28"
      />
    </Field>
  )
}
