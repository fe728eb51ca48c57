import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { closingLine, countPlaywright, countVitest, honest, readClosingLine, sum } from './tally.mjs'

function report(content: unknown): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tally-')), 'report.json')
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

test('parts add up to one plain line, which can be read back', () => {
  const all = sum([
    { passed: 3, failed: 0 },
    { passed: 4, failed: 2 },
  ])
  expect(closingLine(all)).toBe('7 passed, 2 failed')
  expect(readClosingLine(`1 passed, 0 failed\nmore\n${closingLine(all)}\n`)).toEqual(all)
})

test.each([['no line at all'], ['  3 passed, 0 failed'], ['3 passed, 0 failed tests'], ['Tests 3 passed, 0 failed']])(
  'takes nothing but the plain line: %s',
  (output) => {
    expect(readClosingLine(output)).toBeNull()
  },
)

test('a bad exit status, an empty part and a killed one count as a failure', () => {
  expect(honest({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 })
  expect(honest({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(honest({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
  expect(honest({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(honest(null, 0)).toEqual({ passed: 0, failed: 1 })
})

test('a vitest file that fails before its first test is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(countVitest(report({ ...vitest, testResults }))).toEqual({ passed: 3, failed: 1 })
})

test('a failed vitest test is counted once, and skipped ones as failures', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
  expect(countVitest(report({ ...vitest, numFailedTests: 1, numPendingTests: 2, testResults }))).toEqual({
    passed: 3,
    failed: 3,
  })
})

test('flaky and skipped journeys are failures, and so are errors outside of tests', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }
  expect(countPlaywright(report({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 4 })
})

test('no report, or half of one, is no count', () => {
  expect(countVitest(report('{"numPassedTests": 3'))).toBeNull()
  expect(countPlaywright('/nowhere/report.json')).toBeNull()
})
