import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { keptValues, readForm } from './form'

const form = (...entries: [string, string | File][]): FormData => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('reading a form', () => {
  const file = new File(['x'], 'a.txt')
  test.each<[string, [string, string | File][], unknown]>([
    ['a name is a text', [['title', 'Rail']], { title: 'Rail' }],
    [
      'an empty field counts as not given',
      [
        ['title', ''],
        ['note', ' '],
      ],
      { note: ' ' },
    ],
    ['a name with [] is a list, also with one entry', [['roles[]', 'editor']], { roles: ['editor'] }],
    [
      'a list keeps its order and loses empty entries',
      [
        ['tags[]', 'b'],
        ['tags[]', ''],
        ['tags[]', 'a'],
      ],
      { tags: ['b', 'a'] },
    ],
    [
      'a repeated name becomes a list',
      [
        ['title', 'a'],
        ['title', 'b'],
        ['title', 'c'],
      ],
      { title: ['a', 'b', 'c'] },
    ],
    [
      'dots nest',
      [
        ['due.from', '2026-01-01'],
        ['due.to', '2026-02-01'],
      ],
      { due: { from: '2026-01-01', to: '2026-02-01' } },
    ],
    [
      'numbers below a name make a list in their order',
      [
        ['scale.1.label', 'b'],
        ['scale.0.label', 'a'],
        ['scale.10.label', 'c'],
      ],
      { scale: [{ label: 'a' }, { label: 'b' }, { label: 'c' }] },
    ],
    ['files stay files', [['file', file]], { file }],
    [
      'the names of the framework are left out',
      [
        ['$ACTION_ID_1', 'x'],
        ['a', '1'],
      ],
      { a: '1' },
    ],
  ])('%s', (_name, entries, expected) => {
    expect(readForm(form(...entries))).toEqual(expected)
  })

  test('no name reaches the prototype of all objects', () => {
    const read = readForm(
      form(['__proto__.isAdmin', '1'], ['constructor.prototype.isAdmin', '1'], ['a.__proto__', '1']),
    )
    expect('isAdmin' in {}).toBe(false)
    expect(Object.keys(read)).not.toContain('__proto__')
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  test('a huge index makes no huge list', () => {
    expect(readForm(form(['scale.9999.label', 'a']))).toEqual({ scale: [{ label: 'a' }] })
    expect(readForm(form(['scale.4294967295.label', 'a']))).toEqual({ scale: { '4294967295': { label: 'a' } } })
  })

  test.each([
    ['an object', form(['title.not', ''], ['title.x', '1'])],
    ['a list', form(['title[]', 'a'])],
    ['a repeated name', form(['title', 'a'], ['title', 'b'])],
  ])('%s sent to a text field is refused by its schema', (_name, data) => {
    expect(z.object({ title: z.string() }).safeParse(readForm(data)).success).toBe(false)
  })
})

test('what was typed is kept, but no secrets and no files', () => {
  const data = form(
    ['title', 'Rail'],
    ['note', ''],
    ['password', 'long and secret'],
    ['newPassword', 'x'],
    ['token', 't'],
    ['$ACTION_KEY', 'k'],
    ['file', new File(['x'], 'a.txt')],
  )
  expect(keptValues(data)).toEqual({ title: 'Rail', note: '' })
})

test('an article as long as an import takes is kept; what no form takes is not', () => {
  const longest = 'a'.repeat(2_000_000)
  expect(keptValues(form(['text', longest], ['other', `${longest}a`]))).toEqual({ text: longest })
})

test('lists are kept whole: names that end in [], and names that came more than once', () => {
  const data = form(
    ['roles[]', 'editor'],
    ['tags[]', 'a'],
    ['tags[]', 'b'],
    ['stance', 'x'],
    ['stance', 'y'],
    ['stance', 'z'],
  )
  expect(keptValues(data)).toEqual({ 'roles[]': ['editor'], 'tags[]': ['a', 'b'], stance: ['x', 'y', 'z'] })
})
