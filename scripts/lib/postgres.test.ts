import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loopbackUrl } from './databases.mjs'
import { readPostmaster, removeUnusedCluster, startCluster, stopCluster } from './postgres.mjs'
import { isPortFree, startOf, until } from './processes.mjs'

const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cluster-')), 'pg')
const options = { folder, superuserPassword: 'only for this test' }

async function ask(port: number, sql: string): Promise<unknown[]> {
  const client = new pg.Client({
    connectionString: loopbackUrl({
      port,
      role: 'postgres',
      password: options.superuserPassword,
      database: 'postgres',
    }),
  })
  // A server that is killed below ends its connections.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts or adopts the server and then waits to be killed. */
async function otherUser(): Promise<{ kill: () => Promise<unknown> }> {
  const program = `
    import { startCluster } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/lib/postgres.mjs')).href)}
    await startCluster(${JSON.stringify(options)})
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return {
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGKILL')
      }),
  }
}

beforeAll(async () => {
  const { port, release } = await startCluster(options)
  await ask(port, 'CREATE TABLE kept (id int)')
  await release()
}, 60_000)

afterAll(async () => {
  await stopCluster(folder)
  await removeUnusedCluster(folder)
})

test('stops with its last user, and keeps its data and its port', async () => {
  const before = readPostmaster(folder)
  const first = await startCluster(options)
  const second = await startCluster({ ...options, keep: true })
  expect([before, first.wasRunning, second.wasRunning, second.port]).toEqual([null, false, true, first.port])
  await first.release()
  expect(await ask(second.port, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }])
  expect(await stopCluster(folder)).toBe(true)
  expect(await isPortFree(first.port)).toBe(true)
})

test('a user that was killed leaves the server to the next one, which stops it in the end', async () => {
  const other = await otherUser()
  const { pid } = readPostmaster(folder) ?? { pid: 0 }
  await other.kill()
  expect(startOf(pid)).not.toBeNull()
  const mine = await startCluster(options)
  expect(mine.wasRunning).toBe(true)
  await mine.release()
  expect(startOf(pid)).toBeNull()
})

test('does not stop what another process still uses', async () => {
  const other = await otherUser()
  const mine = await startCluster(options)
  await mine.release()
  expect(await ask(mine.port, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await other.kill()
  expect(await stopCluster(folder)).toBe(true)
})

test('a killed server comes back with every row that it acknowledged', async () => {
  const mine = await startCluster(options)
  await ask(mine.port, 'INSERT INTO kept SELECT generate_series(1, 1000)')
  const { pid } = readPostmaster(folder) ?? { pid: 0 }
  process.kill(pid, 'SIGKILL')
  await until(() => startOf(pid) === null, { timeoutMs: 10_000, everyMs: 1 })
  const again = await startCluster(options)
  expect(again.wasRunning).toBe(false)
  expect(await ask(again.port, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }])
  await again.release()
}, 30_000)

test('a number that a stranger got since is not taken for the server', async () => {
  const lines = [String(process.pid), folder, '0', '1', '', '127.0.0.1', '', 'ready']
  fs.writeFileSync(path.join(folder, 'postmaster.pid'), `${lines.join('\n')}\n`)
  const mine = await startCluster(options)
  expect(mine.wasRunning).toBe(false)
  await mine.release()
})

test('half-made clusters of killed starts are cleared away', async () => {
  const fresh = path.join(path.dirname(folder), 'other')
  fs.mkdirSync(`${fresh}.init-1/base`, { recursive: true })
  const mine = await startCluster({ ...options, folder: fresh })
  await mine.release()
  expect(fs.existsSync(`${fresh}.init-1`)).toBe(false)
  await removeUnusedCluster(fresh)
  expect(fs.existsSync(fresh)).toBe(false)
}, 30_000)

test('data of another version is left alone, and says so', async () => {
  const file = path.join(folder, 'PG_VERSION')
  const version = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, '17\n')
  await expect(startCluster(options)).rejects.toThrow('was made by PostgreSQL 17')
  fs.writeFileSync(file, version)
})
