import type { Day } from '@/lib/core/days'

/** What a reading thread is asked: to read a file of any kind, or a fetched page. */
export type ReadingTask = { bytes: Uint8Array; latestOn: Day | null } & (
  | { kind: 'document'; name: string }
  | { kind: 'page'; contentType: string | null; url: string | null }
)
