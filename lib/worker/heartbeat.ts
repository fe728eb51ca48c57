import { EventEmitter } from 'node:events'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker, WorkerEvents } from 'graphile-worker'
import { failStrandedItems } from '@/lib/articles/commands/feed-items'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { forgetOldContacts } from '@/lib/desk/commands/suggestions'
import { beat, failRunsWithoutJob, forgetOldWork, giveBackLostJobs, leave } from '@/lib/jobs/commands/workers'
import { HEARTBEAT_MS, LOST_AFTER_MS } from '@/lib/jobs/rules'
import { log } from '@/lib/platform/log'

/** How often contacts are looked for that no job deleted. */
const SWEEP_MS = 10 * 60_000

export type Pulse = {
  /** The emitter of one runner of the queue: what its workers do is told with the next heartbeat. */
  listen: () => WorkerEvents
  /** The last word: no job runs any more. */
  stop: () => Promise<void>
}

/**
 * The heartbeat of this process: every few seconds it says which jobs it works at and what it did, and gives back the jobs of
 * processes that are gone. Whoever was cut off from the database judges nobody until it has lived through the time after which
 * a process counts as gone: the others were cut off as well.
 */
export async function startHeartbeat(concurrency: number): Promise<Pulse> {
  const workers = new Set<Worker>()
  const counts = new Map<string, { done: number; failed: number }>()
  const self = { processId: newId(), host: os.hostname(), pid: process.pid, concurrency }
  const stopping = new AbortController()
  let steadySince: number | null = null
  let sweptAt: number | null = null

  const count = (name: string, what: 'done' | 'failed') => {
    const now = counts.get(name) ?? { done: 0, failed: 0 }
    counts.set(name, { ...now, [what]: now[what] + 1 })
  }
  const tell = async () => {
    const told = new Map(counts)
    const jobIds = [...workers].flatMap((worker) => worker.getActiveJob()?.id ?? [])
    counts.clear()
    try {
      await beat({ ...self, jobIds, counts: told })
    } catch (error) {
      steadySince = null
      throw error
    }
    steadySince ??= performance.now()
  }
  const sweep = async () => {
    if (sweptAt !== null && performance.now() - sweptAt < SWEEP_MS) return
    sweptAt = performance.now()
    const contacts = await forgetOldContacts(contextOf(systemActor('worker'), new Date()))
    if (contacts > 0) log().warn({ contacts }, 'contacts that no job had deleted were deleted')
  }
  const live = async () => {
    for (;;) {
      await sleep(HEARTBEAT_MS, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await tell()
        if (steadySince !== null && performance.now() - steadySince > LOST_AFTER_MS) {
          await lookAround()
          await sweep()
        }
      } catch (error) {
        log().warn({ err: error }, 'heartbeat failed')
      }
    }
  }
  await tell()
  const living = live()
  return {
    listen: () => {
      const events: WorkerEvents = new EventEmitter()
      events.on('worker:create', ({ worker }) => void workers.add(worker))
      events.on('worker:stop', ({ worker }) => void workers.delete(worker))
      events.on('job:success', ({ job }) => count(job.task_identifier, 'done'))
      events.on('job:error', ({ job }) => count(job.task_identifier, 'failed'))
      return events
    },
    stop: async () => {
      stopping.abort()
      await living
      await tell().catch(() => {})
      await leave(self.processId).catch(() => {})
    },
  }
}

async function lookAround(): Promise<void> {
  const lost = await giveBackLostJobs()
  if (lost > 0) log().warn({ jobs: lost }, 'jobs of a lost worker were given back')
  await failRunsWithoutJob()
  await failStrandedItems()
  await forgetOldWork()
}
