import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { hashSources, makeUnlessStamped } from './stamps.mjs'

let root: string
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), text)
}
const hash = () => hashSources(root, ['app', 'lock.json', 'missing'], (file) => !file.endsWith('.test.ts'))

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'stamps-'))
  write('app/a.ts', 'one')
  write('app/deep/b.ts', 'two')
  write('lock.json', '{}')
})

test('the hash does not move with days of files, nor with files that do not count', () => {
  const before = hash()
  fs.utimesSync(path.join(root, 'app/a.ts'), 1, 1)
  write('app/a.test.ts', 'test')
  write('elsewhere.ts', 'x')
  expect(hash()).toBe(before)
})

test.each([
  ['a changed file', () => write('app/deep/b.ts', 'TWO')],
  ['a new file', () => write('app/c.ts', '')],
  ['a renamed file', () => fs.renameSync(path.join(root, 'app/a.ts'), path.join(root, 'app/z.ts'))],
  ['a removed file', () => fs.rmSync(path.join(root, 'app/a.ts'))],
  ['a changed lock', () => write('lock.json', '{ }')],
  ['a file that appears where none was', () => write('missing', '')],
])('the hash moves with %s', (_what, change) => {
  const before = hash()
  change()
  expect(hash()).not.toBe(before)
})

test('text that moves from one file to the next is not the same source', () => {
  write('app/a.ts', 'on')
  write('app/b.ts', 'etwo')
  const before = hash()
  write('app/a.ts', 'one')
  write('app/b.ts', 'two')
  expect(hash()).not.toBe(before)
})

test('a product is made once, again when its sources moved or it is gone, and again after a run that was cut short', async () => {
  let made = 0
  let isPresent = true
  const run = (from: string, make = async () => void made++) =>
    makeUnlessStamped({ stampFile: path.join(root, 'out/stamp'), hash: from, isPresent: () => isPresent, make })
  expect(await run('1')).toBe(true)
  expect(await run('1')).toBe(false)
  expect(await run('2')).toBe(true)
  isPresent = false
  expect(await run('2')).toBe(true)
  isPresent = true
  await expect(run('3', () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  expect(await run('2')).toBe(true)
  expect(made).toBe(4)
})
