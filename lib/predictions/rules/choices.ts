/** What can be chosen, by the short names that are stored; apart from the schemas, so that forms load no checks for it. */
export const RESOLUTIONS = [
  'open',
  'came_true',
  'early',
  'late',
  'partly',
  'did_not_happen',
  'too_vague',
  'void',
] as const
export const WINDOW_BASES = ['stated', 'event_anchored', 'given'] as const
export const COMPARATORS = ['equal', 'at_least', 'at_most', 'more_than', 'less_than'] as const

/** So long after a window's last day it may still count as kept, at most. */
export const MAX_GRACE_DAYS = 366

export const BEGINS_BEFORE = 'The window begins before the day on which it was said. Begin it on that day or later.'
