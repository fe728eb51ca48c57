import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookie } from '@/lib/web/cookie'
import { currentEditionKey } from '@/lib/web/edition'
import { isInsideAddress } from '@/lib/web/edition-key'
import { signInPath } from '@/lib/web/origin'
import { RETURN_PATH_HEADER } from '@/lib/web/request'

/**
 * Readers' pages are answered under the edition in force (see lib/web/edition-key.ts). This is addressing and caching
 * only: who may see what is decided in queries and commands, never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const url = request.nextUrl.clone()
  if (isDesk(url.pathname)) return toDesk(request)
  if (isInsideAddress(url.pathname) || !isReadable(url.pathname)) return new NextResponse('Not found', { status: 404 })
  url.pathname = `/${await currentEditionKey()}${insidePath(url)}`
  const response = NextResponse.rewrite(url)
  // The server keeps the page; browsers and proxies ask again, so that a correction reaches every reader.
  response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  return response
}

/** Whether a path is text: neither broken percent-encoding nor control characters, which no page has in its address. */
function isReadable(pathname: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

/** Lists whose first page is cached whole; with a query (a filter, an older page) they are made at each request. */
const LISTS = new Set(['/claims', '/predictions', '/speakers', '/publishers', '/topics'])

function insidePath({ pathname, search }: { pathname: string; search: string }): string {
  if (pathname === '/') return ''
  return LISTS.has(pathname) && search !== '' ? `${pathname}/~list` : pathname
}

const isDesk = (pathname: string): boolean => pathname === '/desk' || pathname.startsWith('/desk/')

/**
 * Tells desk pages their own path, so that signing in leads back. Whoever has no session cookie at all is sent to sign in
 * at once, a convenience: each page, query and command asks for itself. Forms pass, so that what was typed is kept.
 */
function toDesk(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (isReading && !request.cookies.has(sessionCookie().name))
    return NextResponse.redirect(new URL(signInPath(pathname + search), request.nextUrl))
  const headers = new Headers(request.headers)
  headers.set(RETURN_PATH_HEADER, pathname + search)
  return NextResponse.next({ request: { headers } })
}

/**
 * Readers' pages, and the desk: everything but signing in, the form for suggestions, the way out of the digest, the API, Next's own files and files with
 * an ending. Nor the upload of tables: whatever passes here is held in memory and cut off at proxyClientMaxBodySize, while
 * that route reads a gigabyte as it comes in, and asks for session and origin itself.
 */
export const config = {
  matcher: [
    '/((?!_next/|sign-in|accept(?:/|$)|suggest(?:/|$)|unsubscribe/|welcome|api/|desk/articles/import/batch/upload$|.*\\.).*)',
  ],
}
