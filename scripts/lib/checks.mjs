// The fast checks, each one program that passes or fails as a whole.
import { floorsProgram } from './floors.mjs'
import { inRoot } from './paths.mjs'
import { nodeProgram } from './steps.mjs'

/** @type {{ name: string, command: () => [string, string[]] }[]} */
export const CHECKS = [
  { name: 'Lint and format', command: () => nodeProgram('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'Types', command: () => nodeProgram('tsc', ['--noEmit']) },
  { name: 'Floors', command: () => floorsProgram() },
  { name: 'Structure', command: () => [process.execPath, [inRoot('scripts/check-structure.mjs')]] },
]
