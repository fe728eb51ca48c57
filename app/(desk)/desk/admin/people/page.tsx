import type { Metadata } from 'next'
import { z } from 'zod'
import { RoleTags } from '@/app/_parts/accounts/roles'
import { LinkButton } from '@/app/_ui/button'
import { PageHeader, Pagination } from '@/app/_ui/page-parts'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Timestamp } from '@/app/_ui/timestamp'
import { listPeople, PEOPLE_BOUND } from '@/lib/accounts/queries'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { requireSettings } from '@/lib/settings/queries'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { StateTag } from './_components/state-tag'

export const metadata: Metadata = { title: 'People' }

/** Where the list goes on; anything else in the address starts it anew. */
const After = z
  .object({ name: textField(200), id: Id })
  .optional()
  .catch(undefined)

export default async function PeoplePage({ searchParams }: PageProps<'/desk/admin/people'>) {
  const ctx = await requireContext()
  const after = After.parse(await searchParams)
  const [people, { zone }] = await Promise.all([orNotFound(listPeople(ctx, after)), requireSettings()])
  const last = people.length === PEOPLE_BOUND ? people.at(-1) : undefined
  return (
    <>
      <PageHeader
        title="People"
        lead="Whoever leaves is disabled, never deleted: what they wrote keeps their name."
        actions={
          <LinkButton href="/desk/admin/people/invite" variant="primary">
            Invite a colleague
          </LinkButton>
        }
        className="mb-6"
      />
      <Table caption="People" captionHidden>
        <TableHead>
          <HeadCell>Name</HeadCell>
          <HeadCell className="max-sm:hidden">E-mail address</HeadCell>
          <HeadCell>Roles</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell className="max-md:hidden">Last seen</HeadCell>
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <Row key={person.id}>
              <Cell>
                <a href={`/desk/admin/people/${person.id}`} className="font-medium">
                  {person.name}
                </a>
              </Cell>
              <Cell className="max-sm:hidden">{person.email}</Cell>
              <Cell>
                <RoleTags roles={person.roles} />
              </Cell>
              <Cell>
                <StateTag person={person} />
              </Cell>
              <Cell className="whitespace-nowrap max-md:hidden">
                {person.lastSeenAt ? <Timestamp at={person.lastSeenAt.toISOString()} zone={zone} /> : 'never'}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <Pagination
        label="More people"
        older={last ? `?${new URLSearchParams({ name: last.name, id: last.id })}` : undefined}
      />
    </>
  )
}
