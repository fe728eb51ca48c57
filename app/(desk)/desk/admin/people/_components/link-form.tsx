'use client'

import type { ReactNode } from 'react'
import { NewLink, type ShownLink } from '@/app/_parts/accounts/new-link'
import { ActionForm, type FormAction } from '@/app/_ui/action-form'
import { useForm } from '@/app/_ui/form-context'

/** A form whose answer is a link, which then stands in the place of its fields. It also shows without JavaScript. */
export function LinkForm({
  action,
  id,
  zone,
  after,
  children,
}: {
  action: FormAction<ShownLink>
  id: string
  zone: string
  /** What to do next, below the link. */
  after?: ReactNode
  children: ReactNode
}) {
  return (
    <ActionForm action={action} id={id}>
      <LinkOrFields zone={zone} after={after}>
        {children}
      </LinkOrFields>
    </ActionForm>
  )
}

function LinkOrFields({ zone, after, children }: { zone: string; after?: ReactNode; children: ReactNode }) {
  const { result } = useForm()
  if (result.status !== 'ok') return children
  return (
    <>
      <NewLink link={result.value as ShownLink} zone={zone} />
      {after}
    </>
  )
}
