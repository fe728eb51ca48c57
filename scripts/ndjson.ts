import { createInterface } from 'node:readline'
import { z } from 'zod'

const WithId = z.object({ id: z.string() })

/** What is answered in place of a line that is no JSON or breaks the schema. */
export type Refused = { id: string | null; error: string }

const asJson = (output: unknown): string => `${JSON.stringify(output)}\n`

/**
 * Answers one JSON line per input line, in order, streaming. A line that is no JSON, breaks the schema or makes the
 * handler throw gives `{"id":…|null,"error":"…"}`; the run goes on and the process ends with status 1. `write` puts an
 * answer into other words than JSON.
 */
export async function answerLines<Request, Answer>(
  schema: z.ZodType<Request>,
  answer: (request: Request) => Answer | Promise<Answer>,
  write: (output: Answer | Refused) => string = asJson,
): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const output = await textOf(line, schema, answer, write)
    if (!process.stdout.write(output)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}

async function textOf<Request, Answer>(
  line: string,
  schema: z.ZodType<Request>,
  answer: (request: Request) => Answer | Promise<Answer>,
  write: (output: Answer | Refused) => string,
): Promise<string> {
  let id: string | null = null
  try {
    const json: unknown = JSON.parse(line)
    id = WithId.safeParse(json).data?.id ?? null
    const request = schema.safeParse(json)
    if (request.success) return write(await answer(request.data))
    return write(failed(id, z.prettifyError(request.error).replace(/\n/g, ' ')))
  } catch (error) {
    return write(failed(id, error instanceof Error ? error.message : String(error)))
  }
}

function failed(id: string | null, error: string): Refused {
  process.exitCode = 1
  return { id, error }
}
