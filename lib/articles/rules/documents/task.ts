import type { Day } from '@/lib/core/days'

/** What a reading thread is asked: to read a file of any kind, a fetched page, or a fetched feed. */
export type ReadingTask = { bytes: Uint8Array; latestOn: Day | null } & (
  | { kind: 'document'; name: string }
  | { kind: 'page'; contentType: string | null; url: string | null }
  | { kind: 'feed'; contentType: string | null; url: string }
)
