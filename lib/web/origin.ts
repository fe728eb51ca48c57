/** What a browser says about where a request comes from, and under which addresses this place is reached. */
export type RequestOrigin = { origin: string | null; secFetchSite: string | null; host: string | null; appUrl: string }

/**
 * Whether a request that changes something comes from our own pages. Browsers set both headers and no page can forge them.
 * With neither it is refused: Next itself lets a missing Origin through.
 */
export function isOwnOrigin({ origin, secFetchSite, host, appUrl }: RequestOrigin): boolean {
  if (secFetchSite !== null && secFetchSite !== 'same-origin') return false
  if (origin === null || origin === 'null') return secFetchSite === 'same-origin'
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.origin === new URL(appUrl).origin || (host !== null && from.host === host.toLowerCase())
}

const START = '/desk'

/**
 * Where to go after signing in: a path of ours, else the desk. Other hosts, schemes and backslashes (which browsers read as
 * slashes) are dropped.
 */
export function safeReturnPath(path: string | null | undefined, fallback = START): string {
  if (!path?.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(path)) return fallback
  const base = 'http://own.invalid'
  if (!URL.canParse(path, base)) return fallback
  const url = new URL(path, base)
  const isOwn = url.origin === base && !/^\/(sign-in|accept|api|welcome)(\/|$)/.test(url.pathname)
  return isOwn && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : fallback
}

export const signInPath = (returnPath: string): string => {
  const next = safeReturnPath(returnPath)
  return next === START ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
