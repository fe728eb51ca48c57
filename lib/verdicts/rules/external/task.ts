import type { ExternalSource } from './reading'

/** What a reading thread is asked: to read other desks' verdicts from bytes. */
export type ExternalTask = Omit<ExternalSource, 'text'> & {
  kind: 'external'
  bytes: Uint8Array
  contentType: string | null
}
