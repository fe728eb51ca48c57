/** How long somebody counts as looking after they last said so, and how often their browser says it. */
export const PRESENT_FOR_MS = 45_000
export const SAID_EVERY_MS = 20_000
/** Sooner repeats are not written: several tabs, or a page that is moved through quickly. */
export const WRITTEN_EVERY_MS = 15_000
