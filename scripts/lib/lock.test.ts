import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { withLock } from './lock.mjs'
import { identify, isRunning } from './processes.mjs'

const newLock = () => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lock-')), 'lock')
const running = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
const ended = (child: ReturnType<typeof running>) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })

test('a process is known by more than its number', () => {
  expect(isRunning(identify(process.pid) ?? '')).toBe(true)
  expect(isRunning(`${process.pid}@1`)).toBe(false)
  expect(isRunning('')).toBe(false)
  expect(identify(0)).toBeNull()
})

test('waits for a holder that runs, and says which', async () => {
  const file = newLock()
  const holder = running()
  fs.writeFileSync(file, `${identify(holder.pid ?? 0)}\n`)
  let told = ''
  const work = withLock(
    file,
    async () => 'done',
    (pid: string) => {
      told = pid
      void ended(holder)
    },
  )
  expect(await work).toBe('done')
  expect(told).toBe(String(holder.pid))
})

test('a killed holder does not block, but a child of it that still runs does', async () => {
  const file = newLock()
  const holder = running()
  const child = running()
  const identities = [identify(holder.pid ?? 0), identify(child.pid ?? 0)]
  fs.writeFileSync(file, `${identities.join('\n')}\n`)
  await ended(holder)
  let told = ''
  await withLock(
    file,
    async () => {},
    (pid: string) => {
      told = pid
      void ended(child)
    },
  )
  expect(told).toBe(String(child.pid))
  expect(fs.existsSync(file)).toBe(false)
})

test('many at once go one after another', async () => {
  const file = newLock()
  const log = `${file}.log`
  const program = `
    import fs from 'node:fs'
    import { withLock } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/lib/lock.mjs')).href)}
    await withLock(${JSON.stringify(file)}, async () => {
      fs.appendFileSync(${JSON.stringify(log)}, 'in\\n')
      await new Promise((resolve) => setTimeout(resolve, 20))
      fs.appendFileSync(${JSON.stringify(log)}, 'out\\n')
    })`
  const runs = Array.from({ length: 5 }, () => spawn(process.execPath, ['--input-type=module', '-e', program]))
  await Promise.all(runs.map((run) => new Promise((resolve) => run.once('exit', resolve))))
  expect(fs.readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(5))
}, 20_000)
