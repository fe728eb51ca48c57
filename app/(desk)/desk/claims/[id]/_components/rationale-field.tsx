'use client'

import { type ComponentType, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Textarea } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { useField } from '@/app/_ui/form-context'
import { Evidences } from './evidences'
import type { RichText } from './rich-text/rich-text'
import { type Cited, LABELS } from './verdict-texts'

type Formatted = { View: ComponentType<Parameters<typeof RichText>[0]>; unsupportedIn: (text: string) => string | null }

/** Where the choice between formatted text and Markdown is remembered, for this browser. */
const CHOICE = 'borneout:rationale-as'

export function RationaleField({ text, evidence }: { text: string; evidence: Cited[] }) {
  return (
    <Field name="rationale" label={LABELS.rationale} hint="How the evidence leads to the rating.">
      <Rationale text={text} evidence={evidence} />
    </Field>
  )
}

/**
 * One Markdown control, which is what is saved, and the formatted view of it. The view comes when the field comes into
 * sight; without scripts, and where it cannot be loaded, the plain control stays.
 */
function Rationale({ text, evidence }: { text: string; evidence: Cited[] }) {
  const field = useField()
  const source = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [formatted, setFormatted] = useState<Formatted | null>(null)
  const [isFormatted, setIsFormatted] = useState(false)
  const [unsupported, setUnsupported] = useState<string | null>(null)
  useControl(source, box)

  const show = useCallback((loaded: Formatted) => {
    const what = loaded.unsupportedIn(source.current?.value ?? '')
    setUnsupported(what)
    setIsFormatted(what === null)
  }, [])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      seen.disconnect()
      loadFormatted().then((loaded) => {
        if (!loaded) return
        setFormatted(loaded)
        // Whoever has begun to type is not interrupted.
        if (wantsFormatted() && document.activeElement !== source.current) show(loaded)
      })
    })
    seen.observe(element)
    return () => seen.disconnect()
  }, [show])

  const choose = (wanted: boolean) => {
    remember(wanted)
    if (!wanted) setIsFormatted(false)
    else if (formatted) show(formatted)
  }
  const id = field?.id ?? 'rationale'
  return (
    <div ref={box} className="flex flex-col gap-1">
      {isFormatted && formatted ? (
        <formatted.View
          id={id}
          label={LABELS.rationale}
          describedBy={field?.describedBy}
          isInvalid={field?.invalid ?? false}
          source={source}
          evidence={evidence}
          onUnsupported={(what) => {
            setUnsupported(what)
            setIsFormatted(false)
          }}
        />
      ) : (
        <PlainTools source={source} evidence={evidence} />
      )}
      <Textarea
        id={isFormatted ? `${id}-source` : id}
        rows={12}
        grow
        hidden={isFormatted}
        defaultValue={text}
        className={isFormatted ? 'hidden' : 'font-serif text-17'}
      />
      <div className="flex flex-wrap items-center gap-x-3 text-13 text-ink-soft">
        {formatted ? (
          <Button variant="quiet" size="small" className="-ml-2" onClick={() => choose(!isFormatted)}>
            {isFormatted ? 'Write Markdown instead' : 'Write formatted text instead'}
          </Button>
        ) : null}
        {isFormatted ? null : <span>Markdown: **bold**, lists, [links](https://…). No HTML.</span>}
        {unsupported && !isFormatted ? <span>The text has {unsupported}, which only Markdown can show.</span> : null}
      </div>
    </div>
  )
}

/** Textarea takes no ref of its own: it is the one in the box. */
function useControl(source: RefObject<HTMLTextAreaElement | null>, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    source.current = box.current?.querySelector('textarea') ?? null
  }, [source, box])
}

/** Citing evidence in plain Markdown: the mark is put where the cursor stands. */
function PlainTools({ source, evidence }: { source: RefObject<HTMLTextAreaElement | null>; evidence: Cited[] }) {
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    source.current?.focus()
  }
  return (
    <div className="noscript:hidden">
      <Button variant="quiet" size="small" className="-ml-2" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Cite evidence
      </Button>
      {isOpen ? (
        <Evidences
          evidence={evidence}
          onClose={close}
          onChoose={(id, number) => {
            const control = source.current
            control?.setRangeText(`[${number}](evidence:${id})`, control.selectionStart, control.selectionEnd, 'end')
            control?.dispatchEvent(new Event('input', { bubbles: true }))
            close()
          }}
        />
      ) : null}
    </div>
  )
}

/** The formatted editor with its library; null where it cannot be loaded (offline, or after a deploy). */
async function loadFormatted(): Promise<Formatted | null> {
  try {
    const [{ RichText: View }, { unsupportedIn }] = await Promise.all([
      import('./rich-text/rich-text'),
      import('./rich-text/markdown'),
    ])
    return { View, unsupportedIn }
  } catch {
    return null
  }
}

function wantsFormatted(): boolean {
  try {
    return localStorage.getItem(CHOICE) !== 'markdown'
  } catch {
    return true
  }
}

function remember(isFormatted: boolean): void {
  try {
    localStorage.setItem(CHOICE, isFormatted ? 'formatted' : 'markdown')
  } catch {
    // A browser that keeps nothing starts with formatted text.
  }
}
