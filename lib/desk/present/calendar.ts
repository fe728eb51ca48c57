import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import { addDays, type Day } from '@/lib/core/days'
import { inQuotes } from '@/lib/core/quotes'
import { formatDay, formatWindow, type Window } from '@/lib/core/windows'

/** An open prediction as its calendar tells it. */
export type CalendarEntry = {
  id: string
  claimId: string
  slug: string
  shortForm: string
  statement: string
  speakerName: string | null
  saidOn: Day
  window: Window
  dueWords: string | null
  graceDays: number
  criteria: string
  certaintyWords: string | null
  certainty: number | null
  /** Never falls, and rises from the second in which what is told here was changed: see `sequenceOf`. */
  sequence: number
  changedAt: Date
}

export type CalendarFacts = { name: string; newsroomName: string; entries: readonly CalendarEntry[] }

const HOUR_SECONDS = 3600

/**
 * A calendar by RFC 5545. Each open prediction is a day: the last one of its window, and where it has grace a second one, the
 * last one of grace. These are the days on which somebody has to look; one event from the one to the other would fill the
 * weeks between and say of none that it matters. They belong to no zone and block no time. What is resolved is left out: the
 * calendar says what is still to be looked at. `site`: the newsroom's public address, without a slash at its end.
 */
export function calendarText({ name, newsroomName, entries }: CalendarFacts, site: string): string {
  const calendar = ical({
    name: nameText(`${name} (${newsroomName})`),
    description: nameText(
      `Open predictions watched by ${newsroomName}: the last day of each window, and of its grace.`,
    ),
    prodId: { company: 'Borne Out', product: 'predictions', language: 'EN' },
    ttl: HOUR_SECONDS,
  })
  for (const entry of entries) {
    const told = {
      ...{ allDay: true, stamp: entry.changedAt, lastModified: entry.changedAt, sequence: entry.sequence },
      ...{ description: describe(entry, site), url: `${site}/desk/predictions/${entry.claimId}` },
      ...{ transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE },
    }
    const graceEnds = addDays(entry.window.to, entry.graceDays)
    calendar.createEvent({
      ...{ ...told, id: `${entry.id}-due@borne-out`, start: startOf(entry.window.to) },
      summary: plain(`Due: ${entry.shortForm}`),
    })
    if (entry.graceDays > 0)
      calendar.createEvent({
        ...{ ...told, id: `${entry.id}-grace@borne-out`, start: startOf(graceEnds) },
        summary: plain(`Last day of grace: ${entry.shortForm}`),
      })
  }
  return calendar.toString()
}

/** Whole days are written as they stand in UTC, whatever the zone of the server. */
const startOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

function describe(entry: CalendarEntry, site: string): string {
  const { statement, speakerName, saidOn, window, dueWords, graceDays, criteria, certaintyWords, certainty } = entry
  const sure = certainty === null ? '' : ` (${certainty.toFixed(2)})`
  return [
    statement,
    `Said by ${speakerName ?? 'the publisher, or somebody not named'} on ${formatDay(saidOn)}${certaintyWords ? `: ${inQuotes(certaintyWords)}${sure}` : ''}`,
    `Window: ${formatWindow(window)}${dueWords ? `, ${inQuotes(dueWords)}` : ''}${graceDays > 0 ? `; grace until ${formatDay(addDays(window.to, graceDays))}` : ''}`,
    `Judged by: ${criteria}`,
    `Public page: ${site}/predictions/${entry.slug}`,
  ]
    .map(plain)
    .join('\n')
}

/** Texts of people in one property: what could end a line for some program becomes a blank; the writer escapes the rest. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]|(?!\n)\p{Cc}/gu, ' ')

/** The writer escapes every text but name and description of the calendar, which it writes as given (RFC 5545, 3.3.11). */
const nameText = (text: string): string =>
  plain(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', ' ')
