import { describe, expect, test } from 'vitest'
import { DEFAULT_SCALE } from '@/lib/settings/rules'
import { renderRationale } from './present'
import { changedContentFields, isSameContent, mergeContents, missingForSubmission } from './rules'
import { citedEvidence, rationaleProblem } from './rules/markdown'
import { EMPTY_CONTENT, SaveVerdict, type VerdictContent } from './schema'
import { EMPTY_REQUEST } from './schema/comments'

const whole: VerdictContent = {
  ...EMPTY_CONTENT,
  rating: 'mostly-false',
  summary: 'The ministry counted 49,200.',
  rationale: 'The ministry **counts** every quarter.',
  wasCommentAsked: true,
  commentRequests: [
    { askedOn: '2025-10-20', whom: 'The press office', way: 'email', answer: 'The office sent a table.' },
  ],
  asOfOn: '2025-10-22',
}
const CITED = '01890000-0000-7000-8000-00000000000a'
const about = { evidenceIds: [CITED], scale: DEFAULT_SCALE, checklist: [], today: '2025-10-22' }
const asked = whole.commentRequests[0] ?? EMPTY_REQUEST

describe('a submission needs', () => {
  test('nothing more when it is whole', () => {
    expect(missingForSubmission(whole, about)).toEqual({})
  })

  test('nearly everything when it is empty', () => {
    expect(Object.keys(missingForSubmission(EMPTY_CONTENT, { ...about, evidenceIds: [] })).sort()).toEqual(
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
    ['a request where somebody was asked', { commentRequests: [] }, 1, ['commentRequests']],
    [
      'of each request when, whom, by which way and what came',
      { commentRequests: [asked, EMPTY_REQUEST] },
      1,
      ['answer', 'askedOn', 'way', 'whom'].map((name) => `commentRequests.1.${name}`),
    ],
    [
      'a day of asking that has been',
      { commentRequests: [{ ...asked, askedOn: '2025-10-23' }] },
      1,
      ['commentRequests.0.askedOn'],
    ],
    [
      'evidence that is still there where it is cited',
      { rationale: `So it [1](evidence:${CITED}).` },
      0,
      ['evidence', 'rationale'],
    ],
    ['nothing more when what it cites is there', { rationale: `So it [1](evidence:${CITED}).` }, 1, []],
    ['why nobody was asked', { wasCommentAsked: false }, 1, ['noCommentReason']],
    ['nothing more when that is said', { wasCommentAsked: false, noCommentReason: 'A public table.' }, 1, []],
    ['an as-of day that has been', { asOfOn: '2025-10-23' }, 1, ['asOfOn']],
    ['a re-check day to come', { recheckOn: '2025-10-22' }, 1, ['recheckOn']],
    ['nothing more with a re-check day', { recheckOn: '2025-10-23' }, 1, []],
  ])('%s', (_name, change, evidenceCount, fields) => {
    expect(
      Object.keys(
        missingForSubmission({ ...whole, ...change }, { ...about, evidenceIds: evidenceCount === 0 ? [] : [CITED] }),
      ).sort(),
    ).toEqual(fields)
  })
})

test('a submission needs every item of the checklist', () => {
  const checklist = [
    { key: 'names', label: 'Names are spelt as the sources spell them' },
    { key: 'figures', label: 'Figures were counted again' },
  ]
  const missing = (checks: string[]) => missingForSubmission({ ...whole, checks }, { ...about, checklist })
  expect(missing([])).toEqual({
    checks: expect.stringContaining('“Names are spelt as the sources spell them”, and 1 more'),
  })
  expect(missing(['names', 'of-old'])).toEqual({ checks: expect.stringContaining('“Figures were counted again”.') })
  expect(missing(['figures', 'names'])).toEqual({})
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
    `It fell [1](evidence:${CITED}).`,
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
    ['[1](evidence:one)', /begins with http/],
    ['[1](evidence:javascript:alert(1))', /begins with http/],
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

describe('a citation', () => {
  const [first, second] = [CITED, '01890000-0000-7000-8000-00000000000b']
  const text = `It fell [7](evidence:${first}) and rose [**8**](evidence:${second}).`

  test('is shown as the number that its evidence has now, whatever the text calls it', () => {
    const html = renderRationale(text, { evidenceIds: [second, first], anchorPrefix: 'p-' })
    expect(html).toBe(
      `<p>It fell <a class="cite" href="#p-evidence-${first}" aria-label="Evidence 2">[2]</a> and rose <a class="cite" href="#p-evidence-${second}" aria-label="Evidence 1">[1]</a>.</p>\n`,
    )
  })

  test('of evidence that is gone says so, and the list of what is cited still has it', () => {
    expect(renderRationale(text, { evidenceIds: [second] })).toContain('[?]')
    expect(citedEvidence(`${text} Again [1](evidence:${first}).`)).toEqual([first, second])
    expect(citedEvidence(`\`[1](evidence:${first})\``)).toEqual([])
  })
})
