'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '@/app/_parts/keys/announce'
import { useKeyActions } from '@/app/_parts/keys/keys-context'
import { Shortcut } from '@/app/_parts/keys/shortcut'
import { Button } from '@/app/_ui/button'
import { useToast } from '@/app/_ui/toast'
import type { ActionResult } from '@/lib/core/results'
import type { Span } from '@/lib/core/text'
import { SpanEdges } from './span-edges'
import { selectedSpan, tintSpan } from './text-selection'
import { moveEnd, toWords, wordAt } from './word-span'
import { WordsPanel } from './words-panel'

/** Words that are being chosen: for a claim of their own, or (`of`) in place of those of a candidate. */
type Chosen = { span: Span; of: string | null }
type End = 'start' | 'end'

/** A selection by finger changes while its grips are dragged: taken once it rests. */
const RESTS_MS = 400

/**
 * Claims by hand: select words with mouse or finger, or begin at the lit claim by key, and move either end; a claim that nobody
 * decided on has grips at its own ends. `text` is the part on the page, `offset` where it begins in the whole text; `adjustable`
 * is the open candidate, by its place in the part.
 */
export function MarkWords({
  snapshotId,
  text,
  offset,
  address,
  adjustable,
}: {
  snapshotId: string
  text: string
  offset: number
  address: string
  adjustable: (Span & { id: string }) | null
}) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const before = useRef<Element | null>(null)
  const open = (next: Chosen | null) => {
    if (next && !chosen) before.current = document.activeElement
    setChosen(next)
  }
  const close = useCallback(() => {
    setChosen(null)
    if (before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus({ preventScroll: true })
  }, [])
  const take = (span: Span | null, of: string | null) => {
    const words = span && toWords(text, span)
    open(words ? { span: words, of } : null)
  }
  const moved = (span: Span, end: End, of: string | null) => {
    window.getSelection()?.removeAllRanges()
    open({ span, of })
    announce(`${end === 'start' ? 'Begins' : 'Ends'} with “${wordAt(text, span, end)}”.`)
  }
  const change = (end: End, by: 1 | -1) => {
    if (chosen) moved(moveEnd(text, chosen.span, end, by), end, chosen.of)
  }
  const mark = () => take(selectedSpan() ?? beginning(text), null)
  const adjust = () => {
    if (adjustable) take(adjustable, adjustable.id)
    else announce('Open a claim that nobody has decided on first: what was decided on keeps its words.')
  }

  useSelected((span) => take(span, null))
  useEffect(() => {
    tintSpan(chosen?.span ?? null)
    return () => tintSpan(null)
  }, [chosen])
  useEscape(close, chosen !== null)
  useKeyActions({
    'text-mark': mark,
    'text-span': adjust,
    ...(chosen
      ? {
          'span-end-on': () => change('end', 1),
          'span-end-back': () => change('end', -1),
          'span-start-on': () => change('start', 1),
          'span-start-back': () => change('start', -1),
        }
      : {}),
  })
  const done = useDone(address, () => setChosen(null))
  const edges = chosen ?? (adjustable && { span: adjustable, of: adjustable.id })
  const shown = chosen && { ...chosen, quote: text.slice(chosen.span.start, chosen.span.end) }

  return (
    <>
      {edges ? <SpanEdges text={text} span={edges.span} onMove={(span, end) => moved(span, end, edges.of)} /> : null}
      {shown ? (
        <WordsPanel
          snapshotId={snapshotId}
          span={{ start: shown.span.start + offset, end: shown.span.end + offset }}
          quote={shown.quote}
          candidateId={shown.of}
          onMove={change}
          onDone={done}
          onCancel={close}
        />
      ) : (
        <div className="flex flex-wrap gap-x-4">
          <Button variant="quiet" size="small" onClick={mark}>
            Make a claim from words … <Shortcut id="text-mark" />
          </Button>
          {adjustable ? (
            <Button variant="quiet" size="small" onClick={adjust}>
              Change this claim’s words … <Shortcut id="text-span" />
            </Button>
          ) : null}
        </div>
      )}
    </>
  )
}

/** Opens what was marked (with its form), what was adjusted, or the candidate that has these words already. */
function useDone(address: string, forget: () => void) {
  const router = useRouter()
  const toast = useToast()
  return (result: ActionResult<{ candidateId: string }>, isAdjusted: boolean) => {
    const known = result.status === 'error' && result.code === 'ALREADY_EXISTS' ? knownId(result.details) : null
    const id = result.status === 'ok' ? result.value.candidateId : known
    if (id === null) return
    forget()
    if (result.status === 'ok' && isAdjusted) toast({ text: 'The claim has these words now.' })
    if (known) toast({ text: 'These very words are marked already: here they are.' })
    const query = new URLSearchParams({ c: id, ...(isAdjusted ? {} : { do: 'accept' }) })
    router.push(`${address}${address.includes('?') ? '&' : '?'}${query}`, { scroll: false })
  }
}

/** Hears of words that were selected in the text, when the mouse or the finger lets go. */
function useSelected(onSelected: (span: Span) => void): void {
  const latest = useRef(onSelected)
  useEffect(() => {
    latest.current = onSelected
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isDown = false
    const take = () => {
      const selected = selectedSpan()
      if (selected) latest.current(selected)
    }
    const onDown = () => {
      isDown = true
    }
    const onUp = () => {
      isDown = false
      take()
    }
    const onChange = () => {
      clearTimeout(timer)
      if (!isDown) timer = setTimeout(take, RESTS_MS)
    }
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onUp)
    document.addEventListener('selectionchange', onChange)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onUp)
      document.removeEventListener('selectionchange', onChange)
    }
  }, [])
}

function useEscape(onEscape: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (event.key === 'Escape' && !target?.closest('input, textarea, select')) onEscape()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onEscape, isOn])
}

/** Where marking by keyboard begins: the words of the lit claim, else the first of the text. */
function beginning(text: string): Span {
  const lit = document.querySelector<HTMLElement>('[data-mark][data-lit] [data-start]')
  const start = Number(lit?.dataset.start ?? 0)
  return { start, end: Math.min(text.length, start + (lit?.textContent?.length ?? 60)) }
}

const knownId = (details: unknown): string | null =>
  typeof details === 'object' && details !== null && 'candidateId' in details ? String(details.candidateId) : null
