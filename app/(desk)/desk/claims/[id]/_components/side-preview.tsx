'use client'

import dynamic from 'next/dynamic'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/classes'
import { controlTexts } from '@/app/_ui/controls-by-name'
import type { RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import { NAMES, type Texts } from './verdict-texts'

// The public page's parts, the Markdown library and the schemas come only when a preview is asked for.
const PublicPreview = dynamic(() => import('./public-preview').then((part) => part.PublicPreview), {
  loading: () => <p className="text-ink-soft">Preparing the preview …</p>,
})

const PAUSE_MS = 200
const TABS = [
  ['write', 'Write'],
  ['preview', 'Preview'],
] as const

/** The fields, and beside them what readers will see of them. Where there is no room for both: one of two tabs. */
export function SidePreview({
  version,
  scale,
  newsroomName,
  zone,
  children,
}: {
  version: OpenVersionView
  scale: RatingScale
  newsroomName: string
  zone: string
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const tabs = useRef<HTMLDivElement>(null)
  const texts = useTexts(box, isOpen)
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    setOpen(!isOpen)
    tabs.current?.querySelector<HTMLElement>(`[data-tab=${isOpen ? 'write' : 'preview'}]`)?.focus()
  }
  return (
    <div ref={box} className="flex min-w-0 flex-col gap-6" data-preview-open={isOpen || undefined}>
      <div className="noscript:hidden">
        <div
          ref={tabs}
          role="tablist"
          aria-label="The verdict"
          tabIndex={-1}
          onKeyDown={arrows}
          className="flex gap-6 border-rule border-b lg:hidden"
        >
          {TABS.map(([tab, label]) => {
            const isChosen = (tab === 'preview') === isOpen
            return (
              <button
                key={tab}
                type="button"
                role="tab"
                data-tab={tab}
                aria-selected={isChosen}
                aria-controls={`verdict-${tab}`}
                tabIndex={isChosen ? 0 : -1}
                onClick={() => setOpen(tab === 'preview')}
                className="-mb-px h-11 cursor-pointer border-transparent border-b-2 text-15 text-ink-soft aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
              >
                {label}
              </button>
            )
          })}
        </div>
        <Button size="small" aria-expanded={isOpen} className="max-lg:hidden" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the preview' : 'Preview the public page beside it'}
        </Button>
      </div>
      <div className={cx('grid min-w-0 gap-x-10 gap-y-6', isOpen && 'lg:grid-cols-2')}>
        <div id="verdict-write" className={cx('min-w-0', isOpen && 'max-lg:hidden')}>
          {children}
        </div>
        <div id="verdict-preview" hidden={!isOpen} className="min-w-0">
          {texts ? <PublicPreview {...{ version, scale, newsroomName, zone, texts }} /> : null}
        </div>
      </div>
    </div>
  )
}

/** What the form's controls hold, a moment after they were changed; null while nobody looks. */
function useTexts(box: React.RefObject<HTMLElement | null>, isWatched: boolean): Texts | null {
  const [texts, setTexts] = useState<Texts | null>(null)
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form || !isWatched) return
    const read = () => setTexts(controlTexts(form, NAMES))
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, PAUSE_MS)
    }
    read()
    form.addEventListener('input', later)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', later)
    }
  }, [box, isWatched])
  return texts
}
