import { LedgerFilter } from '../schema'

/** All that an address may ask for, in the order of the address. */
export const FILTER_NAMES = [
  'view',
  'speaker',
  'publisher',
  'voice',
  'topic',
  'phrase',
  'certainty',
  'resolution',
  'standing',
  'opened',
  'closes',
  'from',
  'to',
  'after',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** What an address asks for, and of each thing in it that is no filter, why, by name. */
export type AskedLedger = { filter: LedgerFilter; problems: Partial<Record<FilterName, string>> }

/**
 * The filter of an address. What nobody could have chosen is told and left out; an empty field, as forms send it, is none.
 * The first of a name given twice counts.
 */
export function readLedgerFilter(query: Record<string, string | string[] | undefined>): AskedLedger {
  const given: Record<string, string> = { view: 'all' }
  for (const name of FILTER_NAMES) {
    const value = [query[name]].flat()[0]?.trim()
    if (value) given[name] = value
  }
  const problems: AskedLedger['problems'] = {}
  const leaveOut = (name: FilterName, why: string) => {
    problems[name] = why
    delete given[name]
    given.view ??= 'all'
  }
  for (const { path } of LedgerFilter.safeParse(given).error?.issues ?? []) {
    const name = FILTER_NAMES.find((one) => one === path[0])
    if (name) leaveOut(name, PROBLEMS[name])
  }
  if (given.from !== undefined && given.to !== undefined && given.from > given.to)
    leaveOut('to', 'The window ends before it begins. Put the earlier day first.')
  if (given.voice !== undefined && given.publisher === undefined)
    leaveOut('voice', 'A voice is that of a publisher. Choose the publisher too.')
  const filter = LedgerFilter.parse(given)
  if (filter.after !== undefined && !isKeyOf(filter.view, filter.after)) leaveOut('after', PROBLEMS.after)
  return { filter: LedgerFilter.parse(given), problems }
}

/** Whether a list of that view goes on after the key: it names an instant where the order is one of instants, else a day. */
export const isKeyOf = (view: LedgerFilter['view'], after: string): boolean =>
  (view === 'resolved' ? /^\d+\.[0-9a-f-]{36}$/ : /^(\d{4}-\d{2}-\d{2})?\.[0-9a-f-]{36}$/).test(after)

const DAY = 'Give a day of the calendar as year, month, day: 2026-03-31.'
const LISTED = 'It is none of the choices. Choose from the list.'

const PROBLEMS: Record<FilterName, string> = {
  ...{ view: LISTED, speaker: LISTED, publisher: LISTED, voice: LISTED, topic: LISTED, phrase: LISTED },
  ...{ certainty: LISTED, resolution: LISTED, standing: LISTED, opened: LISTED, from: DAY, to: DAY },
  closes: 'Give a month as year and month, 2026-03, or the first and the last one: 2026-01..2026-03.',
  after: 'This page of the list does not exist. Begin at its first page.',
}

/** The query of a filter, in one order, so that the same list has one address; empty for the whole ledger. */
export function ledgerQuery(filter: Partial<LedgerFilter>): string {
  const query = new URLSearchParams()
  for (const name of FILTER_NAMES) {
    const value = filter[name]
    if (value !== undefined && !(name === 'view' && value === 'all')) query.set(name, value)
  }
  return query.toString()
}

/** The address of a filtered ledger; the unfiltered one has no query, so that it comes from the cache. */
export function ledgerPath(filter: Partial<LedgerFilter>): string {
  const query = ledgerQuery(filter)
  return query === '' ? '/predictions' : `/predictions?${query}`
}
