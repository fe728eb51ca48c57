import { describe, expect, test } from 'vitest'
import { contentOf, contentOfSave } from '../present'
import { controlValue } from '../rules/contents'
import { EMPTY_CONTENT, SaveVerdict, type VerdictContent } from '../schema'
import { contentOfTexts } from './typed'

const content: VerdictContent = {
  ...EMPTY_CONTENT,
  rating: 'false',
  summary: 'Fewer.',
  wasCommentAsked: true,
  commentRequests: [{ askedOn: '2025-10-20', whom: 'The office', way: 'phone', answer: null }],
  checks: ['figures', 'names'],
}
const texts = Object.fromEntries(Object.entries(content).map(([field, value]) => [field, controlValue(value)]))

describe('what the controls hold', () => {
  test('is the content again', () => {
    expect(contentOfTexts(texts)).toEqual(content)
    expect(contentOfTexts({})).toEqual(EMPTY_CONTENT)
  })

  test('leaves open what cannot be stored as typed, and keeps the rationale', () => {
    const typed = { ...texts, summary: 'x'.repeat(281), asOfOn: 'soon', rationale: '<b>x</b>' }
    expect(contentOfTexts(typed)).toEqual({ ...content, summary: '', rationale: '<b>x</b>' })
  })
})

describe('a version older than the log of requests', () => {
  const { commentRequests: _log, checks: _checks, ...older } = content
  const noted = { commentAskedOn: '2024-05-02', commentAnswer: 'It sent a table.' }
  const request = { askedOn: '2024-05-02', whom: '', way: null, answer: 'It sent a table.' }

  test('has what was noted then as its one request', () => {
    const row = {
      ...older,
      ...noted,
      commentRequests: [],
      checks: [],
      newSpeakerId: null,
      isNewSpeakerNobody: false,
      correction: null,
    }
    expect(contentOf(row).commentRequests).toEqual([request])
    expect(contentOf({ ...row, commentAskedOn: null, commentAnswer: null }).commentRequests).toEqual([])
  })

  test('and so has a save of it', () => {
    expect(contentOfSave({ ...older, ...noted })).toEqual({ ...content, commentRequests: [request], checks: [] })
    expect(contentOfSave(content)).toEqual(content)
  })
})

test('a text counts as the page counts it: lines end with one character, whatever a form sends', () => {
  const form = { id: '01890000-0000-7000-8000-000000000001', revision: '1' }
  const lines = `${'x'.repeat(139)}\n${'y'.repeat(140)}`
  const saved = SaveVerdict.parse({ ...form, summary: lines.replace('\n', '\r\n'), rationale: 'a\r\n\r\nb\rc' })
  expect(saved.summary).toBe(lines)
  expect(saved.rationale).toBe('a\n\nb\nc')
  expect(SaveVerdict.safeParse({ ...form, summary: `${lines}z` }).success).toBe(false)
})
