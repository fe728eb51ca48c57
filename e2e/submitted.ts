import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The workspace of a new claim whose verdict Ada submitted as revision 2, with this summary. */
export async function submittedBy(summary: string): Promise<string> {
  const sentence = `The breakwater of Norhaven has ${Date.now() % 1_000_000_000} stones.`
  const args = ['--import', 'tsx', 'e2e/make-submitted.ts', sentence, summary]
  return `/desk/claims/${(await promisify(execFile)(process.execPath, args)).stdout.trim()}`
}
