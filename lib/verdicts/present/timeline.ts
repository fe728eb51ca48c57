import { z } from 'zod'
import type { StoredEvent } from '@/lib/audit/events'
import { type Day, dayInZone } from '@/lib/core/days'
import { type HistoryStep, historyStep } from './history'

const Payload = z.record(z.string(), z.unknown())

/** Steps of one person that say the same kind of thing, one after the other: told as one, the single ones below. */
export type HistoryEntry = HistoryStep & {
  id: string
  by: string
  at: Date
  /** The states before and after, by which it can be compared; null where nothing is kept of it. */
  compare: { from: string; to: string } | null
  folded: HistoryEntry[]
}
export type HistoryDay = { on: Day; entries: HistoryEntry[] }

type Event = Pick<StoredEvent, 'id' | 'type' | 'actorName' | 'occurredAt' | 'payload'>

/** What of the verdict's text a step changed, as keys of queries/comparing. */
function compareOf({ type, payload }: Event): HistoryEntry['compare'] {
  const { verdictId, revision, ordinal } = Payload.safeParse(payload).data ?? {}
  if (type === 'verdict.saved' && Number(revision) > 1)
    return { from: `${verdictId}.${Number(revision) - 1}`, to: `${verdictId}.${revision}` }
  if (type === 'verdict.published' && Number(ordinal) > 1) return { from: `v${Number(ordinal) - 1}`, to: `v${ordinal}` }
  return null
}

/**
 * A claim's events, the newest first, by day of the newsroom. Saves of one person of one draft without anything between them
 * (autosave writes many) become one entry that compares the whole stretch.
 */
export function historyDays(events: readonly Event[], zone: string): HistoryDay[] {
  const days: HistoryDay[] = []
  let last: { entry: HistoryEntry; event: Event } | null = null
  for (const event of events) {
    const step = historyStep(event)
    if (step === null) continue
    const on = dayInZone(event.occurredAt, zone)
    const compare = compareOf(event)
    const entry: HistoryEntry = {
      ...{ ...step, id: event.id, by: event.actorName, at: event.occurredAt, compare, folded: [] },
    }
    const day = days.at(-1)
    if (day?.on !== on) days.push({ on, entries: [entry] })
    else if (last && isSameStretch(last.event, event)) {
      foldInto(last.entry, entry)
      last = { entry: last.entry, event }
      continue
    } else day.entries.push(entry)
    last = { entry, event }
  }
  return days
}

const isSameStretch = (newer: Event, older: Event): boolean => {
  const [a, b] = [newer, older].map(({ payload }) => Payload.safeParse(payload).data ?? {})
  const areSaves = newer.type === 'verdict.saved' && older.type === 'verdict.saved'
  return areSaves && newer.actorName === older.actorName && a?.verdictId === b?.verdictId
}

function foldInto(entry: HistoryEntry, older: HistoryEntry): void {
  if (entry.folded.length === 0) entry.folded.push({ ...entry, folded: [] })
  entry.folded.push(older)
  const [last, first] = [entry.folded[0]?.compare?.to, older.compare?.from]
  const count = entry.folded.length
  entry.what = `saved the draft ${count} times, up to ${entry.folded[0]?.what.replace('saved ', '')}`
  entry.detail = [...new Set(entry.folded.flatMap(({ detail }) => detail?.split(', ') ?? []))].join(', ') || null
  entry.compare = last && first ? { from: first, to: last } : entry.compare
}
