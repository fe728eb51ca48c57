'use client'

import { useEffect, useState } from 'react'

/** Says the limit; with JavaScript also what is left, aloud only when typing pauses. Counts as the server counts (UTF-16). */
export function CharacterCount({ id, controlId, max }: { id: string; controlId: string; max: number }) {
  const [length, setLength] = useState<number | null>(null)
  const [spoken, setSpoken] = useState('')

  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return
    const count = () => setLength(control.value.trim().length)
    count()
    control.addEventListener('input', count)
    return () => control.removeEventListener('input', count)
  }, [controlId])

  const words = length === null ? `At most ${max} characters.` : leftInWords(max - length)
  useEffect(() => {
    const pause = setTimeout(() => setSpoken(length ? words : ''), 1000)
    return () => clearTimeout(pause)
  }, [length, words])

  const over = length !== null && length > max
  return (
    <>
      <p
        id={id}
        className={over ? 'text-13 font-medium text-rating-false tabular-nums' : 'text-13 text-ink-soft tabular-nums'}
      >
        {words}
      </p>
      <span className="sr-only" aria-live="polite">
        {spoken}
      </span>
    </>
  )
}

const leftInWords = (left: number): string =>
  left >= 0
    ? `${left} ${left === 1 ? 'character' : 'characters'} left`
    : `${-left} ${left === -1 ? 'character' : 'characters'} too many`
