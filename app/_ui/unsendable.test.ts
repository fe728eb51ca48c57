import { describe, expect, it } from 'vitest'
import { MAX_FORM_BYTES, unsendable } from './unsendable'

const date = { name: 'publishedOn', type: 'date' }

describe('what cannot reach the server as it was typed', () => {
  it('is nothing of an ordinary form', () => {
    expect(unsendable([{ ...date, isUnreadable: false }], [['text', 'A quay was opened.']])).toEqual({})
  })

  it('is a day that the browser cannot read, which it would leave out silently', () => {
    const fields = unsendable([{ ...date, isUnreadable: true }], [['publishedOn', '']])
    expect(fields).toEqual({ publishedOn: expect.stringContaining('Not a day of the calendar') })
  })

  it('is the largest field of a form above the limit, counted in bytes', () => {
    const entries: [string, string][] = [
      ['title', 'Boats'],
      ['text', 'ü'.repeat(MAX_FORM_BYTES / 2)],
    ]
    expect(unsendable([], entries)).toEqual({ text: expect.stringContaining('larger than a form can carry') })
    expect(unsendable([], [['text', 'u'.repeat(MAX_FORM_BYTES / 2)]])).toEqual({})
  })
})
