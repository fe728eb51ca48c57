'use client'

import type { Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { cx } from '@/app/_ui/classes'
import { textareaClasses } from '@/app/_ui/control-styles'
import type { Cited } from '../verdict-texts'
import { type Origin, readMarkdown, unsupportedIn, writeMarkdown } from './markdown'
import { linkAt, stateOf, TOOLS } from './state'
import { Toolbar } from './toolbar'

type Props = {
  id: string
  label: string
  describedBy: string | undefined
  isInvalid: boolean
  /** The form's control, which holds the Markdown: what is typed goes there at once, and what is put there shows here. */
  source: RefObject<HTMLTextAreaElement | null>
  evidence: Cited[]
  /** What was put into the source is more than this editor can show. */
  onUnsupported: (what: string) => void
}

const PROSE =
  '[&_:is(h3,h4,h5,h6)]:font-semibold [&_h3]:text-21 [&_ol]:list-decimal [&_ul]:list-disc [&_:is(ol,ul)]:pl-6 [&_blockquote]:border-line [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_a]:underline [&>*+*]:mt-3 [&_.cite]:font-sans [&_.cite]:text-13 [&_.cite]:text-accent'

/** The formatted view of a Markdown control. It holds nothing of its own: the control is what is saved. */
export function RichText({ id, label, describedBy, isInvalid, source, evidence, onUnsupported }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef({ evidence, onUnsupported })
  latest.current = { evidence, onUnsupported }
  const [on, setOn] = useState<{ tools: string[]; link: string }>({ tools: [], link: '' })
  const [panel, setPanel] = useState<'link' | 'cite' | null>(null)

  useEffect(() => {
    const [box, control] = [place.current, source.current]
    if (!box || !control) return
    let origin: Origin = readMarkdown(control.value)
    let written = control.value
    const openLink = () => setPanel('link')
    const editor = new EditorView(box, {
      state: stateOf(origin.doc, openLink),
      nodeViews: { citation: ({ attrs }) => citationView(attrs.evidenceId, latest.current.evidence) },
      dispatchTransaction(transaction) {
        const state = editor.state.apply(transaction)
        editor.updateState(state)
        setOn({ tools: TOOLS.flatMap((tool) => (tool.isOn(state) ? tool.id : [])), link: linkAt(state) })
        if (!transaction.docChanged) return
        written = writeMarkdown(state.doc, origin)
        control.value = written
        control.dispatchEvent(new Event('input', { bubbles: true }))
      },
    })
    view.current = editor
    // A restored draft or the other text of a conflict is put into the control: it is read anew.
    const put = () => {
      if (control.value === written) return
      const what = unsupportedIn(control.value)
      if (what !== null) return latest.current.onUnsupported(what)
      origin = readMarkdown(control.value)
      written = control.value
      editor.updateState(stateOf(origin.doc, openLink))
    }
    control.addEventListener('input', put)
    return () => {
      control.removeEventListener('input', put)
      view.current = null
      editor.destroy()
    }
  }, [source])

  useEffect(() => {
    view.current?.setProps({
      attributes: {
        ...{ id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-required': 'true' },
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
        class: cx(
          textareaClasses,
          PROSE,
          'max-h-[70vh] min-h-72 overflow-y-auto whitespace-pre-wrap font-serif text-17',
        ),
      },
    })
  }, [id, label, describedBy, isInvalid])

  useEffect(() => {
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)
    const focus = () => view.current?.focus()
    label?.addEventListener('click', focus)
    return () => label?.removeEventListener('click', focus)
  }, [id])

  // The numbers of what is cited follow the order of the evidence.
  useEffect(() => {
    for (const mark of view.current?.dom.querySelectorAll<HTMLElement>('[data-evidence]') ?? [])
      mark.textContent = markOf(mark.dataset.evidence ?? '', evidence)
  }, [evidence])

  const run = (command: Command): boolean => {
    const editor = view.current
    if (!editor) return false
    const isDone = command(editor.state, editor.dispatch)
    if (isDone) editor.focus()
    return isDone
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Toolbar controls={id} on={on} evidence={evidence} panel={panel} onPanel={setPanel} run={run} />
      <div ref={place} className="min-w-0" />
    </div>
  )
}

const markOf = (id: string, evidence: Cited[]): string => {
  const number = evidence.findIndex((one) => one.id === id) + 1
  return number > 0 ? `[${number}]` : '[?]'
}

function citationView(id: string, evidence: Cited[]) {
  const dom = document.createElement('span')
  dom.className = 'cite'
  dom.dataset.evidence = id
  dom.contentEditable = 'false'
  dom.textContent = markOf(id, evidence)
  dom.title = evidence.find((one) => one.id === id)?.title ?? 'This evidence was removed'
  return { dom, ignoreMutation: () => true }
}
