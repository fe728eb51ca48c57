'use client'

import { type RefObject, useRef } from 'react'
import { useForm } from '@/app/_ui/form-context'
import { controlValue } from '@/lib/verdicts/rules/contents'
import { ComparedField, ConflictBox } from './conflict-box'
import { staleOf } from './results'

type Props = {
  /** The fields that are compared, in order, with their labels. */
  labels: Readonly<Record<string, string>>
  /** A value in words (a speaker's name). */
  words?: (field: string, value: string) => string
  zone: string
}

/**
 * What two people made of one form, side by side, when the second saves: both texts in full, the difference marked, and a
 * choice per field. The controls hold the writer's own text until another is chosen; saving again then counts.
 */
export function Conflict({ labels, words = (_field, value) => value, zone }: Props) {
  const { result } = useForm()
  const stale = staleOf(result)
  const box: RefObject<HTMLElement | null> = useRef(null)
  if (stale === null) return null
  const theirsOf = (field: string) => controlValue(stale.theirs[field] ?? null)
  const differing = Object.keys(labels).filter((field) => (stale.mine[field] ?? '') !== theirsOf(field))
  return (
    <ConflictBox ref={box} told={stale} zone={zone}>
      {differing.map((field) => (
        <ComparedField
          key={`${field} ${stale.revision}`}
          field={field}
          label={labels[field] ?? field}
          mine={stale.mine[field] ?? ''}
          theirs={theirsOf(field)}
          words={words}
          by={stale.by}
        />
      ))}
    </ConflictBox>
  )
}
