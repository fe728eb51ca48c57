import { addDays } from '@/lib/core/days'
import { isBeForm } from './auxiliaries'
import type { DueReading, Scope } from './due-readings'
import { GATHERINGS } from './happenings'
import { finiteIn } from './phrases'
import { mainVerb } from './stretches'
import { at } from './tokens'
import { MODALS } from './words'

/** Due windows of clauses that name no time: by what the article, or the sentence before, dates. */

/** "before the summit", "The hearing will …", "will be there": by the day that the article gives the event, else left to the desk. */
export const windowByEvent = (scope: Scope): DueReading | null =>
  anchoredTo(scope) ?? ofSubject(scope) ?? ofPlace(scope)

const FLAGS = ['anchored-to-event' as const]

/** "before the summit", "at the Lund fair": by the day that the article gives the event, else left to the desk. */
function anchoredTo({ text, said, first, last, anchors }: Scope): DueReading | null {
  const found = anchors.in(first, last)
  if (!found) return null
  const { window, side, span } = found
  const base = { alternatives: [], flags: [...FLAGS], rule: 'windows/event', signs: [span] }
  const words = text.slice(span.start, span.end)
  if (window === null || window.to < said) return window === null ? { ...base, due: null } : null
  if (side === 'after') return { ...base, due: null }
  if (side === 'at')
    return { ...base, due: { from: window.from < said ? said : window.from, to: window.to, text: words } }
  const to = addDays(window.from, -1)
  return to < said ? null : { ...base, due: { from: said, to, text: words } }
}

/** "The ceremony will take place in Lund": what a gathering will bring, it brings on its day. */
function ofSubject({ text, tokens, said, first, last, anchors }: Scope): DueReading | null {
  const named = anchors.definiteAt(first, mainVerb(tokens, first, last))
  const window = named && GATHERINGS.has(named.kind) ? anchors.windowOf(named) : null
  if (!named || !window || window.to < said) return null
  const span = { start: at(tokens, first).start, end: at(tokens, named.end - 1).end }
  const due = { from: window.from < said ? said : window.from, to: window.to, text: text.slice(span.start, span.end) }
  return { due, alternatives: [], flags: [...FLAGS], rule: 'windows/event', signs: [span] }
}

/** "The mayor will be there, too": where the claim before it will be true. */
function ofPlace({ text, tokens, first, last, previous }: Scope): DueReading | null {
  if (previous === null) return null
  for (let k = finiteIn(tokens, first, last) + 1; k > 0 && k < last; k++) {
    const { lower, start, end } = at(tokens, k)
    if (lower !== 'there' || isBeForm(tokens, k + 1) || MODALS.holds(at(tokens, k + 1))) continue
    const due = { from: previous.from, to: previous.to, text: text.slice(start, end) }
    return { due, alternatives: [], flags: [...FLAGS], rule: 'windows/event', signs: [{ start, end }] }
  }
  return null
}
