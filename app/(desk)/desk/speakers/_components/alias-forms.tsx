'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { confirmAliasAction, refuseAliasAction, splitAliasAction } from '../actions'

/** `here`: the address of the page that the form stands on; it is shown anew afterwards. */
type AliasForm = { aliasId: string; alias: string; here: string }

export function ConfirmAliasForm({ aliasId, alias, here, name }: AliasForm & { name: string }) {
  return (
    <ActionForm action={confirmAliasAction} id={`confirm-${aliasId}`} className="gap-2">
      <input type="hidden" name="aliasId" value={aliasId} />
      <input type="hidden" name="here" value={here} />
      <SubmitButton variant="secondary" size="small" aria-label={`Confirm that “${alias}” is ${name}`}>
        Confirm
      </SubmitButton>
    </ActionForm>
  )
}

export function RefuseAliasForm({ aliasId, alias, here }: AliasForm) {
  return (
    <ActionForm action={refuseAliasAction} id={`refuse-${aliasId}`} className="gap-2">
      <input type="hidden" name="aliasId" value={aliasId} />
      <input type="hidden" name="here" value={here} />
      <SubmitButton variant="quiet" size="small" aria-label={`Forget the spelling “${alias}”`}>
        Forget
      </SubmitButton>
    </ActionForm>
  )
}

/** For a spelling that means somebody else. */
export function SplitAliasForm({ aliasId, alias, here, kind }: AliasForm & { kind: string }) {
  return (
    <details>
      <summary className="cursor-pointer text-13 text-accent">Somebody else …</summary>
      <ActionForm action={splitAliasAction} id={`split-${aliasId}`} className="mt-2 gap-3">
        <input type="hidden" name="aliasId" value={aliasId} />
        <input type="hidden" name="here" value={here} />
        <div className="flex flex-wrap items-end gap-3">
          <Field name="name" label="Name of the other speaker">
            <Input defaultValue={alias} autoComplete="off" />
          </Field>
          <Field name="kind" label="What it is">
            <Select defaultValue={kind} className="w-44">
              <option value="person">A person</option>
              <option value="organisation">An organisation</option>
            </Select>
          </Field>
          <SubmitButton variant="secondary">Split off</SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}
