import { LinkButton } from '../_ui/button'
import { PageHeader } from '../_ui/page-parts'

export default function NotFound() {
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Not here, or not for your role"
        lead="The address may be mistyped, or it belongs to something that your role does not open. An admin can change roles."
      />
      <LinkButton href="/desk" className="self-start">
        To the desk
      </LinkButton>
    </div>
  )
}
