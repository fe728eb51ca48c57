import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { putBlob } from '@/lib/platform/blobs/blobs'
import { db } from '@/lib/platform/db'
import { safeFetch } from '@/lib/platform/safe-fetch/safe-fetch'
import { FEED_TYPES, PAGE_TYPES } from '@/lib/platform/safe-fetch/types-of-content'
import { canImportExternal } from '../../policy'
import { readExternalApart } from '../../queries/external/reading'
import type { ExternalTask } from '../../rules/external/task'
import { LookAtAddressInput, LookAtBytesInput } from '../../schema/external'

const TYPES = [...PAGE_TYPES, ...FEED_TYPES, 'application/ld+json', 'text/csv', 'application/csv'] as const

/**
 * Fetches a page, a feed or a file with other desks' verdicts and keeps what was read for a look; no verdict is stored yet.
 * Throws FORBIDDEN, BAD_INPUT, or NOT_FETCHED in words.
 */
export async function lookAtAddress(ctx: Context, input: LookAtAddressInput): Promise<{ importId: string }> {
  if (!canImportExternal(ctx.actor)) throw new AppError('FORBIDDEN')
  const { address } = LookAtAddressInput.parse(input)
  const answer = await safeFetch(address, { types: TYPES, respectRobots: true })
  if (answer.status < 200 || answer.status >= 300)
    throw new AppError('NOT_FETCHED', {
      text: `The site answered with ${answer.status}, so nothing could be read. Check the address, or save the page and choose it as a file.`,
    })
  const contentType = answer.headers['content-type'] ?? null
  const task = { bytes: answer.bytes, contentType, address: answer.url, publisher: null }
  return keep(ctx, address, task, 'address')
}

/** The same for a file or a pasted text of at most 25 MB. What is wrong stands at `field`. */
export async function lookAtBytes(
  ctx: Context,
  input: LookAtBytesInput,
  field: 'file' | 'text' = 'file',
): Promise<{ importId: string }> {
  if (!canImportExternal(ctx.actor)) throw new AppError('FORBIDDEN')
  const { label, bytes, publisher } = LookAtBytesInput.parse(input)
  return keep(ctx, label, { bytes, contentType: null, address: null, publisher }, field)
}

async function keep(
  ctx: Context,
  label: string,
  task: Omit<ExternalTask, 'kind'>,
  field: string,
): Promise<{ importId: string }> {
  const reading = await readExternalApart(task)
  if ('problem' in reading)
    throw new AppError('BAD_INPUT', { text: reading.problem, fields: { [field]: reading.problem } })
  const { format, rows, note } = reading
  if (rows.length === 0) {
    const text = 'There is no verdict in it. Nothing was stored.'
    throw new AppError('BAD_INPUT', { text, fields: { [field]: text } })
  }
  const blobHash = await putBlob(new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n')))
  const id = newId()
  const refused = rows.filter((row) => 'problem' in row).length
  await db().externalImport.create({
    data: {
      ...{ id, label, format, blobHash, refused, note, rows: rows.length },
      ...{ broughtById: ctx.actor.id, broughtAt: ctx.now },
    },
  })
  return { importId: id }
}
