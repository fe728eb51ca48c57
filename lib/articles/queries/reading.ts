import path from 'node:path'
import type { Day } from '@/lib/core/days'
import { ThreadLimitError, ThreadPool } from '@/lib/platform/threads'
import type { DocumentReading } from '../rules/documents/document'
import type { ReadingTask } from '../rules/documents/task'
import type { FeedAnswer } from '../rules/feed-links'
import type { PageReading } from '../rules/pages/reading'

/** Made before the app, the worker or a command starts (scripts/lib/products.mjs). */
const PROGRAM = () => path.join(process.cwd(), '.data', 'threads', 'reading-thread.mjs')

const pool = new ThreadPool(PROGRAM, { cpuMs: 2000, wallMs: 20_000, memoryMb: 384, threads: 2 })

const TOO_MUCH = {
  time: 'It takes too long to read: it is very long, or made to break programs. Nothing was stored. Choose a part of it, or paste its text.',
  memory: 'It needs more memory than any article, as files do that are made to break programs. Nothing was stored.',
}

type Problem = { problem: string }

/**
 * Reads a file in a thread of its own, with limits on time (2 s of computing) and memory; the bytes are given away. Answers
 * with the problem in words where it cannot be read.
 */
export const readDocumentApart = (bytes: Uint8Array, name: string, latestOn: Day | null) =>
  apart<DocumentReading>({ kind: 'document', bytes, name, latestOn })

/** Reads a page's bytes in a thread of its own, as `readDocumentApart`. */
export const readPageApart = (
  page: { bytes: Uint8Array; contentType: string | null; url: string | null },
  latestOn: Day | null,
) => apart<PageReading>({ kind: 'page', ...page, latestOn })

/** Reads a feed's bytes in a thread of its own, as `readDocumentApart`; of a page, answers the feeds that it links to. */
export async function readFeedApart(feed: {
  bytes: Uint8Array
  contentType: string | null
  url: string
}): Promise<FeedAnswer> {
  const answer = await apart<FeedAnswer>({ kind: 'feed', ...feed, latestOn: null })
  return 'problem' in answer ? { links: [], ...answer } : answer
}

async function apart<Reading>(task: ReadingTask): Promise<Reading | Problem> {
  try {
    // The program is of the same sources, so its answer has the shape that is declared here.
    return (await pool.run(task)) as Reading | Problem
  } catch (error) {
    if (error instanceof ThreadLimitError) return { problem: TOO_MUCH[error.limit] }
    throw error
  }
}
