import { type Day, isDay } from '@/lib/core/days'

/**
 * An edition key stands for all that a public page depends on: which database, its public version, and the newsroom's
 * day. It is the first segment of the address inside the server (`/~…/claims/x`), so that a page is cached under it and
 * a change needs no invalidation: the next edition has other addresses.
 */
export type EditionKey = { database: string; version: string; today: Day }

const PREFIX = '~'
const KEY = /^~([0-9a-f]{8})-(\d+)-(\d{8})$/

export const formatEditionKey = ({ database, version, today }: EditionKey): string =>
  `${PREFIX}${database.slice(0, 8)}-${version}-${today.replaceAll('-', '')}`

/** Null for anything that the server did not make itself. The segment may come percent-encoded. */
export function parseEditionKey(segment: string): EditionKey | null {
  const match = KEY.exec(segment.replace(/^%7e/i, PREFIX))
  const [, database, version, digits] = match ?? []
  if (database === undefined || version === undefined || digits === undefined) return null
  const today = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  return isDay(today) ? { database, version, today } : null
}

/** Addresses that only the server itself may make. */
export const isInsideAddress = (pathname: string): boolean => /^\/(~|%7e)/i.test(pathname)
