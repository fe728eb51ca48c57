import { z } from 'zod'
import { env } from './env.mjs'
import { FetchError } from './safe-fetch/refusals'
import { type FetchOptions, safeFetch } from './safe-fetch/safe-fetch'

/**
 * The Internet Archive's save service, version 2 ("Save Page Now 2 Public API Docs", of the archive): a capture is asked for,
 * has a number, and is asked about until it is there. Off unless ARCHIVE_URL, ARCHIVE_KEY and ARCHIVE_SECRET are set.
 */
export type WebArchive = NonNullable<ReturnType<typeof env>['archive']>

/**
 * What the archive answers. `busy`: it cannot just now, and asks to be left alone for `retryAfterMs` (0: it did not say).
 * `refused`: it never will, with its reason.
 */
export type ArchiveAnswer =
  | { kind: 'capturing'; captureId: string }
  | { kind: 'done'; archiveUrl: string }
  | { kind: 'busy'; problem: string; retryAfterMs: number }
  | { kind: 'refused'; problem: string }

const Answer = z.object({
  status: z.string().optional(),
  job_id: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  timestamp: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  original_url: z.url({ protocol: /^https?$/ }).optional(),
  status_ext: z.string().max(200).optional(),
  message: z.string().max(2000).optional(),
})

const BYTES = 1_000_000

/** Asks the archive to capture an address. Throws nothing but a stop. */
export const askToArchive = (archive: WebArchive, url: string, stop: AbortSignal): Promise<ArchiveAnswer> =>
  ask(archive, '/save', stop, {
    method: 'POST',
    // A copy of the last days serves as well, and spares the archive a capture.
    body: new URLSearchParams({ url, skip_first_archive: '1', if_not_archived_within: '3d' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

/** Asks how far a capture is. Throws nothing but a stop. */
export const askForCapture = (archive: WebArchive, captureId: string, stop: AbortSignal): Promise<ArchiveAnswer> =>
  ask(archive, `/save/status/${encodeURIComponent(captureId)}`, stop, {})

async function ask(
  archive: WebArchive,
  path: string,
  stop: AbortSignal,
  options: FetchOptions,
): Promise<ArchiveAnswer> {
  const headers = {
    ...options.headers,
    accept: 'application/json',
    authorization: `LOW ${archive.key}:${archive.secret}`,
  }
  try {
    const limits = { bytes: BYTES }
    const {
      status,
      bytes,
      headers: said,
    } = await safeFetch(`${archive.url}${path}`, {
      ...options,
      headers,
      limits,
      isConfigured: true,
      signal: stop,
    })
    if (status === 401 || status === 403) return refused('The archive does not accept the keys that it was asked with.')
    if (status === 429 || status >= 500)
      return busy(`The archive answered with ${status}.`, secondsIn(said['retry-after']))
    return understand(archive, new TextDecoder().decode(bytes), status)
  } catch (error) {
    if (!(error instanceof FetchError) || error.reason === 'stopped') throw error
    return busy(error.text)
  }
}

const busy = (problem: string, retryAfterMs = 0): ArchiveAnswer => ({ kind: 'busy', problem, retryAfterMs })
const refused = (problem: string): ArchiveAnswer => ({ kind: 'refused', problem })
const secondsIn = (said: string | undefined): number => (/^\d{1,6}$/.test(said ?? '') ? Number(said) * 1000 : 0)

/** Reasons that pass: the archive has too much to do, or the site did just then not answer it. */
const PASSES =
  /limit|too-many|capacity|bandwidth|timeout|service-unavailable|gateway|celery|network|browsing|job-failed|internal/i

function understand({ url }: WebArchive, text: string, status: number): ArchiveAnswer {
  const parsed = Answer.safeParse(jsonIn(text))
  if (!parsed.success || status >= 400)
    return busy(`The archive answered with something that is none of its answers (${status}).`)
  const {
    status: state,
    job_id: captureId,
    timestamp,
    original_url: original,
    status_ext: reason = '',
    message,
  } = parsed.data
  if (state === 'error') {
    const words = message ? `The archive says: ${message}` : 'The archive could not capture the page.'
    return PASSES.test(reason) ? busy(words) : refused(words)
  }
  if (state === 'success' && timestamp && original)
    return { kind: 'done', archiveUrl: `${url}/web/${timestamp}/${original}` }
  return captureId ? { kind: 'capturing', captureId } : busy('The archive gave its capture no number.')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The archive that is configured; null where none is. */
export const configuredArchive = (): WebArchive | null => env().archive ?? null
