import { createHash } from 'node:crypto'

/** The same for the same content: tells a page whether what it shows has changed. */
export const digestOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16)
