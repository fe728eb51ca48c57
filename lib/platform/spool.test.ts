import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSpool } from './spool'

let folder: string

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'spool-'))
  vi.stubEnv('TMPDIR', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await fs.rmdir(folder)
})

async function filled(text: string) {
  const spool = await openSpool()
  await spool.write(text)
  await spool.write(text)
  return spool
}

/** Settles when the spool says that it ended. */
function sent(spool: Awaited<ReturnType<typeof openSpool>>, mostMs = 60_000) {
  let end: () => void
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { body: spool.send(AbortSignal.timeout(mostMs), () => end()), ended }
}

test('what was written is sent whole, and leaves no file behind', async () => {
  const text = 'Łódź, '.repeat(100_000)
  const spool = await filled(text)
  expect(await fs.readdir(folder)).toEqual([])
  const { body, ended } = sent(spool)
  expect(await new Response(body).text()).toBe(text + text)
  await ended
})

test('it ends when its reader goes away', async () => {
  const { body, ended } = sent(await filled('a'.repeat(1_000_000)))
  const reader = body.getReader()
  await reader.read()
  await reader.cancel()
  await ended
})

test('a reader who takes too long is left, with an error and not with an end', async () => {
  const { body, ended } = sent(await filled('a'.repeat(1_000_000)), 20)
  await ended
  await expect(new Response(body).text()).rejects.toThrow(/abort/i)
})

test('it ends at once for a reader who has gone before it is sent', async () => {
  const spool = await filled('a'.repeat(1_000_000))
  await new Promise<void>((resolve) => {
    void spool.send(AbortSignal.abort(), resolve)
  })
})

test('what is not sent is let go', async () => {
  const spool = await filled('a')
  await spool.drop()
  await expect(spool.write('a')).rejects.toThrow()
})
