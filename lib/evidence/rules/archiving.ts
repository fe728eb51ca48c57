/** How patiently a web archive is asked. */

const FIRST_POLL_MS = 10_000
const LONGEST_POLL_MS = 10 * 60_000
/** Asking for a capture that is never there ends after about an hour and a half. */
export const MOST_POLLS = 16
const FIRST_BUSY_MS = 60_000
const LONGEST_BUSY_MS = 6 * 3_600_000
/** Asking an archive that is busy ends after about a day. */
export const MOST_ASKS = 12
const LONGEST_ASKED_MS = 24 * 3_600_000

/** The pause before a capture is asked about for the `tries`-th time (from 1): longer and longer. */
export const pollPauseMs = (tries: number): number => Math.min(FIRST_POLL_MS * 2 ** (tries - 1), LONGEST_POLL_MS)

/** The pause after an archive was busy for the `tries`-th time (from 1), or what it asks for where that is longer. */
export const busyPauseMs = (tries: number, retryAfterMs: number): number =>
  Math.max(Math.min(FIRST_BUSY_MS * 2 ** (tries - 1), LONGEST_BUSY_MS), Math.min(retryAfterMs, LONGEST_ASKED_MS))
