export const CALENDAR_NAME_MAX = 60
/** So many addresses of one person are open at once. */
export const MOST_CALENDARS = 20
/** A calendar holds so many predictions: those that close next, and those that are overdue the latest. */
export const MOST_COMING = 700
export const MOST_OVERDUE = 200

/** A number of a calendar's event that only rises (RFC 5545, 3.8.7.4, at most 2^31 - 1): seconds since 2025 at its last change. */
export const sequenceOf = (changedAt: Date): number =>
  Math.max(0, Math.floor((changedAt.getTime() - Date.UTC(2025, 0, 1)) / 1000))

/** 256 random bits as they stand in an address; whatever else is asked for is not looked up. */
export const CALENDAR_SECRET = /^[\w-]{43}$/
