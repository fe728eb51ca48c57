import { createInterface } from 'node:readline'
import { z } from 'zod'

const WithId = z.object({ id: z.string() })

/**
 * Answers one JSON line per input line, in order, streaming. A line that is no JSON, breaks the schema or makes the
 * handler throw gives `{"id":…|null,"error":"…"}`; the run goes on and the process ends with status 1.
 */
export async function answerLines<Request>(
  schema: z.ZodType<Request>,
  answer: (request: Request) => unknown | Promise<unknown>,
): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const output = `${JSON.stringify(await answerLine(line, schema, answer))}\n`
    if (!process.stdout.write(output)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}

async function answerLine<Request>(line: string, schema: z.ZodType<Request>, answer: (request: Request) => unknown) {
  let id: string | null = null
  try {
    const json: unknown = JSON.parse(line)
    id = WithId.safeParse(json).data?.id ?? null
    const request = schema.safeParse(json)
    if (!request.success) return failed(id, z.prettifyError(request.error).replace(/\n/g, ' '))
    return await answer(request.data)
  } catch (error) {
    return failed(id, error instanceof Error ? error.message : String(error))
  }
}

function failed(id: string | null, error: string) {
  process.exitCode = 1
  return { id, error }
}
