import { type WindowLinkKind, windowLinkKind, windowReason } from '@/lib/claims/rules/link-kinds'
import { addDays, type Day } from '@/lib/core/days'
import { formatDay, formatWindow, type Window } from '@/lib/core/windows'
import { BEGINS_BEFORE } from './choices'

/** What was said, and its window; an earlier one that was marked too vague has none. */
export type SaidWindow = { saidOn: Day | null; window: Window | null }

export type WindowRelation =
  | { ok: true; kind: Exclude<WindowLinkKind, 'updates'>; words: string }
  | { ok: false; field: 'saidOn' | 'window'; problem: string }

/**
 * How a window that was said later stands to that of an opened prediction: narrows it (lies within, or the earlier has none) or
 * moves it, with the reason for people. Refused where it is not later, where its window begins before it was said, and where it is no other window: the same, or all that was
 * left of it ("by the end of the year" said again in autumn).
 */
export function relateWindows(earlier: SaidWindow, later: { saidOn: Day; window: Window }): WindowRelation {
  if (earlier.saidOn !== null && later.saidOn < earlier.saidOn)
    return {
      ok: false,
      field: 'saidOn',
      problem: `This one was said on ${formatDay(earlier.saidOn)}, later than that. If the other was said first, begin on its page.`,
    }
  const { window: was } = earlier
  if (was && isSame(was, later.window)) return again(`That is the same window, ${formatWindow(was)}.`)
  if (was && isRestOf(was, later))
    return again(`That is all that was left of ${formatWindow(was)} on ${formatDay(later.saidOn)}.`)
  if (later.window.from < later.saidOn) return { ok: false, field: 'window', problem: BEGINS_BEFORE }
  const kind = windowLinkKind(later.window, was) === 'narrows' ? 'narrows' : 'moves'
  return { ok: true, kind, words: windowReason(kind, later.window, was) }
}

const again = (what: string): WindowRelation => ({
  ok: false,
  field: 'window',
  problem: `${what} Said again, it is no other prediction: take the article as evidence.`,
})

const isSame = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to

/** From the day on which it was said, or the day after, to the same end. */
const isRestOf = (was: Window, { saidOn, window }: { saidOn: Day; window: Window }): boolean =>
  window.to === was.to && window.from > was.from && window.from <= addDays(saidOn, 1)
