// The fast checks: each is one or more programs that pass or fail as a whole.
import { branchesProgram } from './branches.mjs'
import { floorsProgram } from './floors.mjs'
import { inRoot } from './paths.mjs'
import { nodeProgram } from './steps.mjs'

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => [string, string[]][]} commands run one after another
 * @property {Record<string, string>} [env]
 */

/** @type {Check[]} */
export const CHECKS = [
  { name: 'Lint and format', commands: () => [nodeProgram('biome', ['check', '--error-on-warnings', '.'])] },
  {
    name: 'Types',
    // Route types first, into a folder of their own: those that a build left behind may name pages that are gone.
    commands: () => [nodeProgram('next', ['typegen']), nodeProgram('tsc', ['--noEmit', '-p', 'tsconfig.check.json'])],
    env: { NEXT_DIST_DIR: '.next-types', NEXT_TELEMETRY_DISABLED: '1' },
  },
  { name: 'Floors', commands: () => [floorsProgram()] },
  { name: 'Structure', commands: () => [[process.execPath, [inRoot('scripts/check-structure.mjs')]]] },
  { name: 'Branches', commands: () => [branchesProgram()] },
]
