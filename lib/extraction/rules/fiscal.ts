import type { Window } from '@/lib/core/windows'
import { monthsWindow } from './calendar'

/** First month of the government's fiscal year by country, and whether it is named by the year it ends in. */
const CALENDARS: Readonly<Record<string, { month: number; namedByEnd: boolean }>> = {
  US: { month: 10, namedByEnd: true },
  JP: { month: 4, namedByEnd: false },
  IN: { month: 4, namedByEnd: false },
  GB: { month: 4, namedByEnd: false },
  CA: { month: 4, namedByEnd: false },
  AU: { month: 7, namedByEnd: true },
}

/** A calendar guess; every fiscal year is flagged, and the desk asks when the country is unknown. */
export function fiscalYear(year: number, country: string | null): Window {
  const calendar = country !== null && Object.hasOwn(CALENDARS, country) ? CALENDARS[country] : undefined
  if (!calendar) return monthsWindow(year, 1, 12)
  return monthsWindow(calendar.namedByEnd ? year - 1 : year, calendar.month, 12)
}
