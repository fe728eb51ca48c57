import { describe, expect, test } from 'vitest'
import { AnotherWindowForm, LinksForm, OutcomeForm, PredictionForm, readSaid } from './forms'

const claimId = '01936f6e-0000-7000-8000-000000000001'
const other = '01936f6e-0000-7000-8000-000000000002'

const problems = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]))

describe('the form of a prediction', () => {
  const typed = { claimId, saidOn: '2025-02-07', window: 'Jul-Dec 2025', graceDays: '7', criteria: 'It begins.' }

  test('typed days become a window', () => {
    expect(PredictionForm.parse({ ...typed, isNegated: 'yes', intent: 'propose' })).toMatchObject({
      intent: 'propose',
      input: {
        claimId,
        revision: null,
        content: { window: { from: '2025-07-01', to: '2025-12-31' }, graceDays: 7, isNegated: true, vagueReason: null },
      },
    })
  })
  test('"by" begins on the day on which it was said', () => {
    const { input } = PredictionForm.parse({ ...typed, window: 'by 2027' })
    expect(input.content.window).toEqual({ from: '2025-02-07', to: '2027-12-31' })
  })
  test.each([
    ['stands where the field was left alone', '2025-04-05 to 2025-04-05', '2025-05-04'],
    ['gives way to what was typed', 'June 2025', '2025-06-01'],
  ])('a picked reading %s', (_, window, from) => {
    const picked = { windowShown: '2025-04-05 to 2025-04-05', windowReading: '2025-05-04 to 2025-05-04' }
    expect(PredictionForm.parse({ ...typed, ...picked, window }).input.content.window?.from).toBe(from)
  })
  test('an empty form is an empty draft', () => {
    expect(PredictionForm.parse({ claimId }).input.content).toMatchObject({ window: null, saidOn: null, graceDays: 0 })
  })
  test('a reason counts only for one that is marked too vague', () => {
    const reason = { ...typed, vagueReason: 'No act.' }
    expect(PredictionForm.parse(reason).input.content.vagueReason).toBeNull()
    expect(PredictionForm.parse({ ...reason, decision: 'too_vague' }).input.content.vagueReason).toBe('No act.')
  })
  test.each([
    ['days that cannot be read', { window: 'soon' }, 'window'],
    ['a window that ends before it begins', { window: '29-27 Oct 2025' }, 'window'],
    ['a window before it was said', { window: '2024' }, 'window'],
    ['a day that does not exist', { saidOn: '2025-02-30' }, 'saidOn'],
    ['grace that is no number', { graceDays: 'some' }, 'graceDays'],
    ['half a day of grace', { graceDays: '0.5' }, 'graceDays'],
    ['too vague without a reason', { decision: 'too_vague' }, 'vagueReason'],
    ['a comparison without a value', { comparator: 'at_least' }, 'targetValue'],
    ['a value that is no number', { comparator: 'equal', targetValue: 'many' }, 'targetValue'],
    ['criteria with a NUL byte', { criteria: 'a\0b' }, 'criteria'],
  ])('refuses %s at its field', (_, change, field) => {
    expect(Object.keys(problems(PredictionForm.safeParse({ ...typed, ...change })))).toEqual([field])
  })
  test('tells beside what is wrong all that is missing for a proposal, and nothing of that for a draft', () => {
    const wrong = { ...typed, window: 'soon', criteria: '' }
    expect(Object.keys(problems(PredictionForm.safeParse({ ...wrong, intent: 'propose' })))).toEqual([
      ...['window', 'windowWords', 'windowBasis', 'criteria'],
    ])
    expect(Object.keys(problems(PredictionForm.safeParse(wrong)))).toEqual(['window'])
  })
  test('numbers may be grouped', () => {
    const { input } = PredictionForm.parse({ ...typed, comparator: 'at_most', targetValue: '54,000', tolerance: '0.5' })
    expect(input.content).toMatchObject({ targetValue: '54000', tolerance: '0.5' })
  })
})

