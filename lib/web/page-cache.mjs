import { LRUCache } from 'lru-cache'

/**
 * Next's store for rendered pages, in memory and bounded. Pages are kept under their edition (see edition-key.ts), so
 * nothing is ever invalidated: old editions are no longer asked for and fall out at the end. On disk, where Next would
 * put them, they would pile up.
 */
const MAX_BYTES = 64 * 1024 * 1024

/** @typedef {{ value: any, lastModified: number }} Entry */

/** Shared by all instances of the class: Next makes one per request. @type {LRUCache<string, Entry>} */
const pages = new LRUCache({ maxSize: MAX_BYTES, sizeCalculation: sizeOf })

/** About how many bytes an entry holds. @param {Entry} entry */
function sizeOf({ value }) {
  const parts = [value?.html, value?.body, value?.rscData, ...(value?.segmentData?.values?.() ?? [])]
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 1000)
}

export default class PageCache {
  /** @param {string} key */
  async get(key) {
    return pages.get(key) ?? null
  }

  /** @param {string} key @param {any} value */
  async set(key, value) {
    if (value === null) pages.delete(key)
    else pages.set(key, { value, lastModified: Date.now() })
  }

  async revalidateTag() {}

  resetRequestCache() {}
}
