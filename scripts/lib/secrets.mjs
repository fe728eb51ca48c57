// Secrets of the local default: made once, kept in .data/ for this user only. A production run brings its own.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'

const NAMES = /** @type {const} */ (['databaseSuperuser', 'databaseOwner', 'databaseApp', 'nextAuth'])

/**
 * @typedef {Record<typeof NAMES[number], string>} Secrets
 */

/**
 * Reads `.data/secrets.json`, adding what is missing.
 * @param {string} dataFolder
 * @returns {Secrets}
 */
export function readSecrets(dataFolder) {
  const file = path.join(dataFolder, 'secrets.json')
  const known = fs.existsSync(file) ? parse(file) : {}
  const missing = NAMES.filter((name) => typeof known[name] !== 'string' || known[name] === '')
  if (missing.length > 0) {
    for (const name of missing) known[name] = randomBytes(32).toString('base64url')
    fs.mkdirSync(dataFolder, { recursive: true })
    // Written aside and renamed: a kill in between leaves the old file or the new one, never half of it.
    const aside = `${file}.${process.pid}`
    fs.writeFileSync(aside, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(aside, file)
  }
  return /** @type {Secrets} */ (known)
}

/** @param {string} file @returns {Record<string, string>} */
function parse(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    throw new Failure(
      `${file} cannot be read as JSON.`,
      'Restore it from a backup. Without it the embedded database cannot be opened; for a fresh start remove the whole .data folder.',
    )
  }
}
