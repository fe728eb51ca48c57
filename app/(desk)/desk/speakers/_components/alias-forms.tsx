'use client'

import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { confirmAliasAction, refuseAliasAction, splitAliasAction } from '../actions'

export function ConfirmAliasForm({ aliasId, alias, name }: { aliasId: string; alias: string; name: string }) {
  return (
    <ActionForm action={confirmAliasAction} id={`confirm-${aliasId}`} className="gap-2">
      <input type="hidden" name="aliasId" value={aliasId} />
      <SubmitButton variant="secondary" size="small" aria-label={`Confirm that “${alias}” is ${name}`}>
        Confirm
      </SubmitButton>
    </ActionForm>
  )
}

export function RefuseAliasForm({ aliasId, alias }: { aliasId: string; alias: string }) {
  return (
    <ActionForm action={refuseAliasAction} id={`refuse-${aliasId}`} className="gap-2">
      <input type="hidden" name="aliasId" value={aliasId} />
      <SubmitButton variant="quiet" size="small" aria-label={`Forget the spelling “${alias}”`}>
        Forget
      </SubmitButton>
    </ActionForm>
  )
}

/** For a spelling that means somebody else. */
export function SplitAliasForm({ aliasId, alias, kind }: { aliasId: string; alias: string; kind: string }) {
  return (
    <details>
      <summary className="cursor-pointer text-13 text-accent">Somebody else …</summary>
      <ActionForm action={splitAliasAction} id={`split-${aliasId}`} className="mt-2 gap-3">
        <input type="hidden" name="aliasId" value={aliasId} />
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
