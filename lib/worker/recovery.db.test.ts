import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { requestModelProposals } from '@/lib/claims/commands/asking'
import { contextOf, systemActor } from '@/lib/core/context'
import { getJobsOverview } from '@/lib/jobs/queries'
import { disconnect } from '@/lib/platform/db'
import { startModelServer } from '@/lib/testing/model-server'
import { makePeople, type People } from '@/lib/testing/people'
import { makeNewsroom } from '@/lib/testing/predictions'

const ROOT = path.resolve(import.meta.dirname, '../..')
const system = contextOf(systemActor('test'), new Date())
let people: People
let model: Awaited<ReturnType<typeof startModelServer>>
const started = new Set<ChildProcess>()

beforeAll(async () => {
  model = await startModelServer()
  // Before anything reads the configuration, which is read once.
  Object.assign(process.env, { LM_URL: model.url, LM_MODEL: 'quill-7', LM_TIMEOUT: '120' })
  people = await makePeople()
  await makeNewsroom()
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await disconnect()
  await model.stop()
})

/** A worker's process as `npm run worker` starts it; resolves when it says that it works. */
async function worker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
    cwd: ROOT,
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  started.add(child)
  await once(child, 'message')
  return child
}
async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const exited = once(child, 'exit')
  child.kill(signal)
  const [status, by] = await exited
  started.delete(child)
  return { status, by }
}
const overview = () => getJobsOverview(people.cleo.ctx(new Date()))
const within = (seconds: number, check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: seconds * 1000, interval: 100 })

test('the job of a worker that is killed is taken up by another within 30 seconds', { timeout: 90_000 }, async () => {
  const first = await worker()
  const { articleId } = await importArticle(system, {
    text: 'The ferry to Tarn Island carried 8,100 people in May, Captain Ida Roe said.',
    publisher: 'Quay Daily',
    publishedOn: '2025-06-03',
  })
  model.answer('silent')
  await requestModelProposals(people.ada.ctx(new Date()), { articleId })
  await within(20, () => expect(model.questions).toHaveLength(1))
  await within(10, async () =>
    expect(await overview()).toMatchObject({ running: [{ name: 'ask_model' }], workers: [{ working: 1 }] }),
  )

  expect(await end(first, 'SIGKILL')).toEqual({ status: null, by: 'SIGKILL' })
  model.answer({ claims: [] })
  const second = await worker()
  await within(30, () => expect(model.questions).toHaveLength(1))
  await within(10, async () => expect(await overview()).toMatchObject({ running: [], waiting: [], failed: [] }))

  expect(await end(second, 'SIGTERM')).toEqual({ status: 0, by: null })
  expect((await overview()).workers.filter(({ isAlive }) => isAlive)).toEqual([])
})
