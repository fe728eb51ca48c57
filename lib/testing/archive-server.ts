import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One answer of the archive: JSON with its status, or a way to misbehave. */
export type ArchiveTurn =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
  | 'hang up'
  | 'silent'

/**
 * A server that speaks the Internet Archive's save service (POST /save, GET /save/status/ID): gives the answers it was told
 * to, in their order, the last one again and again. Keeps what it was asked.
 */
export async function startArchiveServer() {
  let turns: ArchiveTurn[] = []
  const asked: {
    method: string
    path: string
    authorization: string | undefined
    accept: string | undefined
    body: string
  }[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    asked.push({
      method,
      path,
      authorization: headers.authorization,
      accept: headers.accept,
      body: await bodyOf(request),
    })
    answer(turns.length > 1 ? turns.shift() : turns[0], response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** What it answers from now on; forgets what it was asked. */
    answers: (...next: ArchiveTurn[]): void => {
      turns = next
      asked.length = 0
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

function answer(turn: ArchiveTurn | undefined, response: ServerResponse): void {
  if (turn === 'silent') return
  if (turn === 'hang up' || turn === undefined) {
    response.destroy()
    return
  }
  const { status = 200, headers = {}, json, text } = turn
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(text ?? JSON.stringify(json))
}
