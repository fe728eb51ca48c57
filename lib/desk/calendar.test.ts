import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, expect, test } from 'vitest'
import { type CalendarEntry, calendarText } from './present/calendar'

const SITE = 'https://facts.example'
const ENTRY: CalendarEntry = {
  ...{ id: '0199a0a0-0000-7000-8000-000000000001', claimId: '0199a0a0-0000-7000-8000-000000000002' },
  ...{
    slug: 'the-ferry',
    shortForm: 'The ferry will run at night',
    statement: 'The Norhaven ferry will run at night.',
  },
  ...{ speakerName: 'Ilsa Brandt', saidOn: '2025-02-07', window: { from: '2025-07-01', to: '2025-12-31' } },
  ...{ dueWords: 'in the second half of 2025', graceDays: 14, criteria: 'A timetable shows it.' },
  ...{ certaintyWords: 'is expected to', certainty: 0.8, sequence: 5, changedAt: new Date('2025-03-01T10:00:00.250Z') },
}
const textOf = (entries: Partial<CalendarEntry>[], name = 'Ferries', newsroomName = 'The Quay Desk') =>
  calendarText({ name, newsroomName, entries: entries.map((one) => ({ ...ENTRY, ...one })) }, SITE)
const read = (text: string) => new ICAL.Component(ICAL.parse(text))
const eventsOf = (text: string) =>
  read(text)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))

afterEach(() => {
  delete process.env.TZ
})

test('a window’s last day and the last of its grace are days, with what is needed to judge', () => {
  const [due, grace, ...others] = eventsOf(textOf([{}]))
  expect(others).toEqual([])
  expect(due?.startDate).toMatchObject({ isDate: true })
  expect([due?.startDate.toString(), due?.endDate.toString()]).toEqual(['2025-12-31', '2026-01-01'])
  expect([grace?.startDate.toString(), grace?.endDate.toString()]).toEqual(['2026-01-14', '2026-01-15'])
  expect([due?.summary, grace?.summary]).toEqual([
    'Due: The ferry will run at night',
    'Last day of grace: The ferry will run at night',
  ])
  expect(due?.description.split('\n')).toEqual([
    'The Norhaven ferry will run at night.',
    'Said by Ilsa Brandt on 7 Feb 2025: “is expected to” (0.80)',
    'Window: Jul–Dec 2025, “in the second half of 2025”; grace until 14 Jan 2026',
    'Judged by: A timetable shows it.',
    `Public page: ${SITE}/predictions/the-ferry`,
  ])
  expect(due?.component.getFirstPropertyValue('url')).toBe(`${SITE}/desk/predictions/${ENTRY.claimId}`)
  expect(due?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
})

test('its ids stay, and what changed counts up', () => {
  const [before] = eventsOf(textOf([{}]))
  const [after] = eventsOf(
    textOf([{ shortForm: 'Night ferry', sequence: 6, changedAt: new Date('2025-04-01T10:00:00Z') }]),
  )
  expect(before?.uid).toBe(`${ENTRY.id}-due@borne-out`)
  expect(after?.uid).toBe(before?.uid)
  expect([before?.sequence, after?.sequence]).toEqual([5, 6])
  const changed = (event = before) => String(event?.component.getFirstPropertyValue('last-modified'))
  expect([changed(before), changed(after)]).toEqual(['2025-03-01T10:00:00Z', '2025-04-01T10:00:00Z'])
})

test('one without grace is one day; none is a calendar all the same', () => {
  expect(eventsOf(textOf([{ graceDays: 0 }]))).toHaveLength(1)
  expect(eventsOf(textOf([]))).toEqual([])
  expect(read(textOf([])).getFirstPropertyValue('x-wr-calname')).toBe('Ferries (The Quay Desk)')
})

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Vienna', 'UTC'])(
  'a day is that day on a server in %s',
  (zone) => {
    process.env.TZ = zone
    const days = ['2025-03-30', '2025-10-26', '2024-02-29', '2025-01-01']
    const text = textOf(days.map((to) => ({ graceDays: 0, window: { from: to, to } })))
    expect(eventsOf(text).map(({ startDate }) => startDate.toString())).toEqual(days)
  },
)

test('names and criteria never become lines of their own', () => {
  const bad = 'A\r\nEND:VEVENT\rBEGIN:VALARM\u2028X;Y,Z\\n\u0000\u0085"ü" \ud800'
  const text = textOf(
    [{ shortForm: bad, speakerName: bad, criteria: bad, statement: bad, certaintyWords: bad }],
    bad,
    bad,
  )
  expect(text.match(/^BEGIN:/gm)).toHaveLength(3)
  expect(text.match(/^END:VEVENT\r$/gm)).toHaveLength(2)
  const [event] = eventsOf(text)
  expect(
    read(text)
      .getAllProperties()
      .map(({ name }) => name),
  ).toEqual(
    read(textOf([]))
      .getAllProperties()
      .map(({ name }) => name),
  )
  expect(event?.summary).toBe('Due: A\nEND:VEVENT\nBEGIN:VALARM X;Y,Z\\n  "ü" \ufffd')
})

test('whatever text people write is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 40 }), (criteria, name) => {
      const text = textOf([{ criteria, speakerName: name }])
      const lines = text.split('\r\n')
      expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
      const [event, second] = eventsOf(text)
      expect(second?.uid).toBe(`${ENTRY.id}-grace@borne-out`)
      const plain = criteria
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[\u2028\u2029]|(?!\n)\p{Cc}/gu, ' ')
      expect(event?.description).toContain(`Judged by: ${plain}\nPublic page`)
    }),
    { numRuns: 60 },
  )
})
