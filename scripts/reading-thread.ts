/** The program of the threads in which files, pages and feeds are read (lib/articles/queries/reading.ts); made into one file. */
import { parentPort } from 'node:worker_threads'
import { decodePage } from '@/lib/articles/rules/decoding'
import { documentOf } from '@/lib/articles/rules/documents/document'
import type { ReadingTask } from '@/lib/articles/rules/documents/task'
import { feedOrLinks } from '@/lib/articles/rules/feed-links'
import { readPage } from '@/lib/articles/rules/pages/reading'
import { systemIdOfThread } from '@/lib/platform/threads'

async function answer(task: ReadingTask): Promise<unknown> {
  if (task.kind === 'document') return documentOf(task.bytes, task.name, task.latestOn)
  const text = decodePage(task.bytes, task.contentType)
  if (task.kind === 'feed') return feedOrLinks(text, task.url)
  return readPage({ html: text, url: task.url, latestOn: task.latestOn })
}

parentPort?.postMessage({ systemId: systemIdOfThread() })
parentPort?.on('message', async (task: ReadingTask) => {
  try {
    parentPort?.postMessage({ value: await answer(task) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error : new Error(String(error)) })
  }
})
