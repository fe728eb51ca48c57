// The rules of which no branch may go untested: who may do what, what may follow on what, how a prediction is resolved and
// scored, and when an import is over. Held by their unit tests alone, in a few seconds, file by file.
import { inData } from './paths.mjs'
import { nodeProgram } from './steps.mjs'

/** Files, as globs from the root of the repository. */
const RULES = [
  'lib/*/policy.ts',
  'lib/claims/rules/moves.ts',
  'lib/jobs/rules.ts',
  'lib/predictions/rules/{moves,resolution,subjects}.ts',
  'lib/predictions/rules/scoring/*.ts',
  'lib/verdicts/rules/{move-table,moves}.ts',
]
/** Their tests: files, or folders that hold them. */
const TESTS = [
  'lib/accounts/policy.test.ts',
  'lib/claims/moves.test.ts',
  'lib/jobs/rules.test.ts',
  'lib/predictions/rules',
  'lib/testing/permissions.test.ts',
  'lib/verdicts/rules/claim-rows.test.ts',
  'lib/verdicts/rules/moves.test.ts',
]

/** @returns {[string, string[]]} the program that fails when a branch of them is not taken */
export const branchesProgram = () =>
  nodeProgram('vitest', [
    ...['run', '--project', 'unit', '--reporter=dot', ...TESTS],
    ...['--coverage.enabled', '--coverage.provider=v8', '--coverage.reporter=text'],
    ...['--coverage.thresholds.branches=100', '--coverage.thresholds.perFile=true'],
    ...[`--coverage.reportsDirectory=${inData('coverage')}`],
    ...RULES.map((glob) => `--coverage.include=${glob}`),
  ])
