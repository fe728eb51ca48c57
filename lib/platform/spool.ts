import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '@/lib/core/ids'

/**
 * What is made as fast as this machine can and sent as fast as its reader can, so that whatever it is made from is let go long
 * before a slow reader has it. It lies in a file without a name, which the system clears away with the last hold on it, also
 * where this process is killed.
 */
export type Spool = {
  write(text: string): Promise<void>
  /** The whole, once; gives up with `until`, or where the reader goes away. Then, and at its end, `onEnd` is called. */
  send(until: AbortSignal, onEnd: () => void): ReadableStream<Uint8Array>
  /** For what is not sent. */
  drop(): Promise<void>
}

export async function openSpool(): Promise<Spool> {
  const name = path.join(os.tmpdir(), `borne-out-spool-${newId()}`)
  const file = await fs.open(name, 'wx+', 0o600)
  try {
    await fs.unlink(name)
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    write: (text) => file.appendFile(text),
    send(until, onEnd) {
      const stream = file.createReadStream({ start: 0, signal: until })
      stream.once('close', onEnd)
      // told to the reader by the stream made of it; unheard here it would end the process
      stream.on('error', () => {})
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>
    },
    drop: () => file.close(),
  }
}
