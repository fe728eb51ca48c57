import { expect, test } from 'vitest'
import { formOf, jsonOf } from './body'

const posted = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/x', { method: 'POST', body, headers })

/** A body that comes in pieces of ten bytes, without a stated length; `read` counts them. */
function inPieces(count: number) {
  const told = { read: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (told.read === count) return controller.close()
        told.read++
        controller.enqueue(new TextEncoder().encode('"12345678"'))
      },
    },
    { highWaterMark: 0 },
  )
  const request = new Request('http://localhost/x', { method: 'POST', body, duplex: 'half' } as RequestInit)
  return { request, told }
}

test('a form is read as it was sent', async () => {
  const form = new FormData()
  form.set('summary', 'The quay is 40 m long.')
  expect((await formOf(posted(form), 1000)).get('summary')).toBe('The quay is 40 m long.')
})

test('a body that is no whole form is a refusal, and no empty form', async () => {
  await expect(formOf(posted('summary'), 1000)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const cut = posted('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf', {
    'Content-Type': 'multipart/form-data; boundary=x',
  })
  await expect(formOf(cut, 1000)).rejects.toMatchObject({ code: 'BAD_INPUT', text: expect.stringContaining('whole') })
})

test('a stated length above the limit is refused before anything is read', async () => {
  const { request, told } = inPieces(3)
  request.headers.set('content-length', '31')
  await expect(jsonOf(request, 30)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  expect(told.read).toBe(0)
})

test('a length that is not stated is counted in bytes, and reading ends at the limit', async () => {
  const { request, told } = inPieces(100)
  await expect(jsonOf(request, 30)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  expect(told.read).toBeLessThan(6)
  await expect(jsonOf(posted('"äöü"'), 7)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  expect(await jsonOf(posted('"äöü"'), 8)).toBe('äöü')
  await expect(jsonOf(posted('{"half":'), 100)).rejects.toMatchObject({ code: 'BAD_INPUT' })
})
