'use client'

import type { Command } from 'prosemirror-state'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { inputClasses } from '@/app/_ui/control-styles'
import { Evidences } from '../evidences'
import type { Cited } from '../verdict-texts'
import { cite, redo, setLink, TOOLS, undo } from './state'

type Panel = 'link' | 'cite' | null

type Props = {
  /** The id of the text that it works on. */
  controls: string
  on: { tools: string[]; link: string }
  evidence: Cited[]
  panel: Panel
  onPanel: (panel: Panel) => void
  /** Answers whether the command could be done. */
  run: (command: Command) => boolean
}

/** What can be done with the text, in words. One stop of the Tab key; the arrow keys, Home and End move within. */
export function Toolbar({ controls, on, evidence, panel, onPanel, run }: Props) {
  const [current, setCurrent] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const to = {
      ArrowRight: (current + 1) % buttons.length,
      ArrowLeft: (current - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setCurrent(to)
    buttons[to]?.focus()
  }
  const open = (which: Exclude<Panel, null>) => () => onPanel(panel === which ? null : which)
  const items = [
    ...TOOLS.map(({ id, label, key, run: command }) => ({
      ...{ id, label, key, isPressed: on.tools.includes(id) },
      act: () => run(command),
    })),
    {
      ...{ id: 'link', label: 'Link', key: 'Mod-k', isPressed: on.link !== '' },
      act: open('link'),
      isOpen: panel === 'link',
    },
    { id: 'cite', label: 'Cite evidence', act: open('cite'), isOpen: panel === 'cite' },
    { id: 'undo', label: 'Undo', key: 'Mod-z', act: () => run(undo) },
    { id: 'redo', label: 'Redo', key: 'Mod-y', act: () => run(redo) },
  ]
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label="Formatting"
        aria-controls={controls}
        onKeyDown={move}
        className="-ml-2 flex flex-wrap gap-x-1"
      >
        {items.map((item, index) => (
          <Button
            key={item.id}
            variant="quiet"
            size="small"
            tabIndex={index === current ? 0 : -1}
            title={'key' in item && item.key ? `${item.label} (${inWords(item.key)})` : undefined}
            aria-keyshortcuts={'key' in item && item.key ? ariaKeys(item.key) : undefined}
            aria-pressed={'isPressed' in item ? item.isPressed : undefined}
            aria-expanded={'isOpen' in item ? item.isOpen : undefined}
            className="aria-expanded:bg-sunk aria-pressed:bg-accent-wash aria-pressed:font-semibold"
            onFocus={() => setCurrent(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={item.act}
          >
            {item.label}
          </Button>
        ))}
      </div>
      {panel === 'link' ? <LinkPanel address={on.link} onClose={() => onPanel(null)} run={run} /> : null}
      {panel === 'cite' ? (
        <Evidences
          evidence={evidence}
          onChoose={(id, number) => {
            onPanel(null)
            run(cite(id, String(number)))
          }}
          onClose={() => {
            onPanel(null)
            run(() => true)
          }}
        />
      ) : null}
    </>
  )
}

function LinkPanel({ address, onClose, run }: { address: string; onClose: () => void; run: Props['run'] }) {
  const id = useId()
  const [typed, setTyped] = useState(address)
  const [isRefused, setRefused] = useState(false)
  const apply = (href: string) => {
    if (run(setLink(href))) onClose()
    else setRefused(true)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // It stands in the verdict's form: Enter is about the link.
    event.preventDefault()
    if (event.key === 'Enter') apply(typed)
    else {
      onClose()
      run(() => true)
    }
  }
  return (
    <div className="flex flex-col gap-1 border-rule border-l-2 py-1 pl-3">
      <label htmlFor={id} className="font-medium text-13">
        Address of the link
      </label>
      {isRefused ? (
        <p id={`${id}-error`} className="font-medium text-13 text-rating-false">
          A link begins with http://, https:// or mailto:.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="url"
          value={typed}
          // biome-ignore lint/a11y/noAutofocus: it was asked for just now, by the button or the key
          autoFocus
          aria-describedby={isRefused ? `${id}-error` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={keys}
          className={`${inputClasses} min-w-0 flex-1 basis-48`}
        />
        <Button size="small" onClick={() => apply(typed)}>
          Set the link
        </Button>
        {address ? (
          <Button size="small" variant="quiet" onClick={() => apply('')}>
            Remove the link
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)
const inWords = (key: string): string =>
  key
    .replace('Mod', isMac() ? '⌘' : 'Ctrl')
    .replaceAll('-', '+')
    .toUpperCase()
const ariaKeys = (key: string): string => key.replace('Mod', isMac() ? 'Meta' : 'Control').replaceAll('-', '+')
