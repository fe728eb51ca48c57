'use client'

import { diffWords } from 'diff'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useForm } from '@/app/_ui/form-context'
import { Timestamp } from '@/app/_ui/timestamp'
import { controlValue } from '@/lib/verdicts/rules/contents'
import { setControl } from './controls-by-name'
import { type Stale, staleOf } from './results'

type Texts = Readonly<Record<string, string>>

type Props = {
  /** The fields that are compared, in order, with their labels. */
  labels: Texts
  /** What the fields held when the writer opened them, where that is known: then what only the other changed is taken over. */
  base?: RefObject<Texts>
  /** A value in words (a rating's name). */
  words?: (field: string, value: string) => string
  zone: string
}

/**
 * What two people made of one text, side by side, when the second saves: both texts in full, the difference marked, and a
 * choice per field. The controls hold the writer's own text until another is chosen; saving again then counts.
 */
export function Conflict({ labels, base, words = (_field, value) => value, zone }: Props) {
  const { result } = useForm()
  const stale = staleOf(result)
  const box = useRef<HTMLElement>(null)
  const [merged, setMerged] = useState<{ taken: string[]; ownOnly: string[] }>({ taken: [], ownOnly: [] })

  useEffect(() => {
    const told = staleOf(result)
    const form = box.current?.closest('form')
    if (!told || !form) return
    const theirsOf = (field: string) => controlValue(told.theirs[field] ?? null)
    const differing = Object.keys(labels).filter((field) => (told.mine[field] ?? '') !== theirsOf(field))
    const taken = differing.filter((field) => base?.current[field] === (told.mine[field] ?? ''))
    for (const field of taken) setControl(form, field, theirsOf(field))
    setMerged({ taken, ownOnly: differing.filter((field) => base?.current[field] === theirsOf(field)) })
  }, [result, labels, base])

  if (stale === null) return null
  const differing = Object.keys(labels).filter(
    (field) =>
      (stale.mine[field] ?? '') !== controlValue(stale.theirs[field] ?? null) && !merged.ownOnly.includes(field),
  )
  return (
    <section
      ref={box}
      aria-label="The two texts compared"
      data-conflict
      className="flex flex-col gap-5 border-rating-half border-y-2 bg-sunk px-4 py-4"
    >
      <h3 className="font-semibold text-17">Two texts</h3>
      <ConflictWords stale={stale} zone={zone} />
      {differing.map((field) => (
        <FieldChoice
          key={field}
          field={field}
          label={labels[field] ?? field}
          mine={stale.mine[field] ?? ''}
          theirs={controlValue(stale.theirs[field] ?? null)}
          words={words}
          isTaken={merged.taken.includes(field)}
          by={stale.by}
        />
      ))}
      {merged.ownOnly.length > 0 ? (
        <p className="text-ink-soft">
          Only you changed, so it stays: {merged.ownOnly.map((field) => labels[field] ?? field).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

function ConflictWords({ stale, zone }: { stale: Stale; zone: string }) {
  return (
    <p>
      {stale.by ?? 'Somebody'} saved revision {stale.revision}
      {stale.at ? (
        <>
          {' '}
          (<Timestamp at={stale.at} zone={zone} />)
        </>
      ) : null}{' '}
      while you were writing. Your text still stands in the fields below. Choose for each field, or edit it, and save
      again.
    </p>
  )
}

type ChoiceProps = {
  field: string
  label: string
  mine: string
  theirs: string
  words: (field: string, value: string) => string
  isTaken: boolean
  by: string | null
}

function FieldChoice({ field, label, mine, theirs, words, isTaken, by }: ChoiceProps) {
  const [chosen, setChosen] = useState<'mine' | 'theirs'>('mine')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => setChosen(isTaken ? 'theirs' : 'mine'), [isTaken])
  const choose = (whose: 'mine' | 'theirs') => {
    const form = box.current?.closest('form')
    if (!form) return
    // Text that was edited since the refusal is neither: it stays what it is until a choice is made.
    setControl(form, field, whose === 'mine' ? mine : theirs)
    setChosen(whose)
  }
  const other = by ?? 'The other'
  return (
    <div ref={box} className="flex flex-col gap-2">
      <h4 className="font-medium text-15">{label}</h4>
      {isTaken ? <p className="text-13 text-ink-soft">Only {other} changed this, so it is taken over.</p> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <Side title="Yours" text={words(field, mine)} other={words(field, theirs)} kind="mine" />
        <Side title={by ? `${by}’s` : 'Theirs'} text={words(field, theirs)} other={words(field, mine)} kind="theirs" />
      </div>
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="sr-only">{label}: whose text</legend>
        <Button
          size="small"
          aria-pressed={chosen === 'mine'}
          aria-label={`${label}: use mine`}
          onClick={() => choose('mine')}
        >
          {chosen === 'mine' ? '✓ Mine is in the field' : 'Use mine'}
        </Button>
        <Button
          size="small"
          aria-pressed={chosen === 'theirs'}
          aria-label={`${label}: use theirs`}
          onClick={() => choose('theirs')}
        >
          {chosen === 'theirs' ? '✓ Theirs is in the field' : 'Use theirs'}
        </Button>
      </fieldset>
    </div>
  )
}

/** One of the two texts, whole; words that the other text does not have are marked (underlined, not by colour alone). */
function Side({ title, text, other, kind }: { title: string; text: string; other: string; kind: 'mine' | 'theirs' }) {
  const parts = diffWords(other, text).filter((part) => !part.removed)
  let at = 0
  return (
    <div className="min-w-0 border-rule border bg-raised p-3" data-side={kind}>
      <p className="mb-1 font-medium text-13 text-ink-soft">{title}</p>
      {text === '' ? <p className="text-ink-faint">Left empty.</p> : null}
      <p className="whitespace-pre-wrap text-15">
        {parts.map((part) => {
          at += part.value.length
          return part.added ? (
            <mark key={at} className="bg-accent-wash font-medium text-ink underline decoration-accent">
              {part.value}
            </mark>
          ) : (
            <span key={at}>{part.value}</span>
          )
        })}
      </p>
    </div>
  )
}
