import { keptText } from '@/app/_ui/form-context'
import type { ActionResult } from '@/lib/core/results'
import type { VerdictContent } from '@/lib/verdicts/schema'

type Field = string | boolean | null
/** A save that came second: what is stored now, who stored it, and what the writer sent. */
export type Stale = {
  revision: number
  theirs: Readonly<Record<string, Field>>
  mine: Readonly<Record<string, string>>
  by: string | null
  at: string | null
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The conflict that a result tells of, or null. The details are those of `assertRevision`. */
export function staleOf(result: ActionResult<unknown>): Stale | null {
  if (result.status !== 'error' || result.code !== 'STALE') return null
  const details = record(result.details)
  const theirs = record(details?.theirs)
  if (typeof details?.revision !== 'number' || theirs === null) return null
  const content = record(theirs.content) ?? theirs
  return {
    revision: details.revision,
    theirs: Object.fromEntries(Object.entries(content).map(([name, value]) => [name, fieldOf(value)])),
    mine: Object.fromEntries(Object.keys(result.kept ?? {}).map((name) => [name, keptText(result, name) ?? ''])),
    by: text(theirs.savedBy),
    at: text(theirs.savedAt),
  }
}

/** The same of a verdict: what is stored now as a content, by whom. */
export function staleVerdictOf(
  result: ActionResult<unknown>,
): { content: VerdictContent; revision: number; by: string | null; at: string | null } | null {
  const stale = staleOf(result)
  const theirs = result.status === 'error' ? record(record(result.details)?.theirs) : null
  const content = record(theirs?.content)
  return (
    stale && content && { content: content as VerdictContent, revision: stale.revision, by: stale.by, at: stale.at }
  )
}

const fieldOf = (value: unknown): Field =>
  typeof value === 'string' || typeof value === 'boolean' ? value : typeof value === 'number' ? String(value) : null

/** The revision that is stored after this result, where it tells: saved, saved but not submitted, or saved by another. */
export function storedRevision(result: ActionResult<unknown>): number | null {
  if (result.status === 'idle') return null
  const told = record(result.status === 'ok' ? result.value : result.details)
  const revision = record(told?.saved)?.revision ?? told?.revision
  return typeof revision === 'number' ? revision : null
}

/** Whether what the writer sent is stored now. */
export const isStored = (result: ActionResult<unknown>): boolean =>
  result.status === 'ok' || (result.status === 'error' && record(record(result.details)?.saved) !== null)
