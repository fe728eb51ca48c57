import { FetchError } from './refusals'

export const PAGE_TYPES = ['text/html', 'application/xhtml+xml'] as const
export const FEED_TYPES = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
  'text/plain',
  'text/html',
] as const
/** What can be cited: pages, files that are read, pictures. */
export const SOURCE_TYPES = [
  ...PAGE_TYPES,
  'application/pdf',
  'application/octet-stream',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
] as const

/** "text/html" of "Text/HTML; charset=utf-8"; empty where none is said. */
export const mediaTypeOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Throws FetchError `type` unless the type is one of `types`. A server that says nothing is believed to send what was asked for. */
export function assertType(contentType: string | undefined, types: readonly string[], host: string): void {
  const type = mediaTypeOf(contentType)
  if (type === '' || types.includes(type)) return
  throw new FetchError('type', `${host} answers with ${/^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'an unknown type'}`)
}
