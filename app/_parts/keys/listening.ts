/** What is asked of a keyboard event: a part of KeyboardEvent, so that the rules need no browser. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>

const NAMED: Record<string, string> = {
  Enter: 'enter',
  ' ': 'space',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
}

/** A key press as one stroke of the registry ("alt+shift+x"); null for dead keys, input methods and bare modifiers. */
export function strokeOf(event: Pressed): string | null {
  if (event.isComposing) return null
  // with Alt a Mac types another character: the key itself counts
  const physical = event.altKey ? /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] : undefined
  const key = (physical ?? NAMED[event.key] ?? ([...event.key].length === 1 ? event.key : '')).toLowerCase()
  if (key === '') return null
  const isSign = key.length === 1 && key.toUpperCase() === key
  const held = [
    (event.ctrlKey || event.metaKey) && 'mod+',
    event.altKey && 'alt+',
    // Shift is part of how a sign is typed ("?"), and of nothing else
    event.shiftKey && !isSign && 'shift+',
  ]
  return held.filter(Boolean).join('') + key
}

/** Whether a stroke is text where text is typed. */
export const isText = (stroke: string): boolean => !/(mod|alt)\+/.test(stroke)

export type Match<Id> = { run: Id } | 'wait' | null

/** What the strokes pressed so far lead to: an action, a wait for the next stroke, or nothing. The last bound wins. */
export function matchKeys<Id>(pressed: string, bound: readonly (readonly [Id, string])[]): Match<Id> {
  const exact = bound.findLast(([, keys]) => keys === pressed)
  if (exact) return { run: exact[0] }
  return bound.some(([, keys]) => keys.startsWith(`${pressed} `)) ? 'wait' : null
}
