'use client'

import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Span } from '@/lib/core/text'
import { edgesOf, offsetAtPoint } from './text-selection'
import { dragEnd, moveEnd, wordAt } from './word-span'

type End = 'start' | 'end'
type Places = Record<End, { left: number; top: number; height: number }>

const LABELS: Record<End, string> = { start: 'Beginning of the claim', end: 'End of the claim' }

/** Grips at both ends of a span in the text: dragged with mouse or finger, moved word by word with the arrow keys. */
export function SpanEdges({
  text,
  span,
  onMove,
}: {
  text: string
  span: Span
  onMove: (span: Span, end: End) => void
}) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [places, setPlaces] = useState<Places | null>(null)

  useLayoutEffect(() => {
    const around = document.querySelector<HTMLElement>('[data-text-box]')
    setBox(around)
    if (!around) return
    const place = () => setPlaces(placesIn(around, span))
    place()
    const observer = new ResizeObserver(place)
    observer.observe(around)
    return () => observer.disconnect()
  }, [span])

  if (!box || !places) return null
  return createPortal(
    (['start', 'end'] as const).map((end) => (
      <Grip key={end} end={end} text={text} span={span} place={places[end]} onMove={(next) => onMove(next, end)} />
    )),
    box,
  )
}

function placesIn(box: HTMLElement, span: Span): Places | null {
  const edges = edgesOf(span)
  const around = box.getBoundingClientRect()
  return (
    edges && {
      start: { left: edges.start.left - around.left, top: edges.start.top - around.top, height: edges.start.height },
      end: { left: edges.end.right - around.left, top: edges.end.top - around.top, height: edges.end.height },
    }
  )
}

function Grip({
  end,
  text,
  span,
  place,
  onMove,
}: {
  end: End
  text: string
  span: Span
  place: Places[End]
  onMove: (span: Span) => void
}) {
  const grip = useRef<HTMLDivElement>(null)
  const onPointerMove = (event: PointerEvent) => {
    if (!grip.current?.hasPointerCapture(event.pointerId)) return
    // the grip itself lies over the text
    grip.current.style.pointerEvents = 'none'
    const offset = offsetAtPoint(event.clientX, event.clientY)
    grip.current.style.pointerEvents = ''
    const next = offset === null ? span : dragEnd(text, span, end, offset)
    if (next[end] !== span[end]) onMove(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null
    if (by === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onMove(moveEnd(text, span, end, by))
  }
  return (
    <div
      ref={grip}
      role="slider"
      tabIndex={0}
      aria-label={LABELS[end]}
      aria-valuemin={0}
      aria-valuemax={text.length}
      aria-valuenow={span[end]}
      aria-valuetext={wordAt(text, span, end)}
      data-aside
      data-grip={end}
      onPointerDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus({ preventScroll: true })
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      style={{ left: place.left - 12, top: place.top - 4, height: place.height + 8 }}
      className="group absolute z-10 w-6 cursor-ew-resize touch-none select-none rounded-s"
    >
      <span className="absolute inset-y-1 left-1/2 w-0.5 -translate-x-1/2 bg-accent" />
      <span
        className={`absolute left-1/2 size-2.5 -translate-x-1/2 rounded-full bg-accent group-hover:scale-125 ${end === 'start' ? '-top-0.5' : '-bottom-0.5'}`}
      />
    </div>
  )
}
