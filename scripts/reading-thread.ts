/**
 * The program of the threads in which files, pages and feeds (lib/articles/queries/reading.ts) and other desks' verdicts
 * (lib/verdicts/queries/external/reading.ts) are read; made into one file.
 */
import { parentPort } from 'node:worker_threads'
import { decodePage } from '@/lib/articles/rules/decoding'
import { documentOf } from '@/lib/articles/rules/documents/document'
import type { ReadingTask } from '@/lib/articles/rules/documents/task'
import { feedOrLinks } from '@/lib/articles/rules/feed-links'
import { readPage } from '@/lib/articles/rules/pages/reading'
import { systemIdOfThread } from '@/lib/platform/threads'
import { readExternal } from '@/lib/verdicts/rules/external/reading'
import type { ExternalTask } from '@/lib/verdicts/rules/external/task'

async function answer(task: ReadingTask | ExternalTask): Promise<unknown> {
  if (task.kind === 'document') return documentOf(task.bytes, task.name, task.latestOn)
  const text = decodePage(task.bytes, task.contentType)
  if (task.kind === 'external') return readExternal({ ...task, text })
  if (task.kind === 'feed') return feedOrLinks(text, task.url)
  return readPage({ html: text, url: task.url, latestOn: task.latestOn })
}

parentPort?.postMessage({ systemId: systemIdOfThread() })
parentPort?.on('message', async (task: ReadingTask | ExternalTask) => {
  try {
    parentPort?.postMessage({ value: await answer(task) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error : new Error(String(error)) })
  }
})
