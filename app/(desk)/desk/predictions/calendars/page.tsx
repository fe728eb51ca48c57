import type { Metadata } from 'next'
import { EmptyState, PageHeader } from '@/app/_ui/page-parts'
import { listOwnCalendars } from '@/lib/desk/queries/calendars'
import { listPublisherNames, listTopics } from '@/lib/desk/queries/choices'
import { MOST_COMING, MOST_OVERDUE } from '@/lib/desk/rules/calendars'
import { PredictionFilter } from '@/lib/desk/schema/predictions'
import { requireSettings } from '@/lib/settings/queries'
import { requireContext } from '@/lib/web/session'
import { NewCalendar } from './_components/new-calendar'
import { OwnCalendarItem } from './_components/own-calendar'

export const metadata: Metadata = { title: 'Calendars of predictions' }

export default async function CalendarsPage({ searchParams }: PageProps<'/desk/predictions/calendars'>) {
  const ctx = await requireContext()
  const filter = PredictionFilter.parse(await searchParams)
  const [calendars, publishers, topics, { zone }] = await Promise.all([
    listOwnCalendars(ctx),
    listPublisherNames(ctx),
    listTopics(ctx),
    requireSettings(),
  ])
  return (
    <div className="flex max-w-measure flex-col gap-10">
      <PageHeader
        title="Calendars"
        lead="The last day of each open prediction’s window, and of its grace, in the calendar program that you use. What is resolved leaves it."
        crumbs={[{ href: '/desk/predictions', label: 'Predictions' }]}
      />
      <section aria-labelledby="yours">
        <h2 id="yours" className="statement border-ink border-b pb-2 font-semibold text-21">
          Yours
        </h2>
        {calendars.length > 0 ? (
          <ul className="flex flex-col">
            {calendars.map((calendar) => (
              <OwnCalendarItem key={calendar.id} calendar={calendar} zone={zone} />
            ))}
          </ul>
        ) : (
          <EmptyState drawing="bar">You have no calendar yet. Make one below.</EmptyState>
        )}
      </section>
      <section aria-labelledby="new">
        <div className="mb-4 border-ink border-b pb-2">
          <h2 id="new" className="statement font-semibold text-21">
            A new calendar
          </h2>
          <p className="mt-1 text-ink-soft">
            It holds at most {MOST_COMING + MOST_OVERDUE} predictions: the {MOST_COMING} that close next, and the{' '}
            {MOST_OVERDUE} that are overdue the latest.
          </p>
        </div>
        <NewCalendar
          filter={filter}
          publishers={publishers.map(({ id, name }) => [id, name] as const)}
          topics={topics.map(({ slug, name }) => [slug, name] as const)}
        />
      </section>
    </div>
  )
}
