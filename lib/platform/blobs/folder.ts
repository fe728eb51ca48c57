import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BlobStore } from './store'

/** Files in a folder of this machine. A file appears whole or not at all, also when the process is killed while writing. */
export const folderStore = (folder: string): BlobStore => ({
  write: async (name, packed) => {
    const file = path.join(folder, name)
    if (await isThere(file)) return
    await mkdir(path.dirname(file), { recursive: true })
    const unfinished = `${file}.${randomUUID()}.part`
    try {
      await writeThrough(unfinished, packed)
      await rename(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  },
  read: (name) => readFile(path.join(folder, name)).catch(nullIfMissing),
})

/** On the disk, not only on its way there. */
async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isThere = async (file: string): Promise<boolean> => (await stat(file).catch(nullIfMissing)) !== null

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
