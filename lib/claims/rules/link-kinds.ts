import { formatWindow, isWithin, type Window } from '@/lib/core/windows'

export type WindowLinkKind = 'narrows' | 'moves' | 'updates'

/** What the later statement of an event does to the earlier one, by their windows alone. */
export function windowLinkKind(later: Window | null, earlier: Window | null): WindowLinkKind {
  if (later === null) return 'updates'
  return earlier === null || isWithin(later, earlier) ? 'narrows' : 'moves'
}

/** The same for people. */
export function windowReason(kind: WindowLinkKind, later: Window | null, earlier: Window | null): string {
  if (later === null) return earlier ? `says it again without a window; it was ${formatWindow(earlier)}` : 'no window'
  if (earlier === null) return `states a window where the earlier had none: ${formatWindow(later)}`
  return kind === 'narrows'
    ? `${formatWindow(later)} lies within ${formatWindow(earlier)}`
    : `${formatWindow(later)} instead of ${formatWindow(earlier)}`
}
