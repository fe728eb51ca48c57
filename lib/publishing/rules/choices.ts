/** What the ledger's filters can be, by the short names in addresses; apart from the schema, so that forms load no checks for it. */
export const LEDGER_VIEWS = ['all', 'open', 'due_soon', 'overdue', 'resolved'] as const

/** Of a publisher: what it says itself, its unnamed sources, and the named people whom it reports, who answer for themselves. */
export const VOICES = ['own', 'unnamed', 'reported'] as const

/** By the probability that the words stand for: high from 0.8, low below 0.5, listed for any, none for words that are not in the table. */
export const CERTAINTIES = ['high', 'middle', 'low', 'listed', 'none'] as const

/** When it was opened: late is after its window with grace had closed. */
export const OPENINGS = ['late'] as const

/** How a record counts a prediction on a day: in its n, closed without a resolution, not closed yet, or void or too vague. */
export const STANDINGS = ['counted', 'unresolved', 'still_open', 'out'] as const

/** How far the ledger counts; beyond, it says "more than". */
export const MOST_COUNTED = 10_000
