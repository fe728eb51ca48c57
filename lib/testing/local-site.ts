import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { SELF_SIGNED } from './self-signed'

/** What a path answers: a body with its type (HTML unless told), or whatever a listener does. */
export type SiteAnswer =
  | { body?: string | Uint8Array; type?: string; status?: number; headers?: Record<string, string> }
  | RequestListener

export type LocalSite = Awaited<ReturnType<typeof startLocalSite>>

/**
 * A web site on loopback that serves what it is given; 404 for the rest. Keeps the requests. `isTls`: with a certificate
 * that nobody signed.
 */
export async function startLocalSite({ host = '127.0.0.1', isTls = false }: { host?: string; isTls?: boolean } = {}) {
  const pages = new Map<string, SiteAnswer>()
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, headers: request.headers })
    answer(pages.get(path) ?? { status: 404, body: 'Not here.' }, request, response)
  }
  const server = isTls ? createTlsServer(SELF_SIGNED, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const origin = `${isTls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    origin,
    port,
    requests,
    /** Serves something at a path, in place of what was there. Answers its whole address. */
    put: (path: string, page: SiteAnswer): string => {
      pages.set(path, page)
      return `${origin}${path}`
    },
    stop: () => stopServer(server),
  }
}

function answer(page: SiteAnswer, request: IncomingMessage, response: ServerResponse): void {
  if (typeof page === 'function') {
    page(request, response)
    return
  }
  const { body = '', type = 'text/html; charset=utf-8', status = 200, headers = {} } = page
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body)
}

const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
