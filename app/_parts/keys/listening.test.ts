import { expect, test } from 'vitest'
import { matchKeys, type Pressed, strokeOf } from './listening'

const press = (key: string, rest: Partial<Pressed> = {}): string | null =>
  strokeOf({
    ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
    ...rest,
  })

test.each<[string, Partial<Pressed>, string | null]>([
  ['j', {}, 'j'],
  ['J', {}, 'j'],
  ['J', { shiftKey: true }, 'shift+j'],
  ['?', { shiftKey: true }, '?'],
  ['k', { ctrlKey: true }, 'mod+k'],
  ['k', { metaKey: true }, 'mod+k'],
  ['å', { altKey: true, code: 'KeyA' }, 'alt+a'],
  ['Enter', {}, 'enter'],
  ['ArrowLeft', { altKey: true, shiftKey: true }, 'alt+shift+left'],
  ['Shift', { shiftKey: true }, null],
  ['Dead', {}, null],
  ['k', { isComposing: true }, null],
])('%s with %o is the stroke %s', (key, rest, stroke) => {
  expect(press(key, rest)).toBe(stroke)
})

test('strokes lead to an action, to a wait, or to nothing; of two on a key the later one wins', () => {
  const bound = [
    ['inbox', 'g i'],
    ['outer', 'a'],
    ['inner', 'a'],
  ] as const
  expect(matchKeys('g', bound)).toBe('wait')
  expect(matchKeys('g i', bound)).toEqual({ run: 'inbox' })
  expect(matchKeys('g a', bound)).toBeNull()
  expect(matchKeys('a', bound)).toEqual({ run: 'inner' })
})
