import { ROLES, type Role } from '@/lib/core/context'
import { Checkbox, Fieldset } from '../../_ui/choices'
import { Tag } from '../../_ui/tag'

const ROLE_WORDS: Record<Role, { label: string; hint: string }> = {
  reviewer: { label: 'Reviewer', hint: 'Triages claims, gathers evidence, writes and submits verdicts.' },
  editor: {
    label: 'Editor',
    hint: 'Does all that, and approves, opens predictions, corrects, withdraws, merges speakers.',
  },
  admin: { label: 'Admin', hint: 'People, settings and imports. No say in verdicts by itself.' },
}

/** `roles[]`: one or more. */
export function RoleChoices({ chosen, legendHidden }: { chosen: readonly Role[]; legendHidden?: boolean }) {
  const legend = legendHidden ? <span className="sr-only">Roles</span> : 'Roles'
  return (
    <Fieldset name="roles" legend={legend} hint="A person may hold several.">
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          id={`role-${role}`}
          name="roles[]"
          value={role}
          defaultChecked={chosen.includes(role)}
          {...ROLE_WORDS[role]}
        />
      ))}
    </Fieldset>
  )
}

export function RoleTags({ roles }: { roles: readonly Role[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {roles.map((role) => (
        <Tag key={role}>{ROLE_WORDS[role].label}</Tag>
      ))}
    </span>
  )
}
