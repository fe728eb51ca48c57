/** When a source is looked at again, what the desk is alerted to, and what the badge beside an excerpt says. */
import type { SourceAlert, SourceCopyKind } from '../schema'

const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS
/** Checks are spread over a day, so that what was cited at one time is not fetched at one time. */
const JITTER_MS = DAY_MS
/** After a check that failed: six hours, a day, then each week again. */
const PAUSES_MS = [DAY_MS / 4, DAY_MS]
const LONGEST_ASKED_MS = 4 * WEEK_MS

/** A share of 0 up to 1 that belongs to an id: always the same, and spread evenly (FNV-1a, then MurmurHash3’s last step). */
export function shareOf(id: string): number {
  let hash = 0x811c9dc5
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  // Ids that were made one after the other differ at their ends only: the last bits are spread over all.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** When a source is due again, `failures` in a row after `now`; its server may ask for a longer pause. */
export function nextCheck(
  now: Date,
  { sourceId, failures, retryAfterMs = 0 }: { sourceId: string; failures: number; retryAfterMs?: number },
): Date {
  const pause = (failures > 0 ? PAUSES_MS[failures - 1] : undefined) ?? WEEK_MS
  const jitter = (shareOf(sourceId) - 0.5) * Math.min(JITTER_MS, pause / 2)
  return new Date(now.getTime() + Math.max(Math.round(pause + jitter), Math.min(retryAfterMs, LONGEST_ASKED_MS)))
}

/** A failure counts as lasting after so many checks in a row; at once it may be a bad hour of a server. */
const LASTING_FAILURES = 3
const LASTING_WHEN_GONE = 2

/** Whether people are to be told that a source cannot be reached. `isGone`: its server says that there is no such page. */
export const isLasting = (failures: number, isGone: boolean): boolean =>
  failures >= (isGone ? LASTING_WHEN_GONE : LASTING_FAILURES)

/** What a source's new text means for the excerpts that are cited from it. */
export function changeOf(
  before: { text: string | null; body: string },
  after: { text: string | null; body: string },
  excerpts: readonly string[],
): { isChanged: boolean; gone: string[] } {
  const stands = (text: string | null, excerpt: string) => text?.includes(excerpt) ?? false
  const gone = excerpts.filter((excerpt) => stands(before.text, excerpt) && !stands(after.text, excerpt))
  return { isChanged: before.body !== after.body || gone.length > 0, gone }
}

export type BadgeState = 'verified' | 'changed' | 'unreachable' | 'not_checked'
/** `at`: when the source was looked at; `why`: in words, where there is more to say. */
export type Badge = { state: BadgeState; at: Date | null; why: string | null; alert: SourceAlert | null }

export type Checked = {
  /** Of the copy in which the source was read last; null where there is none. */
  copy: { kind: SourceCopyKind; isUpload: boolean; takenAt: Date } | null
  watch: { lastCheckedAt: Date; lastProblem: string | null; alert: SourceAlert | null } | null
  /** Whether the excerpt was chosen in a copy, and whether it stands in the last one. */
  isPlaced: boolean
  stands: boolean
}

/** What is known of an excerpt, for people. */
export function badgeOf({ copy, watch, isPlaced, stands }: Checked): Badge {
  const alert = watch?.alert ?? null
  const notChecked = (why: string): Badge => ({ state: 'not_checked', at: null, why, alert })
  if (copy === null) return notChecked('The desk has no copy of this source.')
  const at = watch?.lastCheckedAt ?? copy.takenAt
  if (watch?.lastProblem) return { state: 'unreachable', at, why: watch.lastProblem, alert }
  if (stands) return { state: 'verified', at, why: copy.isUpload ? 'It stands in the uploaded file.' : null, alert }
  if (isPlaced) return { state: 'changed', at, why: 'The excerpt no longer stands in the source.', alert }
  if (copy.kind === 'picture') return notChecked('The source is a picture: nothing in it can be looked up.')
  return notChecked('The words were typed, and the copy does not have them.')
}
