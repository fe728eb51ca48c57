import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { extract } from '../rules'
import { type ExplainedDocument, explain } from './explain'
import { meaningOf } from './meanings'

const TEXT = [
  'NEW FERRIES FOR OLMDAL',
  'The town will possibly sell two ferries by the end of 2026 if the council agrees, Ann Lind said.',
  'The lock reopens on 04/05/2025. The harbour is a wonderful, exciting place. How long will it last?',
].join('\n\n')

const documentOf = (body: string): ExplainedDocument => ({
  ...{ id: 'olmdal-1', publishedOn: '2025-03-05', publisher: 'Olmdal Courier', title: null, body },
  ...extract({ text: body, publishedOn: '2025-03-05' }),
})
const text = (body: string, width = 100) => explain(documentOf(body), width)

test('tells each claim with its speaker, window, certainty, figures and worth', () => {
  const told = text(TEXT)
  expect(told).toContain('=== olmdal-1 · Olmdal Courier · published 5 Mar 2025 · 2 claims in 5 sentences')
  expect(told).toContain('1. prediction, characters')
  expect(told).toMatch(/Speaker +Ann Lind/)
  expect(told).toMatch(/Window +5 Mar 2025–31 Dec 2026 \(2025-03-05 to 2026-12-31\), from “end of 2026”/)
  expect(told).toMatch(/Certainty +“will … possibly”/)
  expect(told).toMatch(/Condition +“if the council agrees”/)
  expect(told).toMatch(/Figure +“two”: 2 ferries/)
  expect(told).toMatch(/Worth it +\d+ of 100: has a specific figure/)
})

test('names the words that made each rule fire, and both readings of a day', () => {
  const told = text(TEXT)
  expect(told).toContain('a verb of the future or of possibility: “will” [certainty/modal@')
  expect(told).toContain('said with reserve: “possibly” [certainty/hedge@')
  expect(told).toMatch(/or +4 May 2025 \(2025-05-04 to 2025-05-04\)/)
  expect(told).toContain('The day can be read in two ways.')
})

test('says of each sentence without a claim why it holds none', () => {
  const [, silent] = text(TEXT).split('Sentences without a claim\n')
  expect(silent).toContain('a heading, credit or link: “NEW FERRIES FOR OLMDAL”')
  expect(silent).toContain('opinion or evaluation, without a figure or a day: “The harbour is')
  expect(silent).toContain('a question: “How long will it last?”')
})

test.each([60, 80, 120])('keeps within %i characters, and lets nothing through that a terminal would obey', (width) => {
  const told = text(`${TEXT}\n\nThe port of \u001b[31mOlm\u202edal employs 4,000 workers in three yards.`, width)
  const named = { id: 'olm\u001b[2J', publisher: 'The\u202e Courier', title: 'Olm\u0007' }
  const said = { ...documentOf(TEXT), ...named }
  const [first, ...others] = said.claims
  if (!first) throw new Error('a claim was expected')
  const spoken = explain(
    { ...said, claims: [{ ...first, speaker: 'Ann\u001b Lind', relay: 'A\u009bgency' }, ...others] },
    width,
  )
  expect(spoken).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
  for (const line of told.split('\n')) expect(line.length).toBeLessThanOrEqual(width)
  expect(told).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
})

test('an empty text is told as one without claims', () => {
  expect(text('')).toBe('=== olmdal-1 · Olmdal Courier · published 5 Mar 2025 · 0 claims in 0 sentences\n\n')
})

test('every rule that a claim can name has its meaning', () => {
  const folder = path.resolve(import.meta.dirname, '../rules')
  const ids = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').match(/'[a-z]+\/[a-z-]+'/g) ?? [])
    .map((id) => id.slice(1, -1))
  // steps between two readings, or of the figures: no claim names them
  const inner = ['claims/part', 'claims/noun']
  const named = ids.filter((id) => /^(claims|kinds|certainty|windows|attributions)\//.test(id) && !inner.includes(id))
  expect(named.length).toBeGreaterThan(40)
  expect([...new Set(named)].filter((id) => meaningOf(`${id}@1`) === null)).toEqual([])
})

test('a conjunction of every kind that opens a clause has its meaning', () => {
  const words = ['as', 'while', 'although', 'though', 'whereas', 'after', 'before', 'because', 'but', 'when', 'with']
  expect(words.filter((word) => meaningOf(`claims/${word}-clause@1`) === null)).toEqual([])
})
