'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { fieldId } from '@/app/_ui/form-context'
import { REMARK_FORM } from './remark-forms'

type Chosen = { field: string; start: number; quote: string }

/**
 * Offers a remark on the words that are selected in the text of `sources`, by mouse, by touch or by keyboard. The offer comes
 * right behind the text, so that the next tab stop reaches it, and stays in view.
 */
export function RemarkSelection({ sources }: { sources: Readonly<Record<string, string>> }) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => {
    const look = () => {
      // Going on to the button takes nothing away: only another selection, or none in the text, does.
      if (document.activeElement?.closest('[data-remark-offer]')) return
      setChosen(chosenIn(document.getSelection(), sources))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [sources])

  const fill = () => {
    if (chosen === null) return
    const form = document.getElementById(REMARK_FORM)
    if (!(form instanceof HTMLFormElement)) return
    form.querySelector('details')?.setAttribute('open', '')
    setField(form, 'field', chosen.field)
    setField(form, 'quote', chosen.quote)
    setField(form, 'start', String(chosen.start))
    setChosen(null)
    document.getElementById(fieldId(REMARK_FORM, 'body'))?.focus()
  }

  return (
    <div aria-live="polite" className="sticky bottom-0 z-10 print:hidden" data-remark-offer>
      {chosen ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-accent border-t-2 bg-raised px-3 py-2">
          <p className="min-w-0 flex-1 truncate font-serif text-15">“{chosen.quote}”</p>
          <Button size="small" variant="primary" onClick={fill}>
            Remark on these words
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name)
  if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  ) {
    control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** The words of one field that a selection covers, in its source; null for anything else. */
function chosenIn(selection: Selection | null, sources: Readonly<Record<string, string>>): Chosen | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const box = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>('[data-remark-field]')
  const field = box?.dataset.remarkField
  const source = field === undefined ? undefined : sources[field]
  if (!box || field === undefined || source === undefined) return null
  const spans = [...box.querySelectorAll<HTMLElement>('[data-at]')].flatMap((run) => spanIn(run, range))
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return null
  const whole = source.slice(first.start, last.end)
  const quote = whole.trim()
  return quote === '' ? null : { field, start: first.start + whole.indexOf(quote), quote }
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)

/** What of a run a selection covers, as offsets of its source. A run holds one text, so its offsets are the source's. */
function spanIn(run: HTMLElement, range: Range): { start: number; end: number }[] {
  const text = run.firstChild
  if (!text || !range.intersectsNode(text)) return []
  const at = Number(run.dataset.at)
  const from = range.startContainer === text ? range.startOffset : 0
  const to = range.endContainer === text ? range.endOffset : (text.textContent?.length ?? 0)
  return from < to ? [{ start: at + from, end: at + to }] : []
}
