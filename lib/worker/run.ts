import { type JobHelpers, Logger, type RunnerOptions, run, runOnce, type TaskList } from 'graphile-worker'
import { contextOf, systemActor } from '@/lib/core/context'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { JOBS, WAITING_JOBS } from './registry'

/** The handlers of these jobs as the queue wants them: each run gets a context of its own. */
const taskList = (isWanted: (name: string) => boolean): TaskList =>
  Object.fromEntries(
    Object.entries(JOBS)
      .filter(([name]) => isWanted(name))
      .map(([name, handler]) => [
        name,
        async (payload: unknown, { abortSignal }: JobHelpers) => {
          const ctx = contextOf(systemActor('worker'), new Date())
          try {
            await handler(ctx, payload, abortSignal ?? NEVER)
          } catch (error) {
            log().error({ job: name, requestId: ctx.requestId, err: error }, 'job failed')
            throw error
          }
        },
      ]),
  )

const NEVER = new AbortController().signal

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** What every way of running the queue shares: its messages go into our log, and it reads no crontab file. */
const shared = (isWanted: (name: string) => boolean = () => true): RunnerOptions => ({
  pgPool: pool(),
  taskList: taskList(isWanted),
  noHandleSignals: true,
  parsedCronItems: [],
  logger: new Logger(() => (level, message) => log()[LEVELS[level]]({ from: 'queue' }, message)),
})

/** Starts a worker in this process. `stop()` of what it returns lets running jobs end. */
export async function startWorker(concurrency = 2): Promise<{ stop: () => Promise<void> }> {
  const pollInterval = 1000
  const runners = await Promise.all([
    run({ ...shared((name) => !WAITING_JOBS.has(name)), concurrency, pollInterval }),
    run({ ...shared((name) => WAITING_JOBS.has(name)), concurrency: 1, pollInterval }),
  ])
  return { stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))) }
}

/** Runs what is due until nothing is left: at the end of a command-line run, and in tests. */
export const drainJobs = (): Promise<void> => runOnce({ ...shared(), concurrency: 1 })
