import os from 'node:os'
import path from 'node:path'

/** Where the database tests of one run keep blobs. */
export const blobsOfRun = (run: string): string => path.join(os.tmpdir(), `borne-out-blobs-${run}`)
