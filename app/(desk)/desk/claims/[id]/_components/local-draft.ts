'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { controlTexts, setControl } from './controls-by-name'

type Texts = Record<string, string>
type Stored = { revision: number; base: Texts; values: Texts }

const PAUSE_MS = 400
const keyOf = (verdictId: string): string => `borneout:verdict:${verdictId}`

function readStored(verdictId: string): Stored | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(verdictId)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { revision, base, values } = stored as Partial<Stored>
    return typeof revision === 'number' && base && values ? { revision, base, values } : null
  } catch {
    return null
  }
}

export function forgetDraft(verdictId: string): void {
  try {
    localStorage.removeItem(keyOf(verdictId))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

type Options = {
  verdictId: string
  /** Any element of the form. */
  inside: RefObject<HTMLElement | null>
  names: readonly string[]
  /** What the writer opened: kept with the text, so that a later save still notices who saved in between. */
  opened: RefObject<{ revision: number; base: Texts }>
  onRestored: (opened: { revision: number; base: Texts }) => void
}

/**
 * Keeps what is typed in this browser until it is saved, and puts it back after a reload, a crash or a lost connection. A
 * text that is the stored one already is forgotten.
 */
export function useLocalDraft({ verdictId, inside, names, opened, onRestored }: Options): void {
  const told = useRef(onRestored)
  told.current = onRestored
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    const stored = readStored(verdictId)
    const isDifferent = stored !== null && names.some((name) => stored.values[name] !== controlTexts(form, names)[name])
    if (stored && isDifferent) {
      for (const name of names) setControl(form, name, stored.values[name] ?? '')
      told.current({ revision: stored.revision, base: stored.base })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        try {
          const draft: Stored = { ...opened.current, values: controlTexts(form, names) }
          localStorage.setItem(keyOf(verdictId), JSON.stringify(draft))
        } catch {
          // Full or forbidden storage: the text still stands in the form.
        }
      }, PAUSE_MS)
    }
    form.addEventListener('input', keep)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', keep)
    }
  }, [verdictId, inside, names, opened])
}
