/**
 * The visitor's address: the first entry of x-forwarded-for, which our own server overwrites with what the connection (or,
 * where TRUST_PROXY says so, the proxy in front) tells; null when it is not there.
 */
export function firstAddress(headers: Headers): string | null {
  const first = headers.get('x-forwarded-for')?.split(',')[0]?.trim()
  return first && first.length <= 60 ? first : null
}

/** The header in which proxy.ts tells pages their own path, for the way back after signing in. */
export const RETURN_PATH_HEADER = 'x-borneout-path'
