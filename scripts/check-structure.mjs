#!/usr/bin/env node
// Checks every file that git knows or would add against scripts/lib/structure.mjs.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { ROOT } from './lib/paths.mjs'
import { structureProblems } from './lib/structure.mjs'

process.chdir(ROOT)
// The rules and their tests name what they forbid.
const SELF = /^scripts\/lib\/structure(\.test)?\.(mjs|ts)$/
const files = execFileSync('git', [
  'ls-files',
  '-z',
  '--cached',
  '--others',
  '--exclude-standard',
  'app',
  'lib',
  'scripts',
  'seeds',
  'e2e',
])
  .toString()
  .split('\0')
  .filter((file) => file !== '' && fs.existsSync(file) && !SELF.test(file))
const problems = files.flatMap((file) => structureProblems(file, fs.readFileSync(file, 'utf8')))
if (problems.length > 0) {
  console.error(problems.sort().join('\n'))
  process.exitCode = 1
} else console.log(`structure: ${files.length} files in order`)
