import { describe, expect, test } from 'vitest'
import { KEY_ACTION_IDS, keyAction } from './rules/key-actions'
import { isCharacters, keptKeys, keyProblems, keysOf, keyWords, placesMeet, readKeys, typedKeys } from './rules/keys'

describe('reading keys', () => {
  test.each([
    ['j', 'j'],
    [' G  i ', 'g i'],
    ['Ctrl+J', 'mod+j'],
    ['Shift+Alt+x', 'alt+shift+x'],
    ['Enter', 'enter'],
    ['+', '+'],
    ['alt++', 'alt++'],
    ['', ''],
  ])('%j is %j', (typed, kept) => {
    expect(readKeys(typed)).toBe(kept)
  })

  test.each(['gi', 'g i x', 'hyper+x', 'alt+alt+x', 'alt+', 'escape'])('%j cannot be read', (typed) => {
    expect(readKeys(typed)).toBeNull()
  })

  test('what is kept reads as itself again', () => {
    for (const id of KEY_ACTION_IDS) expect(readKeys(keyAction(id).keys)).toBe(keyAction(id).keys)
  })
})

test('the defaults do not collide', () => {
  for (const a of KEY_ACTION_IDS)
    for (const b of KEY_ACTION_IDS) {
      const [one, other] = [keyAction(a), keyAction(b)]
      if (a === b || one.keys === '' || !placesMeet(one.place, other.place)) continue
      expect([a, b, other.keys === one.keys || other.keys.startsWith(`${one.keys} `)]).toEqual([a, b, false])
    }
})

describe('choosing keys', () => {
  test('a key that another action has is refused with its words, at the one that was changed', () => {
    expect(keyProblems({ 'candidate-accept': 'r' })).toEqual({
      'candidate-accept': '“Reject” has R. Choose another key, or change that one too.',
    })
  })

  test('the beginning of a sequence is no key of its own', () => {
    expect(Object.keys(keyProblems({ 'candidate-accept': 'g' }))).toEqual(['candidate-accept'])
    expect(Object.keys(keyProblems({ 'candidate-accept': 'j x' }))).toEqual(['candidate-accept'])
  })

  test('two may change places, and actions that never meet may share a key', () => {
    expect(keyProblems({ 'candidate-accept': 'r', 'candidate-reject': 'a' })).toEqual({})
    expect(keyProblems({ 'claim-verdict': 'a' })).toEqual({})
  })

  test('two that were both changed to one key are both told', () => {
    expect(Object.keys(keyProblems({ 'candidate-accept': 'x', 'candidate-reject': 'x' })).sort()).toEqual([
      'candidate-accept',
      'candidate-reject',
    ])
  })

  test('an action may go without a key, and what browsers keep is refused', () => {
    expect(keyProblems({ 'candidate-accept': '' })).toEqual({})
    expect(keyProblems({ 'candidate-accept': 'ctrl+w' })['candidate-accept']).toMatch(/Browsers keep/)
  })

  test('only what differs from the defaults is kept', () => {
    expect(keptKeys(true, { 'candidate-accept': 'Y', 'candidate-reject': 'r', 'list-next': '' })).toEqual({
      lettersOn: true,
      keys: { 'candidate-accept': 'y', 'list-next': '' },
    })
  })
})

describe('keys of a person', () => {
  test('are the chosen ones, else the defaults; what is unknown is passed over', () => {
    const chosen = { lettersOn: true, keys: { 'candidate-accept': 'y', 'gone-since': 'z' } }
    expect(keysOf('candidate-accept', chosen)).toBe('y')
    expect(keysOf('candidate-reject', chosen)).toBe('r')
  })

  test('without letters, only those with a modifier or a named key are left', () => {
    const chosen = { lettersOn: false, keys: { 'candidate-accept': 'alt+a' } }
    const left = KEY_ACTION_IDS.filter((id) => keysOf(id, chosen) !== '')
    expect(left).toEqual(expect.arrayContaining(['palette-open', 'list-open', 'candidate-accept', 'span-start-back']))
    for (const id of left) expect(keysOf(id, chosen)).toMatch(/(mod|alt)\+|(enter|left|right)$/)
    expect(isCharacters('shift+a')).toBe(true)
  })
})

test('keys are told in words, and what is shown in a field reads as what is kept', () => {
  for (const id of KEY_ACTION_IDS) expect(readKeys(typedKeys(keyAction(id).keys))).toBe(keyAction(id).keys)
  expect(keyWords('g i')).toBe('G, then I')
  expect(keyWords('mod+k', '⌘')).toBe('⌘+K')
})
