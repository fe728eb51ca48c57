'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { setControl } from '@/app/_ui/controls-by-name'
import { MAX_EXCERPT } from '@/lib/evidence/rules/limits'

/**
 * A text area holds the text because it is where mouse, touch, keyboard and screen reader can all select, with offsets that
 * are the text's own. It takes no input: the cursor stays visible so that Shift and the arrows can select.
 */
export function CopyChooser({
  text,
  copyId,
  onChosen,
}: {
  text: string
  copyId: string
  /** Called after the excerpt was put into the form. */
  onChosen?: () => void
}) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [selected, setSelected] = useState(0)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const control = area.current
    const refuse = (event: Event) => event.preventDefault()
    const look = () => control && setSelected(spanIn(control).words.length)
    control?.addEventListener('beforeinput', refuse)
    document.addEventListener('selectionchange', look)
    return () => {
      control?.removeEventListener('beforeinput', refuse)
      document.removeEventListener('selectionchange', look)
    }
  }, [])
  const choose = () => {
    const control = area.current
    const form = control?.form
    if (!control || !form) return
    const { start, end, words } = spanIn(control)
    const problem = problemOf(words.length)
    setSaid(problem ?? 'The selected words are the excerpt now.')
    if (problem) return
    for (const [name, value] of Object.entries({
      excerpt: words,
      excerptStart: `${start}`,
      excerptEnd: `${end}`,
      copyId,
    }))
      setControl(form, name, value)
    onChosen?.()
  }
  return (
    <div className="flex flex-col gap-2" data-copy-pane>
      <label htmlFor={id} className={labelClasses}>
        Text of the copy
      </label>
      <p id={`${id}-hint`} className="text-13 text-ink-soft">
        Select the words of the excerpt, with the mouse, by touch, or with Shift and the arrow keys; then use them.
      </p>
      <FindIn area={area} text={text} />
      <textarea
        ref={area}
        id={id}
        value={text}
        onChange={() => {}}
        aria-describedby={`${id}-hint`}
        aria-readonly="true"
        inputMode="none"
        spellCheck={false}
        autoComplete="off"
        rows={12}
        data-copy-text
        className="block max-h-[60vh] w-full resize-y rounded-m border border-line bg-paper px-4 py-3 font-serif text-17 text-ink leading-7"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" onClick={choose}>
          Use the selected words
        </Button>
        <p className="text-13 text-ink-soft tabular-nums" aria-hidden="true">
          {selected > 0 ? `${selected.toLocaleString('en')} characters selected` : 'Nothing selected'}
        </p>
      </div>
      <p role="status" className="text-13 text-ink-soft">
        {said}
      </p>
    </div>
  )
}

function problemOf(length: number): string | null {
  if (length === 0) return 'Nothing is selected. Select the words of the excerpt first.'
  if (length <= MAX_EXCERPT) return null
  return `That is ${length.toLocaleString('en')} characters; an excerpt may have ${MAX_EXCERPT.toLocaleString('en')}. Select less.`
}

/** What is selected, without white space at its ends. */
function spanIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
  const whole = value.slice(selectionStart, selectionEnd)
  const words = whole.trim()
  const start = selectionStart + whole.indexOf(words)
  return { start, end: start + words.length, words }
}

/** Looks for words in a long text: the next place is selected and scrolled to. */
function FindIn({ area, text }: { area: React.RefObject<HTMLTextAreaElement | null>; text: string }) {
  const id = useId()
  const [words, setWords] = useState('')
  const [said, setSaid] = useState('')
  const find = () => {
    const control = area.current
    const sought = words.trim().toLowerCase()
    if (!control || sought === '') return
    const lower = text.toLowerCase()
    const next = lower.indexOf(sought, control.selectionEnd)
    const at = next < 0 ? lower.indexOf(sought) : next
    setSaid(at < 0 ? 'These words are not in the text.' : next < 0 ? 'Found, from the beginning again.' : 'Found.')
    if (at < 0 || lower.length !== text.length) return
    // Browsers scroll to a selection when the control takes the focus, not when it is set.
    control.setSelectionRange(at, at + sought.length)
    control.blur()
    control.focus()
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <label htmlFor={id} className="flex min-w-0 flex-1 flex-col gap-1 text-13">
        Find in the text
        <input
          id={id}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // The form around is not sent.
            event.preventDefault()
            event.stopPropagation()
            find()
          }}
          autoComplete="off"
          className={inputClasses}
        />
      </label>
      <Button variant="secondary" onClick={find}>
        Find next
      </Button>
      <p role="status" className="w-full text-13 text-ink-soft empty:hidden">
        {said}
      </p>
    </div>
  )
}
