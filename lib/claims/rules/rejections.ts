import type { RejectReason } from '../schema'
import { REJECT_REASONS } from './terms'

/** A rejection as one stored text: its key, and the note behind a colon. */
export const rejectionText = (reason: RejectReason, note: string): string => (note ? `${reason}: ${note}` : reason)

/** What a stored rejection says to people. */
export function rejectionWords(stored: string): string {
  const [key = '', ...rest] = stored.split(': ')
  const label = Object.entries(REJECT_REASONS).find(([reason]) => reason === key)?.[1]
  const note = rest.join(': ')
  if (label === undefined) return stored
  if (key === 'other') return note
  return note ? `${label}: ${note}` : label
}

/** Whether a stored rejection says that the words were marked wrongly. */
export const isWrongSpan = (stored: string): boolean => /^wrong_span(:|$)/.test(stored)
