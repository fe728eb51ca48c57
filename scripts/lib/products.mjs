// What a run needs made: the typed database client and the production build.
import fs from 'node:fs'
import { bundle } from './bundle.mjs'
import { inData, inRoot, ROOT } from './paths.mjs'
import { generateClient, PRISMA_ENV } from './prisma.mjs'
import { hashSources, makeUnlessStamped } from './stamps.mjs'
import { mustRun, nodeProgram, step } from './steps.mjs'

const BUILD_SOURCES = [
  ...['app', 'lib', 'public', 'prisma', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'package-lock.json'],
]
const isBuilt = (/** @type {string} */ file) => !/\.test\.tsx?$|^lib\/(testing|platform\/generated)\//.test(file)

/** The typed client, when the models changed. */
export async function ensureClient() {
  const generated = inRoot('lib/platform/generated')
  const hash = hashSources(
    ROOT,
    ['prisma', 'prisma.config.ts', 'package-lock.json'],
    (file) => !file.includes('/migrations/'),
  )
  await makeUnlessStamped({
    stampFile: inData('client.stamp'),
    hash,
    isPresent: () => fs.existsSync(`${generated}/client.ts`),
    make: () => step('Generating the database client', generateClient),
  })
}

/** The program of the threads that read files and pages, when the sources changed. */
export async function ensureThreads() {
  const program = inData('threads', 'reading-thread.mjs')
  const hash = hashSources(ROOT, [
    'lib/core',
    'lib/articles/rules',
    'lib/verdicts/rules/external',
    'lib/verdicts/schema',
    'lib/platform/threads.ts',
    'scripts/reading-thread.ts',
    'package-lock.json',
  ])
  await makeUnlessStamped({
    stampFile: inData('threads', 'sources.stamp'),
    hash,
    isPresent: () => fs.existsSync(program),
    make: () => bundle('scripts/reading-thread.ts', program),
  })
}

/**
 * The production build, when the sources changed.
 * @param {string} folder NEXT_DIST_DIR
 */
export async function ensureBuild(folder) {
  await makeUnlessStamped({
    stampFile: inRoot(folder, 'sources.stamp'),
    hash: hashSources(ROOT, BUILD_SOURCES, isBuilt),
    isPresent: () => fs.existsSync(inRoot(folder, 'BUILD_ID')),
    make: () =>
      step('Building the pages (next build)', () =>
        mustRun(...nodeProgram('next', ['build']), {
          // No address and no secret: the same build serves any database.
          env: {
            ...PRISMA_ENV,
            NEXT_DIST_DIR: folder,
            NEXT_TELEMETRY_DISABLED: '1',
            NODE_ENV: 'production',
            DATABASE_URL: '',
            MIGRATE_URL: '',
          },
          quiet: true,
          todo: 'The lines above come from next build. `npm run check` shows errors in the sources.',
        }),
      ),
  })
}
