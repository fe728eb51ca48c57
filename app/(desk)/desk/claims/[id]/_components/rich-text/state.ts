import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { MarkType, Node, NodeType } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState } from 'prosemirror-state'
import { mayLink, schema } from './markdown'

const { marks, nodes } = schema

/** What the toolbar offers, in its order. `key` is the shortcut; Mod is Ctrl, on a Mac the command key. */
export type Tool = { id: string; label: string; key?: string; run: Command; isOn: (state: EditorState) => boolean }

export const TOOLS: readonly Tool[] = [
  {
    ...{ id: 'bold', label: 'Bold', key: 'Mod-b' },
    run: toggleMark(marks.strong),
    isOn: (state) => hasMark(state, marks.strong),
  },
  {
    ...{ id: 'italic', label: 'Italic', key: 'Mod-i' },
    run: toggleMark(marks.em),
    isOn: (state) => hasMark(state, marks.em),
  },
  {
    ...{ id: 'heading', label: 'Heading', key: 'Mod-Alt-1' },
    run: toggleHeading,
    isOn: (state) => isIn(state, nodes.heading),
  },
  {
    ...{ id: 'bullets', label: 'List', key: 'Mod-Shift-8' },
    run: toggleList(nodes.bullet_list),
    isOn: (state) => isIn(state, nodes.bullet_list),
  },
  {
    ...{ id: 'numbers', label: 'Numbered list', key: 'Mod-Shift-7' },
    run: toggleList(nodes.ordered_list),
    isOn: (state) => isIn(state, nodes.ordered_list),
  },
  {
    ...{ id: 'quote', label: 'Quote', key: 'Mod-Shift-9' },
    run: toggleQuote,
    isOn: (state) => isIn(state, nodes.blockquote),
  },
]

function hasMark({ selection, doc, storedMarks }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type)
}

function isIn({ selection: { $from } }: EditorState, type: NodeType): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true
  return false
}

function toggleHeading(...[state, dispatch]: Parameters<Command>): boolean {
  const command = isIn(state, nodes.heading) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level: 1 })
  return command(state, dispatch)
}

function toggleList(type: NodeType): Command {
  const wrap = wrapInList(type, { tight: true })
  const unwrap = liftListItem(nodes.list_item)
  return (state, dispatch) => (isIn(state, type) ? unwrap(state, dispatch) : wrap(state, dispatch))
}

function toggleQuote(...[state, dispatch]: Parameters<Command>): boolean {
  return isIn(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)
}

const hardBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
})

// Tab is left to the browser: it leads out of the editor, as out of every field.
const KEYS: Record<string, Command> = {
  ...Object.fromEntries(TOOLS.flatMap(({ key, run }) => (key ? [[key, run]] : []))),
  'Mod-z': undo,
  'Shift-Mod-z': redo,
  'Mod-y': redo,
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
  'Shift-Enter': hardBreak,
  Enter: splitListItem(nodes.list_item),
}

const RULES = [
  wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
  wrappingInputRule(/^\s*([-*])\s$/, nodes.bullet_list, { tight: true }),
  wrappingInputRule(
    /^(\d+)\.\s$/,
    nodes.ordered_list,
    (match) => ({ order: Number(match[1]), tight: true }),
    (match, node) => node.childCount + node.attrs.order === Number(match[1]),
  ),
  textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
]

/** A fresh editor over a document; `onLink` is asked for by Mod-k. */
export const stateOf = (doc: Node, onLink: () => void): EditorState =>
  EditorState.create({
    doc,
    plugins: [
      inputRules({ rules: RULES }),
      keymap({
        ...KEYS,
        'Mod-k': () => {
          onLink()
          return true
        },
      }),
      keymap(baseKeymap),
      history(),
    ],
  })

/** The address of the link at the selection; empty where there is none. */
export function linkAt({ selection: { $from, empty, to }, doc }: EditorState): string {
  const at = empty ? $from.marks() : (doc.nodeAt(Math.min($from.pos, to - 1))?.marks ?? [])
  return marks.link.isInSet(at)?.attrs.href ?? ''
}

/** Links the selected words, or puts the address itself where none are selected; an empty address takes the link away. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const address = href.trim()
    const { from, to, empty } = linkedRange(state)
    if (address !== '' && !mayLink(address)) return false
    const { tr } = state
    if (address === '') tr.removeMark(from, to, marks.link)
    else if (empty) tr.replaceSelectionWith(schema.text(address, [marks.link.create({ href: address })]), false)
    else tr.removeMark(from, to, marks.link).addMark(from, to, marks.link.create({ href: address }))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The selection; inside a link without one the whole link. */
function linkedRange({ selection, doc }: EditorState): { from: number; to: number; empty: boolean } {
  const { from, to, empty, $from } = selection
  const mark = empty ? marks.link.isInSet($from.marks()) : undefined
  if (!mark) return { from, to, empty }
  const range = { from, to, empty: false }
  doc.nodesBetween($from.start(), $from.end(), (node, pos) => {
    if (!mark.isInSet(node.marks) || pos > from || pos + node.nodeSize < from) return
    Object.assign(range, { from: pos, to: pos + node.nodeSize })
  })
  return range
}

export function cite(evidenceId: string, label: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.citation.create({ evidenceId, label }), false).scrollIntoView())
    return true
  }
}

export { redo, undo }
