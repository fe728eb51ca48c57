import type { Metadata } from 'next'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { EmptyState, PageHeader, Pagination } from '@/app/_ui/page-parts'
import { HeadCell, Table, TableBody, TableHead } from '@/app/_ui/table'
import { listPeople, type Person } from '@/lib/accounts/queries'
import { listAuditEvents, listEventTypes } from '@/lib/audit/queries'
import { listNames } from '@/lib/desk/queries/names'
import { requireSettings } from '@/lib/settings/queries'
import { listHiddenClaims } from '@/lib/verdicts/queries/blinding'
import { concealEvents } from '@/lib/verdicts/rules/blinding'
import { noteEventsShown } from '@/lib/web/looks'
import { orNotFound } from '@/lib/web/pages'
import { requireContext } from '@/lib/web/session'
import { EventRow } from './_components/event-row'
import { entityWords, referencesOf } from './_components/sentences'
import { type AuditSearch, addressOf, parseSearch, toFilter } from './search'

export const metadata: Metadata = { title: 'Audit log' }

const PAGE = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const search = parseSearch(await searchParams)
  const [found, types, people, { zone }] = await Promise.all([
    orNotFound(listAuditEvents(ctx, { ...toFilter(search), limit: PAGE })),
    orNotFound(listEventTypes(ctx)),
    orNotFound(listPeople(ctx)),
    requireSettings(),
  ])
  const claims = found.filter(({ entityType }) => entityType === 'claim').map(({ entityId }) => entityId)
  const hidden = await listHiddenClaims(ctx, [...new Set(claims)])
  const events = found.flatMap((event) => (hidden.has(event.entityId) ? concealEvents([event]) : [event]))
  await noteEventsShown(ctx, events)
  const names = await orNotFound(listNames(ctx, events.flatMap(referencesOf)))
  const last = events.length === PAGE ? events.at(-1) : undefined
  return (
    <div className="flex max-w-page flex-col gap-6">
      <PageHeader title="Audit log" lead="Who did what, when. Nothing here can be changed or removed." />
      <Filter search={search} types={types} people={people} />
      {search.entity ? <OneHistory search={search} /> : null}
      {events.length === 0 ? (
        <EmptyState action={{ href: '/desk/admin/audit', label: 'Show all events' }}>
          No event fits this filter.
        </EmptyState>
      ) : (
        <Table caption="Events, the newest first" captionHidden>
          <TableHead>
            <HeadCell className="max-sm:hidden">When</HeadCell>
            <HeadCell className="max-sm:pl-0">What</HeadCell>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <EventRow key={event.id} event={event} names={names} zone={zone} />
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        label="More events"
        newer={search.before ? addressOf(search, { before: undefined }) : undefined}
        older={last ? addressOf(search, { before: String(last.seq) }) : undefined}
      />
    </div>
  )
}

function Filter({ search, types, people }: { search: AuditSearch; types: string[]; people: Person[] }) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-4">
      {search.entity ? <input type="hidden" name="entity" value={search.entity} /> : null}
      <Field name="type" label="What" className="min-w-48 max-sm:flex-1">
        <Select defaultValue={search.type ?? ''}>
          <option value="">Everything</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="person" label="Who" className="min-w-48 max-sm:flex-1">
        <Select defaultValue={search.person ?? ''}>
          <option value="">Everybody</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit">Show</Button>
    </form>
  )
}

const OneHistory = ({ search }: { search: AuditSearch }) => (
  <p className="border-accent border-l-4 bg-sunk px-4 py-2">
    The history of one {entityWords(search.entity?.split(':')[0] ?? '')}.{' '}
    <a href={addressOf(search, { entity: undefined })}>Show all</a>
  </p>
)
