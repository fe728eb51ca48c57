/** After how long what should have happened is taken for lost, and what nobody used for not needed. */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A look that fails is tried again for about half an hour. */
export const CHECK_LOST_MS = 3 * HOUR_MS
/** An archive that stays busy is given up after a day, or within twelve where it asks for long pauses. */
export const ARCHIVING_LOST_MS = 14 * DAY_MS
/** The database refuses to lose a copy of the last day only: a bound that no change of this number can undercut. */
export const UNCITED_KEPT_MS = 7 * DAY_MS
/** So long a copy that nobody cites is given to whoever fetches the same page again: it is kept days longer than that. */
export const UNCITED_REUSED_MS = DAY_MS
