import fs from 'node:fs'
import { Worker } from 'node:worker_threads'

/** `cpuMs`: of one task. `wallMs`: of one task, also where the machine is busy. `memoryMb`: of JavaScript's heap. */
export type ThreadLimits = { cpuMs: number; wallMs: number; memoryMb: number; threads: number }

/** A task that took more than it may; its thread was ended and nothing of it is left. */
export class ThreadLimitError extends Error {
  constructor(readonly limit: 'time' | 'memory') {
    super(`A task took more ${limit} than it may.`)
    this.name = 'ThreadLimitError'
  }
}

type Task = { message: unknown; transfer: ArrayBuffer[]; settle: (answer: Answer) => void }
/** What a thread sends: its number at the system once, then an answer to each message. */
type Answer = { value: unknown } | { error: Error }
type Thread = {
  worker: Worker
  task: Task | null
  systemId: string | null
  /** It has loaded its program, whose time is nobody's task. */
  isReady: boolean
  ended: boolean
  idle: NodeJS.Timeout | null
}

const CHECK_MS = 50
/** A thread that nobody needs is given back. */
const IDLE_MS = 20_000

/**
 * Threads that run one program, each a task at a time, so that heavy work does not hold up the process and can be ended
 * when it takes too much. The program sends `{ systemId }` first (see `systemIdOfThread`) and answers each message with
 * `{ value }` or `{ error }`. Threads start when they are needed and never keep a process alive.
 */
export class ThreadPool {
  private readonly threads: Thread[] = []
  private readonly waiting: Task[] = []

  constructor(
    private readonly program: () => string,
    private readonly limits: ThreadLimits,
  ) {}

  /** The answer to a message. `transfer`: buffers that go over for good. Throws ThreadLimitError, or what the program threw. */
  run(message: unknown, transfer: ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer) => ('error' in answer ? reject(answer.error) : resolve(answer.value))
      this.waiting.push({ message, transfer, settle })
      this.next()
    })
  }

  private next(): void {
    const free = this.threads.find((thread) => thread.task === null)
    if (this.waiting.length === 0 || (!free && this.threads.length >= this.limits.threads)) return
    const task = this.waiting.shift()
    if (!task) return
    try {
      this.begin(free ?? this.start(), task)
    } catch (error) {
      task.settle({ error: error instanceof Error ? error : new Error(String(error)) })
    }
  }

  private start(): Thread {
    const worker = new Worker(this.program(), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    const thread: Thread = { worker, task: null, systemId: null, isReady: false, ended: false, idle: null }
    worker.on('message', (sent: Answer | { systemId: string | null }) => {
      if ('systemId' in sent) Object.assign(thread, { systemId: sent.systemId, isReady: true })
      else this.finish(thread, sent)
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.end(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimitError('memory') : error),
    )
    worker.on('exit', () => this.end(thread, new Error('The thread ended before it answered.')))
    this.threads.push(thread)
    return thread
  }

  private begin(thread: Thread, task: Task): void {
    if (thread.idle) clearTimeout(thread.idle)
    thread.task = task
    thread.worker.ref()
    const began = performance.now()
    let used = thread.isReady ? cpuMsOf(thread) : null
    const check = setInterval(() => {
      if (thread.task !== task) return clearInterval(check)
      if (thread.isReady) used ??= cpuMsOf(thread)
      const cpuMs = used === null ? 0 : cpuMsOf(thread) - used
      if (cpuMs > this.limits.cpuMs || performance.now() - began > this.limits.wallMs)
        this.end(thread, new ThreadLimitError('time'))
    }, CHECK_MS)
    thread.worker.postMessage(task.message, task.transfer)
  }

  private finish(thread: Thread, answer: Answer): void {
    const { task } = thread
    thread.task = null
    thread.worker.unref()
    thread.idle = setTimeout(() => this.end(thread, new Error('The thread was idle.')), IDLE_MS).unref()
    task?.settle(answer)
    this.next()
  }

  /** Ends a thread; whoever waits for it is told why. */
  private end(thread: Thread, error: Error): void {
    if (thread.ended) return
    thread.ended = true
    if (thread.idle) clearTimeout(thread.idle)
    this.threads.splice(this.threads.indexOf(thread), 1)
    void thread.worker.terminate()
    thread.task?.settle({ error })
    thread.task = null
    this.next()
  }
}

/**
 * The time that a thread has spent computing: as the system counts it where it does (Linux, in 10 ms), else how long its
 * loop was busy, which is more when the machine is.
 */
function cpuMsOf({ worker, systemId }: Thread): number {
  try {
    const fields = systemId && fs.readFileSync(`/proc/self/task/${systemId}/stat`, 'latin1').split(') ')[1]?.split(' ')
    if (fields) return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    // The thread has just ended.
  }
  return worker.performance.eventLoopUtilization().active
}

/** The number by which the system knows the thread that asks; null where it has none. To be sent as `systemId`. */
export function systemIdOfThread(): string | null {
  try {
    return fs.readlinkSync('/proc/thread-self').split('/').at(-1) ?? null
  } catch {
    return null
  }
}
