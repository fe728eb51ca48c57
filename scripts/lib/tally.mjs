// Counting: every static check counts as one, every test of Vitest and Playwright as itself; a part that was killed, or
// that ran nothing, counts as one failure.
import fs from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {Tally[]} parts @returns {Tally} */
export const sum = (parts) =>
  parts.reduce((all, part) => ({ passed: all.passed + part.passed, failed: all.failed + part.failed }), {
    passed: 0,
    failed: 0,
  })

/** The one closing line that others read. @param {Tally} tally */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/**
 * The last closing line in a program's output; null when it printed none.
 * @param {string} output
 * @returns {Tally | null}
 */
export function readClosingLine(output) {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].at(-1)
  return found ? { passed: Number(found[1]), failed: Number(found[2]) } : null
}

/**
 * A part is never better than its exit status says, and never empty.
 * @param {Tally | null} counted
 * @param {number} status
 * @returns {Tally}
 */
export function honest(counted, status) {
  if (counted === null) return { passed: 0, failed: 1 }
  const isSilent = counted.failed === 0 && (status !== 0 || counted.passed === 0)
  return isSilent ? { ...counted, failed: 1 } : counted
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Vitest's JSON report. A test that was skipped, and a file that failed before its first test, count as failures.
 * @param {string} file
 * @returns {Tally | null} null when there is no report: it was killed
 */
export function countVitest(file) {
  const report = /** @type {any} */ (readReport(file))
  if (report === null) return null
  const silent = report.testResults.filter(
    (/** @type {any} */ result) =>
      result.status === 'failed' &&
      !result.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + silent.length,
  }
}

/**
 * Playwright's JSON report. Skipped and flaky tests count as failures.
 * @param {string} file
 * @returns {Tally | null} null when there is no report: it was killed
 */
export function countPlaywright(file) {
  const report = /** @type {any} */ (readReport(file))
  if (report === null) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length }
}
