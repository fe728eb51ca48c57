import { formatOf } from '@/lib/articles/rules/batch-rows'
import type { FieldErrors } from '@/lib/core/errors'

export type Uploaded = { runId: string } | { text: string; fields: FieldErrors } | 'stopped'

/** Sends a table as it lies on the disk, never whole in memory. `tell`: the share that has gone out, 0..1. */
export function upload(
  file: File,
  { isDryRun, tell }: { isDryRun: boolean; tell: (share: number) => void },
): { done: Promise<Uploaded>; stop: () => void } {
  const request = new XMLHttpRequest()
  const query = new URLSearchParams({ name: file.name, format: formatOf(file.name), ...(isDryRun ? { dry: '1' } : {}) })
  const done = new Promise<Uploaded>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    request.onabort = () => resolve('stopped')
    request.onerror = () =>
      resolve({ text: 'The connection was lost. Nothing was imported; try it again.', fields: {} })
    request.onload = () => resolve(answerOf(request))
    request.open('POST', `/desk/articles/import/batch/upload?${query}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.send(file)
  })
  return { done, stop: () => request.abort() }
}

function answerOf({ status, responseText }: XMLHttpRequest): Uploaded {
  try {
    const answer = JSON.parse(responseText)
    if (status === 200 && typeof answer.runId === 'string') return { runId: answer.runId }
    return { text: String(answer.error.message), fields: answer.error.fields ?? {} }
  } catch {
    return { text: 'The server gave no answer that can be read. Nothing was imported; try it again.', fields: {} }
  }
}
