import { expect, test } from 'vitest'
import { structureProblems } from './structure.mjs'

test.each([
  ['lib/claims/commands.ts'],
  ['lib/claims/commands/merge.ts'],
  ['lib/claims/rules.test.ts'],
  ['lib/claims/guards.db.test.ts'],
  ['lib/claims/matching/minhash.ts'],
  ['lib/articles/fixtures/page.html'],
  ['lib/extraction/sentences.ts'],
  ['lib/platform/safe-fetch.ts'],
  ['app/(desk)/desk/page.tsx'],
])('%s has its place', (file) => {
  expect(structureProblems(file, 'export {}\n')).toEqual([])
})

test.each([
  ['lib/stray.ts', 'only folders'],
  ['lib/claims/merge.ts', 'vocabulary'],
  ['lib/claims/cleaning/dateline.ts', 'vocabulary'],
  ['lib/core/utils.ts', 'says nothing'],
  ['app/_ui/index.ts', 'says nothing'],
])('%s is refused: %s', (file, problem) => {
  expect(structureProblems(file, '').join()).toContain(problem)
})

test('300 lines are the limit, and tests may be longer', () => {
  expect(structureProblems('app/a.ts', 'x\n'.repeat(300))).toEqual([])
  expect(structureProblems('app/a.ts', 'x\n'.repeat(301))).toEqual(['app/a.ts: 301 lines, the limit is 300'])
  expect(structureProblems('app/a.test.ts', 'x\n'.repeat(301))).toEqual([])
})

test('a domain folder asks no clock, no dice and no environment, but platform and tests may', () => {
  const text = `const a = new Date()\nconst b = ${'process'}.env.HOME\nconst c = new Date(0)\n`
  expect(structureProblems('lib/claims/rules.ts', text)).toEqual([
    'lib/claims/rules.ts: line 1: new Date()',
    'lib/claims/rules.ts: line 2: process.env',
  ])
  expect(structureProblems('lib/platform/a.ts', text)).toEqual([])
  expect(structureProblems('lib/claims/rules.test.ts', text)).toEqual([])
})

test('tests that do not run and waits of a fixed time are found', () => {
  const text = [`test.${'skip'}('a', () => {})`, `await page.${'waitForTimeout'}(500)`].join('\n')
  expect(structureProblems('e2e/public/a.spec.ts', text)).toHaveLength(2)
})

test('no request to another server goes past safe-fetch', () => {
  const text = "await fetch('https://courier.example')\nawait safeFetch(address)\nawait this.fetch(a)\n"
  expect(structureProblems('lib/articles/commands.ts', text)).toEqual([
    'lib/articles/commands.ts: line 1: a request past lib/platform/safe-fetch',
  ])
  expect(structureProblems('app/a.tsx', text)).toEqual([])
})
