// Node alone runs this: nothing here may need an installed package.
import fs from 'node:fs'
import { Failure } from './failure.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { hashSources } from './stamps.mjs'
import { runProgram, step } from './steps.mjs'

const LEAST_NODE = [20, 19]

/** @param {string} [version] as in process.versions.node */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  throw new Failure(
    `This is Node ${version}.`,
    `Install Node ${LEAST_NODE.join('.')} or newer (https://nodejs.org), then start again.`,
  )
}

const STAMP = inRoot('node_modules/.borne-out-lock')
const lockHash = () => hashSources(ROOT, ['package-lock.json'])

/**
 * Whether node_modules is missing, unfinished (npm writes its own list there last), or older than the lock file; a lock
 * file that git only wrote anew, with the content that was installed, is not newer.
 */
function isInstallNeeded() {
  const list = inRoot('node_modules/.package-lock.json')
  if (!fs.existsSync(list)) return true
  if (fs.existsSync(STAMP)) return fs.readFileSync(STAMP, 'utf8') !== lockHash()
  return fs.statSync(list).mtimeMs < fs.statSync(inRoot('package-lock.json')).mtimeMs
}

/** Installs the dependencies where needed. */
export async function ensureInstalled() {
  checkNode()
  if (!isInstallNeeded()) return
  await step('Installing dependencies (npm ci)', async () => {
    const { status, output } = await runProgram(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        quiet: true,
        env: {
          PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
          PRISMA_SCHEMA_ENGINE_BINARY: inRoot('scripts/lib/schema-engine.mjs'),
        },
      },
    )
    if (status === 0) return fs.writeFileSync(STAMP, lockHash())
    throw new Failure(
      `npm ci ended with status ${status}:\n${output.trimEnd()}`,
      'Check the network (or the registry in ~/.npmrc) and start again; it begins anew.',
    )
  })
}
