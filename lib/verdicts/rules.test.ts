import { describe, expect, test } from 'vitest'
import { DEFAULT_SCALE } from '@/lib/settings/rules'
import { renderRationale } from './present'
import { changedContentFields, isSameContent, mergeContents, missingForSubmission } from './rules'
import { rationaleProblem } from './rules/markdown'
import { EMPTY_CONTENT, SaveVerdict, type VerdictContent } from './schema'

const whole: VerdictContent = {
  ...EMPTY_CONTENT,
  rating: 'mostly-false',
  summary: 'The ministry counted 49,200.',
  rationale: 'The ministry **counts** every quarter.',
  wasCommentAsked: true,
  commentAskedOn: '2025-10-20',
  commentAnswer: 'The office sent a table.',
  asOfOn: '2025-10-22',
}
const about = { evidenceCount: 1, scale: DEFAULT_SCALE, today: '2025-10-22' }

describe('a submission needs', () => {
  test('nothing more when it is whole', () => {
    expect(missingForSubmission(whole, about)).toEqual({})
  })

  test('nearly everything when it is empty', () => {
    expect(Object.keys(missingForSubmission(EMPTY_CONTENT, { ...about, evidenceCount: 0 })).sort()).toEqual(
      ['asOfOn', 'evidence', 'rationale', 'rating', 'summary', 'wasCommentAsked'].sort(),
    )
  })

  test.each<[string, Partial<VerdictContent>, number, string[]]>([
    ['evidence', {}, 0, ['evidence']],
    ['no evidence for Unverifiable, but the search', { rating: 'unverifiable' }, 0, ['searchDescription']],
    [
      'nothing more for Unverifiable with its search',
      { rating: 'unverifiable', searchDescription: 'Asked two archives.' },
      0,
      [],
    ],
    ['a rating of the scale', { rating: 'pants-on-fire' }, 1, ['rating']],
    [
      'the day of asking and the answer',
      { commentAskedOn: null, commentAnswer: null },
      1,
      ['commentAnswer', 'commentAskedOn'],
    ],
    ['a day of asking that has been', { commentAskedOn: '2025-10-23' }, 1, ['commentAskedOn']],
    ['why nobody was asked', { wasCommentAsked: false }, 1, ['noCommentReason']],
    ['nothing more when that is said', { wasCommentAsked: false, noCommentReason: 'A public table.' }, 1, []],
    ['an as-of day that has been', { asOfOn: '2025-10-23' }, 1, ['asOfOn']],
    ['a re-check day to come', { recheckOn: '2025-10-22' }, 1, ['recheckOn']],
    ['nothing more with a re-check day', { recheckOn: '2025-10-23' }, 1, []],
  ])('%s', (_name, change, evidenceCount, fields) => {
    expect(Object.keys(missingForSubmission({ ...whole, ...change }, { ...about, evidenceCount })).sort()).toEqual(
      fields,
    )
  })
})

describe('two edits of one revision', () => {
  test('merge by themselves where only one changed a field, and ask where both did', () => {
    const mine = { ...whole, summary: 'Mine.', rationale: 'Mine too.', recheckOn: '2026-01-01' }
    const theirs = { ...whole, summary: 'Theirs.', rating: 'false', recheckOn: '2026-01-01' }
    expect(mergeContents(whole, mine, theirs).map(({ field, kind }) => [field, kind])).toEqual([
      ['rating', 'theirs'],
      ['summary', 'choose'],
      ['rationale', 'mine'],
    ])
  })

  test('are the same when every field is', () => {
    expect(isSameContent(whole, { ...whole })).toBe(true)
    expect(isSameContent(whole, { ...whole, recheckOn: '2026-01-01' })).toBe(false)
    expect(changedContentFields(whole, { ...whole, rating: 'true', summary: '' })).toEqual(['rating', 'summary'])
  })
})

describe('a rationale', () => {
  test.each([
    'Plain words, with a < b and 3 > 2.',
    '# Heading\n\n- **bold** and *italic*\n- [a table](https://stats.example/t) and <https://stats.example>',
    'Write to [the office](mailto:press@office.example).',
    '> quoted\n\n`<b>` in code\n\n    <i>in a code block</i>\n\n---',
    'An & and &amp; stay.',
    '',
  ])('%j is taken', (text) => {
    expect(rationaleProblem(text)).toBeNull()
  })

  test.each([
    ['<b>bold</b>', /HTML is not possible here: remove “<b>”/],
    ['<script>alert(1)</script>', /HTML/],
    ['text <!-- note --> text', /HTML/],
    ['<div>\nblock\n</div>', /HTML/],
    ['<img src=x onerror=alert(1)>', /HTML/],
    ['- list\n  - <u>deep</u>', /HTML/],
    ['![picture](https://stats.example/a.png)', /Pictures/],
    ['[x](javascript:alert(1))', /begins with http/],
    ['[x](data:text/html,hi)', /begins with http/],
    ['[x](/claims/other)', /begins with http/],
    ['[x][1]\n\n[1]: vbscript:x', /begins with http/],
    ['<ftp://stats.example>', /begins with http/],
  ])('%j is refused with a reason', (text, reason) => {
    expect(rationaleProblem(text)).toMatch(reason)
  })

  test('is refused at its field', () => {
    const form = { id: '01890000-0000-7000-8000-000000000001', revision: '1', summary: '', rationale: '<b>x</b>' }
    expect(SaveVerdict.safeParse(form).error?.issues[0]?.path).toEqual(['rationale'])
  })

  test('reads in time linear to its length', () => {
    const hostile = `${'['.repeat(5000)}${'*_'.repeat(5000)}${'<'.repeat(5000)}`
    const from = performance.now()
    rationaleProblem(hostile)
    renderRationale(hostile)
    expect(performance.now() - from).toBeLessThan(2000)
  })
})

describe('a rendered rationale', () => {
  test.each([
    ['**bold** <b>x</b>', '<p><strong>bold</strong> &lt;b&gt;x&lt;/b&gt;</p>\n'],
    ['[t](https://s.example)', '<p><a href="https://s.example" rel="noopener">t</a></p>\n'],
    ['[t](javascript:alert(1))', '<p>[t](javascript:alert(1))</p>\n'],
    ['![p](https://s.example/p.png)', '<p>!<a href="https://s.example/p.png" rel="noopener">p</a></p>\n'],
    ['# One\n\n##### Five', '<h3>One</h3>\n<h6>Five</h6>\n'],
  ])('%s', (markdown, html) => {
    expect(renderRationale(markdown)).toBe(html)
  })
})
