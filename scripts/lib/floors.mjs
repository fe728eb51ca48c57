import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot, ROOT } from './paths.mjs'

const CRUISER = inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const SOURCES = ['app', 'lib', 'scripts', 'seeds', 'e2e']

/**
 * The command line that checks the import rules.
 * @param {{ folder?: string, output?: string }} [options] folder: the tree to check, the repository unless told
 * @returns {[string, string[]]}
 */
export function floorsProgram({ folder = ROOT, output = 'err-long' } = {}) {
  return [
    process.execPath,
    [
      ...['--import', pathToFileURL(inRoot('scripts/floors/preload.mjs')).href, CRUISER],
      ...['--config', inRoot('.dependency-cruiser.cjs'), '--output-type', output],
      ...SOURCES.filter((name) => fs.existsSync(path.join(folder, name))),
    ],
  ]
}