describe('the form of an outcome', () => {
  const typed = { statement: 'It came.', happened: 'yes', days: '27-29 Oct 2025' }

  test('typed days keep how exactly they are known', () => {
    expect(OutcomeForm.parse(typed).content.days).toEqual({
      from: '2025-10-27',
      to: '2025-10-29',
      precision: 'day',
    })
    expect(OutcomeForm.parse({ ...typed, days: 'Oct 2025' }).content.days?.precision).toBe('month')
  })
  test('a typed figure is read into value and unit, and refused at its field', () => {
    const read = (figure: string) => OutcomeForm.parse({ ...typed, figure }).content
    expect(read('$14.9 billion')).toMatchObject({ value: '14900000000', valueTo: null, unit: 'USD' })
    expect(read('3 to 3.5 percent')).toMatchObject({ value: '3', valueTo: '3.5', unit: 'percent' })
    expect(read('')).toMatchObject({ value: null, valueTo: null, unit: null })
    expect(Object.keys(problems(OutcomeForm.safeParse({ ...typed, figure: 'a lot' })))).toEqual(['figure'])
  })
  test('sources that it was begun from go along with the first save; without any, what is cited stays', () => {
    expect(OutcomeForm.parse(typed)).toMatchObject({ isSourcesKept: true, content: { sources: [] } })
    const sources = [{ url: 'https://Foo.Example/a#b', title: 'T', excerpt: 'E' }]
    expect(OutcomeForm.parse({ ...typed, sources })).toMatchObject({
      isSourcesKept: false,
      content: { sources: [{ url: 'https://foo.example/a', title: 'T', excerpt: 'E' }] },
    })
  })
  test('what did not happen has no days, whatever still stands in the field', () => {
    expect(OutcomeForm.parse({ ...typed, happened: 'no' }).content).toMatchObject({
      hasHappened: false,
      days: null,
    })
  })
  test.each([
    ['nothing chosen', { happened: undefined }, ['happened']],
    ['no day', { days: undefined }, ['days']],
    ['days that cannot be read', { days: 'lately' }, ['days']],
    ['no statement', { statement: undefined }, ['statement']],
  ])('refuses %s at its field, once', (_, change, fields) => {
    expect(Object.keys(problems(OutcomeForm.safeParse({ ...typed, ...change })))).toEqual(fields)
  })
})

describe('the list of an outcome', () => {
  const base = { id: claimId, revision: '2', links: [{ predictionId: claimId }] }
  test('adds one once, takes one off, keeps what was chosen', () => {
    expect(LinksForm.parse({ ...base, add: other }).links.map((link) => link.predictionId)).toEqual([claimId, other])
    expect(LinksForm.parse({ ...base, add: claimId }).links).toHaveLength(1)
    expect(LinksForm.parse({ ...base, add: `${claimId} ${other}` }).links).toHaveLength(2)
    expect(LinksForm.safeParse({ ...base, add: 'all' }).success).toBe(false)
    expect(LinksForm.parse({ ...base, remove: claimId }).links).toEqual([])
    const chosen = { predictionId: claimId, resolution: 'partly', overrideReason: 'Half of it.' }
    expect(LinksForm.parse({ ...base, links: [chosen] }).links).toEqual([chosen])
  })
  test('"open" cannot be chosen', () => {
    expect(LinksForm.safeParse({ ...base, links: [{ predictionId: claimId, resolution: 'open' }] }).success).toBe(false)
  })
})

describe('the form of another window', () => {
  const typed = { predictionId: claimId, said: `news:${other}`, saidOn: '2025-10-02', window: 'by 31 Dec 2025' }

  test('typed days become a window, and where it was said is read from its name', () => {
    expect(AnotherWindowForm.parse(typed)).toMatchObject({
      said: { is: 'news', id: other },
      window: { from: '2025-10-02', to: '2025-12-31' },
      statement: '',
    })
  })
  test('an empty one is told all that is missing', () => {
    const empty = problems(AnotherWindowForm.safeParse({ predictionId: claimId, said: '' }))
    expect(Object.keys(empty)).toEqual(['said', 'saidOn', 'window'])
  })
  test.each(['news', `rumour:${other}`, 'place:1', undefined])('%s names nothing', (said) => {
    expect(readSaid(said)).toBeNull()
  })
})

test('the form of an outcome that is empty is told all that is missing', () => {
  expect(Object.keys(problems(OutcomeForm.safeParse({})))).toEqual(['happened', 'statement'])
})
