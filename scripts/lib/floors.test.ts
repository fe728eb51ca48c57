import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { floorsProgram } from './floors.mjs'

/** Small trees with one bad import each; a rule that stops seeing its files would let these pass. */
const PLANTED: [rule: string, file: string, imported: string][] = [
  ['floor-core', 'lib/core/a.ts', '@/lib/articles/schema'],
  ['floor-platform', 'lib/platform/a.ts', '@/lib/jobs/schema'],
  ['floor-platform', 'lib/platform/b.ts', '@/lib/extraction/schema'],
  ['floor-claims', 'lib/claims/queries.ts', '@/lib/verdicts/schema'],
  ['floor-verdicts', 'lib/verdicts/commands.ts', '@/lib/predictions/schema'],
  ['floor-worker', 'lib/worker/a.ts', '@/lib/web/a'],
  ['floor-web', 'lib/web/b.ts', '@/app/page'],
  ['pure-stays-pure', 'lib/claims/rules.ts', '@/lib/claims/commands'],
  ['pure-stays-pure', 'lib/evidence/policy.ts', '@/lib/platform/db'],
  ['extraction-needs-nothing', 'lib/extraction/a.ts', 'node:fs'],
  ['database-only-in-queries-and-commands', 'app/page.tsx', '@/lib/platform/db'],
  ['one-way-out', 'lib/articles/commands.ts', 'undici'],
  ['one-way-out', 'lib/platform/c.ts', 'node:https'],
  ['framework-stays-at-the-edge', 'lib/desk/queries.ts', 'next/navigation'],
  ['pages-read-actions-write', 'app/layout.tsx', '@/lib/claims/commands'],
  ['no-foreign-internals', 'lib/evidence/queries.ts', '@/lib/claims/matching/a'],
  ['ui-knows-no-domain', 'app/_ui/a.tsx', '@/lib/claims/schema'],
  ['parts-read-nothing', 'app/_parts/claims/a.tsx', '@/lib/claims/queries'],
  ['no-cycles', 'lib/core/b.ts', './c'],
  ['tests-only-from-tests', 'lib/articles/queries.ts', '@/lib/testing/a'],
  ['resolves', 'lib/core/d.ts', './nowhere'],
]
/** Rules that a type-only import does not break. */
const TYPES_MAY_PASS = ['pure-stays-pure', 'parts-read-nothing']
const GOOD: [file: string, imported: string][] = [
  ['app/actions.ts', '@/lib/claims/commands'],
  ['lib/claims/commands.ts', '@/lib/platform/db'],
  ['lib/web/a.ts', 'next/navigation'],
  ['lib/platform/safe-fetch/a.ts', 'undici'],
  ['lib/verdicts/queries.ts', '@/lib/evidence/schema'],
  ['lib/evidence/commands.ts', '@/lib/claims/commands/merge'],
  ['lib/core/c.ts', './b'],
]
const TARGETS = ['articles', 'claims', 'evidence', 'extraction', 'jobs', 'predictions', 'verdicts'].map(
  (domain) => `lib/${domain}/schema.ts`,
)

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'floors-'))
let broken: { rule: string; from: string }[] = []

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text)
}

beforeAll(() => {
  for (const file of [
    ...TARGETS,
    'lib/platform/db.ts',
    'lib/testing/a.ts',
    'lib/claims/matching/a.ts',
    'lib/claims/commands/merge.ts',
  ]) {
    write(file, 'export const a = 1\n')
  }
  // Half of them as type-only imports: these count as much, but where a rule lets types pass.
  for (const [i, [rule, file, imported]] of PLANTED.entries()) {
    write(file, `import ${i % 2 && !TYPES_MAY_PASS.includes(rule) ? 'type ' : ''}{ a } from '${imported}'\n`)
  }
  write('lib/desk/rules.ts', `import type { a } from '@/lib/platform/db'\n`)
  for (const [file, imported] of GOOD) write(file, `import { a } from '${imported}'\n`)
  fs.copyFileSync('tsconfig.json', path.join(folder, 'tsconfig.json'))
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  const [program, args] = floorsProgram({ folder, output: 'json' })
  const run = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  const { violations } = JSON.parse(run.stdout).summary
  broken = violations.map((v: { rule: { name: string }; from: string }) => ({ rule: v.rule.name, from: v.from }))
}, 30_000)

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test.each(PLANTED)('%s reports %s importing %s', (rule, file) => {
  expect(broken).toContainEqual({ rule, from: file })
})

test('a decision may take a mere type from the database', () => {
  expect(broken.filter(({ rule, from }) => rule === 'pure-stays-pure' && from === 'lib/desk/rules.ts')).toEqual([])
})

test.each(GOOD.filter(([file]) => file !== 'lib/core/c.ts'))('%s may import %s', (file) => {
  expect(broken.filter(({ from }) => from === file)).toEqual([])
})
