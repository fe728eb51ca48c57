import { setTimeout as sleep } from 'node:timers/promises'

/** How often a stream looks, how long it may be silent, and how long it lives: the browser connects again by itself. */
type Timing = { everyMs?: number; pingMs?: number; lifeMs?: number }

/**
 * Server-sent events: what `read` answers, as JSON, at once and whenever it is another one than before; `isLast` ends the
 * stream. It ends by itself after a minute, so that whoever lost the right to read does not go on, and when the reader leaves.
 */
export function eventStream<T extends object>(
  request: Request,
  read: () => Promise<T>,
  isLast: (value: T) => boolean = () => false,
  { everyMs = 1000, pingMs = 15_000, lifeMs = 60_000 }: Timing = {},
): Response {
  const left = new AbortController()
  request.signal.addEventListener('abort', () => left.abort(), { once: true })
  const bytes = new TextEncoder()

  async function* messages(): AsyncGenerator<Uint8Array> {
    const endsAt = performance.now() + lifeMs
    let sent = ''
    let sentAt = performance.now()
    yield bytes.encode('retry: 1000\n\n')
    while (!left.signal.aborted && performance.now() < endsAt) {
      const value = await read().catch(() => null)
      // The browser comes back, and is told what is wrong.
      if (value === null) return
      const data = JSON.stringify(value)
      if (data !== sent || performance.now() - sentAt >= pingMs) {
        yield bytes.encode(data === sent ? ': still here\n\n' : `data: ${data}\n\n`)
        sent = data
        sentAt = performance.now()
      }
      if (isLast(value)) return
      await sleep(everyMs, undefined, { signal: left.signal }).catch(() => {})
    }
  }

  const source = messages()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      left.abort()
      await source.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: compressed, a message would wait for the next one. The other tells proxies the same.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
