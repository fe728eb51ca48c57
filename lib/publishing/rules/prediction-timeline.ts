import type { Day } from '@/lib/core/days'

/** What happens to a prediction from the day on which it is said, as kinds of entries in the order of a day. */
const KINDS = [
  'said',
  'said_again',
  'linked',
  'reported',
  'more',
  'opened',
  'clarified',
  'window_begins',
  'happened',
  'window_ends',
  'grace_ends',
  'settled',
  'taken_back',
  'today',
] as const
export type TimelineKind = (typeof KINDS)[number]

/** One thing on the timeline; `content` is whatever the page shows of it. */
export type TimelineItem<T> = { kind: TimelineKind; on: Day | null; key: string; content: T }

/**
 * In the order of days, what belongs to one day in the order of KINDS; what has no known day stands last. Today stands among
 * them where something is still to come.
 */
export function inOrder<T>(items: readonly TimelineItem<T>[], today: TimelineItem<T> & { on: Day }): TimelineItem<T>[] {
  const isAhead = items.some(({ on }) => on !== null && on > today.on)
  const place = ({ kind }: TimelineItem<T>) => KINDS.indexOf(kind)
  return [...items, ...(isAhead ? [today] : [])].sort((a, b) => {
    if (a.on === b.on) return place(a) - place(b)
    if (a.on === null) return 1
    return b.on === null || a.on < b.on ? -1 : 1
  })
}
