import { Logger, type Runner, type RunnerOptions, run, runOnce, type TaskList } from 'graphile-worker'
import { contextOf, systemActor } from '@/lib/core/context'
import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { JOBS } from './registry'

/** The handlers as the queue wants them: each run gets a context of its own. */
const taskList = (): TaskList =>
  Object.fromEntries(
    Object.entries(JOBS).map(([name, handler]) => [
      name,
      async (payload: unknown) => {
        const ctx = contextOf(systemActor('worker'), new Date())
        try {
          await handler(ctx, payload)
        } catch (error) {
          log().error({ job: name, requestId: ctx.requestId, err: error }, 'job failed')
          throw error
        }
      },
    ]),
  )

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** What every way of running the queue shares: its messages go into our log, and it reads no crontab file. */
const shared = (): RunnerOptions => ({
  pgPool: pool(),
  taskList: taskList(),
  noHandleSignals: true,
  parsedCronItems: [],
  logger: new Logger(() => (level, message) => log()[LEVELS[level]]({ from: 'queue' }, message)),
})

/** Starts a worker in this process. `stop()` of what it returns lets running jobs end. */
export const startWorker = (concurrency = 2): Promise<Runner> => run({ ...shared(), concurrency, pollInterval: 1000 })

/** Runs what is due until nothing is left: at the end of a command-line run, and in tests. */
export const drainJobs = (): Promise<void> => runOnce({ ...shared(), concurrency: 1 })
