'use client'

import { useEffect, useRef } from 'react'
import type { Checklist, RatingScale } from '@/lib/settings/schema'
import { ComparedField, ConflictBox } from './conflict-box'
import type { EditConflict } from './use-editing'
import { LABELS, NAMES, PROSE, type SpeakerChoices, wordsOf } from './verdict-texts'

type Props = {
  conflict: EditConflict
  scale: RatingScale
  checklist: Checklist
  speakers: SpeakerChoices | null
  zone: string
}

/** Two people edited one verdict: every field on which they differ, with a choice each. */
export function VerdictConflict({ conflict, scale, checklist, speakers, zone }: Props) {
  const { base, mine, theirs, by, revision } = conflict
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const differing = NAMES.filter((name) => mine[name] !== theirs[name])
  const ownOnly = differing.filter((name) => base[name] === theirs[name])
  const words = (field: string, value: string) => wordsOf(field, value, { scale, checklist, speakers })
  return (
    <ConflictBox ref={box} told={conflict} zone={zone}>
      {differing
        .filter((name) => !ownOnly.includes(name))
        .map((name) => (
          <ComparedField
            key={`${name} ${revision}`}
            field={name}
            label={LABELS[name]}
            mine={mine[name] ?? ''}
            theirs={theirs[name] ?? ''}
            base={base[name] ?? ''}
            isProse={PROSE.includes(name)}
            words={words}
            isTaken={mine[name] === base[name]}
            by={by}
          />
        ))}
      {ownOnly.length > 0 ? (
        <p className="text-ink-soft">
          Only you changed, so it stays: {ownOnly.map((name) => LABELS[name]).join(', ')}.
        </p>
      ) : null}
    </ConflictBox>
  )
}
