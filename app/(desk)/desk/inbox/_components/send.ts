import type { FieldErrors } from '@/lib/core/errors'

/** What the server made of a request: its answer, or why not, in words for people. */
export type Sent<T> = { isStored: true; value: T } | { isStored: false; text: string; fields: FieldErrors }

const NO_ANSWER =
  'The server could not be reached, so nothing was stored. What you decided is back in the list; try again when you are online.'
const LONGEST_MS = 20_000

/** Sends the fields of a form and reads the answer. Never throws: a network that is away is told as any other refusal. */
export async function send<T>(address: string, fields: Iterable<readonly [string, string]>): Promise<Sent<T>> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  try {
    // what was decided is stored also when the page is left at once
    const sent = { method: 'POST', body, keepalive: true, signal: AbortSignal.timeout(LONGEST_MS) }
    const response = await fetch(address, sent)
    const answer = await response.json()
    if (response.ok) return { isStored: true, value: answer }
    return { isStored: false, text: answer.error.message, fields: answer.error.fields ?? {} }
  } catch {
    return { isStored: false, text: NO_ANSWER, fields: {} }
  }
}

/** Reads JSON; null where that did not work. */
export async function read<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
