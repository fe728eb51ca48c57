/** The program of the threads in which files and pages are read (lib/articles/queries/reading.ts); made into one file. */
import { parentPort } from 'node:worker_threads'
import { decodePage } from '@/lib/articles/rules/decoding'
import { documentOf } from '@/lib/articles/rules/documents/document'
import type { ReadingTask } from '@/lib/articles/rules/documents/task'
import { readPage } from '@/lib/articles/rules/pages/reading'
import { systemIdOfThread } from '@/lib/platform/threads'

const answer = async (task: ReadingTask): Promise<unknown> =>
  task.kind === 'document'
    ? documentOf(task.bytes, task.name, task.latestOn)
    : readPage({ html: decodePage(task.bytes, task.contentType), url: task.url, latestOn: task.latestOn })

parentPort?.postMessage({ systemId: systemIdOfThread() })
parentPort?.on('message', async (task: ReadingTask) => {
  try {
    parentPort?.postMessage({ value: await answer(task) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error : new Error(String(error)) })
  }
})
