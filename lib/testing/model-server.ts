import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const Question = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
})
export type Question = z.infer<typeof Question> & { authorization: string | undefined }

/** What the next answer is: claims of the asked shape, any text as content, any body, a status, or none until the client gives up. */
export type Behaviour =
  | { claims: unknown[] }
  | { content: string }
  | { body: string }
  | { status: number; retryAfter?: string }
  | 'silent'

/**
 * A real server on loopback that speaks the chat-completions protocol: it answers with what is queued in `next`, the last of
 * it again and again, and keeps the questions.
 */
export async function startModelServer() {
  const questions: Question[] = []
  const next: Behaviour[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      questions.push({ ...Question.parse(JSON.parse(body)), authorization: request.headers.authorization })
      const behaviour = (next.length > 1 ? next.shift() : next[0]) ?? { claims: [] }
      respond(response, request.url === '/v1/chat/completions' ? behaviour : { status: 404 })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    questions,
    /** Replaces what is answered from now on. */
    answer: (...behaviours: Behaviour[]) => {
      next.splice(0, next.length, ...behaviours)
      questions.length = 0
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function respond(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'silent') return
  if ('status' in behaviour) {
    response.writeHead(behaviour.status, behaviour.retryAfter ? { 'retry-after': behaviour.retryAfter } : {})
    response.end('no')
    return
  }
  response.setHeader('content-type', 'application/json')
  if ('body' in behaviour) {
    response.end(behaviour.body)
    return
  }
  const content = 'content' in behaviour ? behaviour.content : JSON.stringify({ claims: behaviour.claims })
  response.end(
    JSON.stringify({
      choices: [{ message: { role: 'assistant', content } }],
      usage: { prompt_tokens: 1000, completion_tokens: 200 },
    }),
  )
}
