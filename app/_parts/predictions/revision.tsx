'use client'

import { useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'

type Conflict = { revision: number; theirs: Record<string, unknown> }

const conflictOf = (details: unknown): Conflict | null => {
  if (typeof details !== 'object' || details === null || !('revision' in details) || !('theirs' in details)) return null
  const { revision, theirs } = details
  if (typeof revision !== 'number' || typeof theirs !== 'object' || theirs === null) return null
  return { revision, theirs: theirs as Record<string, unknown> }
}

/**
 * The revision that a form was opened at. When somebody saved meanwhile it shows their text beside the one that is kept in
 * the fields, and the next save is made knowingly over theirs.
 */
export function Revision({ revision, labels }: { revision: number | null; labels: Record<string, string> }) {
  const { result } = useForm()
  const conflict = result.status === 'error' && result.code === 'STALE' ? conflictOf(result.details) : null
  return (
    <>
      <input type="hidden" name="revision" value={conflict?.revision ?? revision ?? ''} />
      {conflict ? (
        <Notice kind="warn" title="What the other person saved">
          <p className="mb-3">
            Your text still stands in the fields below. Take over what you want; saving again replaces theirs.
          </p>
          <dl className="grid gap-x-4 gap-y-2 text-15 sm:grid-cols-[10rem_1fr]">
            {Object.entries(labels).map(([name, label]) => (
              <div key={name} className="contents">
                <dt className="text-ink-soft">{label}</dt>
                <dd className="min-w-0 whitespace-pre-wrap break-words">{wordsOf(conflict.theirs[name])}</dd>
              </div>
            ))}
          </dl>
        </Notice>
      ) : null}
    </>
  )
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((entry) => titleOf(entry)).join('\n') || '—'
  if (typeof value === 'object' && 'from' in value && 'to' in value) return `${value.from} to ${value.to}`
  return String(value)
}

const titleOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'title' in entry ? String(entry.title) : String(entry)
