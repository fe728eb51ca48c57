import { type NextRequest, NextResponse } from 'next/server'
import { currentEditionKey } from '@/lib/web/edition'
import { isInsideAddress } from '@/lib/web/edition-key'

/**
 * Readers' pages are answered under the edition in force (see lib/web/edition-key.ts). This is addressing and caching
 * only: who may see what is decided in queries and commands, never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const url = request.nextUrl.clone()
  if (isInsideAddress(url.pathname)) return new NextResponse('Not found', { status: 404 })
  url.pathname = `/${await currentEditionKey()}${url.pathname === '/' ? '' : url.pathname}`
  const response = NextResponse.rewrite(url)
  // The server keeps the page; browsers and proxies ask again, so that a correction reaches every reader.
  response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  return response
}

/** Readers' pages: everything but the desk, signing in, the API, Next's own files and files with an ending. */
export const config = {
  matcher: ['/((?!_next/|desk(?:/|$)|sign-in|accept(?:/|$)|welcome|api/|.*\\.).*)'],
}
