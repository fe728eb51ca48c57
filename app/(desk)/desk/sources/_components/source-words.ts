import type { SourceAlert, SourceCopyKind } from '@/lib/evidence/schema'

/** What the desk is alerted to. */
export const ALERT_WORDS: Record<SourceAlert, string> = {
  excerpt_gone: 'A cited excerpt no longer stands in it',
  changed: 'Its text changed; what is cited still stands in it',
  unreachable: 'It cannot be reached any more',
}

export const KIND_WORDS: Record<SourceCopyKind, string> = {
  page: 'web page',
  pdf: 'PDF',
  text: 'text file',
  picture: 'picture',
}

/** "412 KB", "3.1 MB" */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
