import { setTimeout as sleep } from 'node:timers/promises'
import {
  type JobHelpers,
  Logger,
  type ParsedCronItem,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { contextOf, systemActor } from '@/lib/core/context'
import { TOO_LONG } from '@/lib/jobs/rules'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { CRON } from './cron'
import { type Pulse, startHeartbeat } from './heartbeat'
import { JOBS, type JobHandler, LONG_LANES } from './registry'

/** A job that takes longer is told to stop, given up and tried again: runs work in slices, nothing else comes near. */
const LIMIT_MS = 10 * 60_000

/** The handlers of these jobs as the queue wants them: each run gets a context of its own. */
const taskList = (isWanted: (name: string) => boolean): TaskList =>
  Object.fromEntries(
    Object.entries(JOBS)
      .filter(([name]) => isWanted(name))
      .map(([name, handler]) => [name, (payload: unknown, helpers: JobHelpers) => runJob(handler, payload, helpers)]),
  )

/** The whole error goes into the log, under the job's number; pages tell it in words of their own. */
async function runJob(handler: JobHandler, payload: unknown, { abortSignal, job }: JobHelpers): Promise<void> {
  const ctx = contextOf(systemActor('worker'), new Date())
  const limit = new AbortController()
  const isLastTry = job.attempts >= job.max_attempts
  const isOver = new AbortController()
  try {
    await Promise.race([
      handler(ctx, payload, AbortSignal.any(abortSignal ? [abortSignal, limit.signal] : [limit.signal]), isLastTry),
      sleep(LIMIT_MS, undefined, { signal: isOver.signal, ref: false }).then(() => {
        limit.abort()
        throw new Error(`${TOO_LONG}: ${LIMIT_MS / 1000} s`)
      }),
    ])
  } catch (error) {
    const { id, task_identifier: name, attempts, max_attempts: of } = job
    log().error({ job: id, name, attempt: attempts, of, requestId: ctx.requestId, err: error }, `job ${id} failed`)
    throw error
  } finally {
    isOver.abort()
  }
}

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** What every way of running the queue shares: its messages go into our log, and it reads no crontab file. */
const shared = (events: WorkerEvents, isWanted: (name: string) => boolean = () => true): RunnerOptions => ({
  pgPool: pool(),
  taskList: taskList(isWanted),
  events,
  noHandleSignals: true,
  parsedCronItems: [],
  logger: new Logger(() => (level, message, meta) => {
    // A failed job is logged where it failed.
    if (meta?.failure !== true) log()[LEVELS[level]]({ from: 'queue' }, message)
  }),
})

const PAUSE_MS = 1000

/**
 * A runner that is started anew when it breaks: the queue's workers end when the database is gone as they hand in a job, and
 * nobody else would replace them.
 */
async function keepRunning(
  pulse: Pulse,
  {
    concurrency,
    isWanted,
    cron = [],
  }: { concurrency: number; isWanted: (name: string) => boolean; cron?: ParsedCronItem[] },
) {
  const stopping = new AbortController()
  const start = async () => {
    const events = pulse.listen()
    const broke = new Promise<void>((resolve) => {
      events.on('worker:fatalError', () => resolve())
      stopping.signal.addEventListener('abort', () => resolve())
    })
    const options = { ...shared(events, isWanted), parsedCronItems: [...cron] }
    const runner = await run({ ...options, concurrency, pollInterval: PAUSE_MS })
    return { stop: () => runner.stop().catch(() => {}), ended: Promise.race([broke, runner.promise.catch(() => {})]) }
  }
  let current: Awaited<ReturnType<typeof start>> | null = await start()
  const watch = async () => {
    for (;;) {
      await current?.ended
      await current?.stop()
      if (stopping.signal.aborted) return
      log().warn('the workers of the queue broke off and are started again')
      await sleep(PAUSE_MS)
      current = await start().catch(() => null)
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping.abort()
      await watching
    },
  }
}

/** Starts a worker in this process. `stop()` of what it returns lets running jobs end. */
export async function startWorker(concurrency = 2): Promise<{ stop: () => Promise<void> }> {
  const pulse = await startHeartbeat(concurrency + LONG_LANES.length)
  const runners = await Promise.all([
    keepRunning(pulse, {
      concurrency,
      isWanted: (name) => !LONG_LANES.some((lane) => lane.has(name)),
      cron: CRON,
    }),
    ...LONG_LANES.map((lane) => keepRunning(pulse, { concurrency: 1, isWanted: (name) => lane.has(name) })),
  ])
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()))
      await pulse.stop()
    },
  }
}

/** Runs what is due until nothing is left: at the end of a command-line run, and in tests. */
export async function drainJobs(): Promise<void> {
  const pulse = await startHeartbeat(1)
  try {
    await runOnce({ ...shared(pulse.listen()), concurrency: 1 })
  } finally {
    await pulse.stop()
  }
}
