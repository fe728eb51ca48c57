import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
/** What Next starts a page from. */
const ENTRY = /(^|\/)(page|layout|template|error|global-error|not-found|loading|default)\.tsx$/

const entries = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => ENTRY.test(file))
  .map((file) => `app/${file}`)

const opensWith = (file: string, directive: string): boolean =>
  readFileSync(path.resolve(ROOT, file), 'utf8').startsWith(`'${directive}'`)

/** The browser gets the addresses of actions, not what they import. */
const withoutActions: Plugin = {
  name: 'without-actions',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) =>
      opensWith(file, 'use server') ? { contents: 'module.exports = {}' } : null,
    ),
}

type Imports = ReadonlyMap<string, readonly { path: string; isLater: boolean }[]>

/** What each file of the app imports, packages by name; imports of types are gone, as in the build. */
async function readImports(): Promise<Imports> {
  const { metafile } = await build({
    ...{ entryPoints: entries, absWorkingDir: ROOT, outdir: 'unwritten', write: false, metafile: true },
    ...{ bundle: true, format: 'esm', platform: 'node', jsx: 'automatic', packages: 'external' },
    ...{ alias: { '@/app': './app', '@/lib': './lib' }, loader: { '.css': 'empty', '.woff2': 'empty' } },
    ...{ logLevel: 'error', plugins: [withoutActions] },
  })
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.map((one) => ({ path: one.path, isLater: one.kind === 'dynamic-import' })),
    ]),
  )
}

/** The files with which the browser's part of a page begins: marked so, and imported by what runs on the server. */
function browserParts(imports: Imports): string[] {
  const seen = new Set(entries)
  for (const file of seen)
    if (!opensWith(file, 'use client'))
      for (const { path: next } of imports.get(file) ?? []) if (imports.has(next)) seen.add(next)
  return [...seen].filter((file) => opensWith(file, 'use client'))
}

/** By which files a package comes with one, the shortest way; null where it does not come, or only when it is needed. */
function wayTo(wanted: string, from: string, imports: Imports): string[] | null {
  const ways = [[from]]
  const seen = new Set([from])
  for (const way of ways)
    for (const { path: next, isLater } of imports.get(way.at(-1) ?? '') ?? []) {
      if (isLater || seen.has(next)) continue
      if (next === wanted) return way
      seen.add(next)
      ways.push([...way, next])
    }
  return null
}

test('no page brings the schema library into the browser before it is needed', async () => {
  const imports = await readImports()
  const ways = browserParts(imports).flatMap((file) => wayTo('zod', file, imports)?.join(' → ') ?? [])
  expect(ways).toEqual([])
  // The preview of a verdict, which comes when it is asked for, checks what it shows: so looking finds it where it is.
  const preview = [...imports.keys()].find((file) => file.endsWith('/public-preview.tsx')) ?? ''
  expect(wayTo('zod', preview, imports)).not.toBeNull()
})
