import { capitalized } from '@/lib/core/text'
import { KEY_ACTION_IDS, type KeyActionId, type KeyPlace, keyAction } from './key-actions'

/** Which keys a person works with (accounts' preference of that name): `keys` holds what differs from the defaults. */
export type ChosenKeys = { lettersOn: boolean; keys: Record<string, string> }

export const DEFAULT_KEYS: ChosenKeys = { lettersOn: true, keys: {} }

const NAMED = ['enter', 'space', 'up', 'down', 'left', 'right', 'home', 'end']
const MODIFIERS = ['mod', 'alt', 'shift']
/** What a browser or a field keeps for itself. */
const TAKEN = ['a', 'c', 'f', 'l', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'z'].map((letter) => `mod+${letter}`)
const MAX_STROKES = 2

/** Keys as typed ("G  i", "Ctrl+J") in the form that is kept ("g i", "mod+j"); null when they cannot be read. */
export function readKeys(typed: string): string | null {
  const strokes = typed.trim().toLowerCase().split(/\s+/)
  if (strokes[0] === '') return ''
  if (strokes.length > MAX_STROKES) return null
  const read = strokes.map(readStroke)
  return read.includes(null) ? null : read.join(' ')
}

function readStroke(stroke: string): string | null {
  const parts =
    stroke === '+' ? ['+'] : stroke.endsWith('++') ? [...stroke.slice(0, -2).split('+'), '+'] : stroke.split('+')
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1).map((name) => (['ctrl', 'control', 'cmd', 'meta', '⌘'].includes(name) ? 'mod' : name))
  const isKey = NAMED.includes(key) || [...key].length === 1
  if (!isKey || held.some((name) => !MODIFIERS.includes(name)) || new Set(held).size < held.length) return null
  return [...MODIFIERS.filter((name) => held.includes(name)), key].join('+')
}

const keyOf = (stroke: string): string => stroke.slice(stroke.lastIndexOf('+') + 1)

/** Whether keys are letters, digits or signs alone: what a speech user or a trembling hand sets off unmeant (WCAG 2.1.4). */
export const isCharacters = (keys: string): boolean =>
  keys !== '' && keys.split(' ').some((stroke) => !/(mod|alt)\+/.test(stroke) && !NAMED.includes(keyOf(stroke)))

/** The keys of an action as they hold for a person; '' when it has none, or when letters are switched off. */
export function keysOf(id: KeyActionId, chosen: ChosenKeys): string {
  const keys = chosen.keys[id] ?? keyAction(id).keys
  return !chosen.lettersOn && isCharacters(keys) ? '' : keys
}

/** Whether actions of two places can apply at once, so that their keys have to differ. */
export function placesMeet(a: KeyPlace, b: KeyPlace): boolean {
  if (a === b) return true
  const both = [a, b]
  if (both.some((place) => place === 'everywhere' || place === 'lists' || place === 'pages')) return true
  if (both.includes('prediction') && both.includes('news')) return true
  return both.includes('candidates') && both.includes('text')
}

const collide = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)

/** Whether the second keys are the same, or could not be told from the beginning of the first. */
function rivalOf(id: KeyActionId, keys: string, all: ReadonlyMap<KeyActionId, string>): KeyActionId | undefined {
  return KEY_ACTION_IDS.find((other) => {
    const taken = all.get(other) ?? ''
    if (other === id || taken === '' || !collide(keys, taken)) return false
    return placesMeet(keyAction(id).place, keyAction(other).place)
  })
}

/**
 * What is wrong with chosen keys, in words by action; empty when nothing is. Of two that collide, the one whose keys differ
 * from the default is told; both when both do.
 */
export function keyProblems(typed: Partial<Record<KeyActionId, string>>): Partial<Record<KeyActionId, string>> {
  const problems: Partial<Record<KeyActionId, string>> = {}
  const read = new Map<KeyActionId, string>()
  for (const id of KEY_ACTION_IDS) {
    const keys = readKeys(typed[id] ?? keyAction(id).keys)
    if (keys === null)
      problems[id] =
        'Write one key (j), two after each other with a blank between (g i), or one with Alt+ or Ctrl+ before.'
    else if (keys.split(' ').some((stroke) => TAKEN.includes(stroke)))
      problems[id] = 'Browsers keep this one for themselves. Choose another.'
    else read.set(id, keys)
  }
  for (const [id, keys] of read) {
    if (keys === '' || keys === keyAction(id).keys) continue
    const rival = rivalOf(id, keys, read)
    if (rival)
      problems[id] =
        `“${keyAction(rival).words}” has ${keyWords(read.get(rival) ?? '')}. Choose another key, or change that one too.`
  }
  return problems
}

/** One stroke for people: "Ctrl+K". `mod` is what the modifier is called where it is read. */
export const strokeWords = (stroke: string, mod = 'Ctrl'): string =>
  stroke === '+'
    ? '+'
    : stroke
        .split('+')
        .map((part) => (part === 'mod' ? mod : capitalized(part)))
        .join('+')

/** Keys for people: "G, then I". */
export const keyWords = (keys: string, mod = 'Ctrl'): string =>
  keys
    .split(' ')
    .map((stroke) => strokeWords(stroke, mod))
    .join(', then ')

/** Keys as people type them: "G I", "Ctrl+K". */
export const typedKeys = (keys: string): string =>
  keys
    .split(' ')
    .map((stroke) => strokeWords(stroke))
    .join(' ')

/** Chosen keys as they are kept: only what differs from the defaults. */
export function keptKeys(lettersOn: boolean, typed: Partial<Record<KeyActionId, string>>): ChosenKeys {
  const keys: Record<string, string> = {}
  for (const id of KEY_ACTION_IDS) {
    const read = readKeys(typed[id] ?? keyAction(id).keys)
    if (read !== null && read !== keyAction(id).keys) keys[id] = read
  }
  return { lettersOn, keys }
}
