import { AppError } from '@/lib/core/errors'

/**
 * The body of a request, at most `maxBytes` long. Throws TOO_LARGE: before anything of it is read where its stated length is
 * above, else as soon as what came is.
 */
export async function bodyOf(request: Request, maxBytes: number): Promise<Blob> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('TOO_LARGE')
  const chunks: BlobPart[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) throw new AppError('TOO_LARGE')
    chunks.push(chunk)
  }
  return new Blob(chunks)
}

/** The form that a request carries. Throws TOO_LARGE above `maxBytes`, and BAD_INPUT where the body is no whole form. */
export async function formOf(request: Request, maxBytes: number): Promise<FormData> {
  const body = await bodyOf(request, maxBytes)
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null)
  if (form === null) throw new AppError('BAD_INPUT', { text: 'The form did not arrive whole. Send it again.' })
  return form
}

/** The JSON that a request carries, still unchecked. Throws as `formOf` does. */
export async function jsonOf(request: Request, maxBytes: number): Promise<unknown> {
  const body = await (await bodyOf(request, maxBytes)).text()
  try {
    return JSON.parse(body)
  } catch {
    throw new AppError('BAD_INPUT')
  }
}
