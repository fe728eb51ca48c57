/** Where packed bytes lie, by a name like "ab/ab12….br". Writing the same name twice leaves one whole file. */
export type BlobStore = {
  write: (name: string, packed: Uint8Array) => Promise<void>
  /** Null where there is none of that name. */
  read: (name: string) => Promise<Uint8Array | null>
}
