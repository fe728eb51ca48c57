import type { Metadata } from 'next'
import { z } from 'zod'
import { RoleChoices } from '@/app/_parts/accounts/roles'
import { SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { PageHeader } from '@/app/_ui/page-parts'
import { canSendMail } from '@/lib/platform/mail/sending'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { LinkForm } from '../_components/link-form'
import { inviteAction } from '../actions'

export const metadata: Metadata = { title: 'Invite a colleague' }

/** `as`: the role that is ticked at first. */
const Query = z.object({ as: z.enum(['reviewer', 'editor']).catch('reviewer') })

export default async function InvitePage({ searchParams }: PageProps<'/desk/admin/people/invite'>) {
  await requireContext()
  const { as } = Query.parse(await searchParams)
  const { zone } = await requireSettings()
  return (
    <div className="flex max-w-120 flex-col gap-6">
      <PageHeader
        crumbs={[{ href: '/desk/admin/people', label: 'People' }]}
        title="Invite a colleague"
        lead={
          canSendMail()
            ? 'They get a link by e-mail, and you see it too. It opens for seven days.'
            : 'You get a link to send them yourself. It opens for seven days.'
        }
      />
      <LinkForm
        action={inviteAction}
        id="invite"
        zone={zone}
        after={
          <div className="flex flex-wrap gap-2">
            <LinkButton href="/desk/admin/people/invite">Invite another</LinkButton>
            <LinkButton href="/desk/admin/people" variant="quiet">
              To all people
            </LinkButton>
          </div>
        }
      >
        <Field name="email" label="E-mail address" hint="They sign in with it.">
          <Input type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field name="name" label="Name" required={false} hint="They can correct it when they join.">
          <Input autoComplete="off" />
        </Field>
        <RoleChoices chosen={[as]} />
        <SubmitButton className="self-start">Make the link</SubmitButton>
      </LinkForm>
    </div>
  )
}
