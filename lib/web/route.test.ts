import { notFound } from 'next/navigation'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/core/errors'
import { route } from './route'

const ask = (handler: ReturnType<typeof route>, address = 'http://localhost/x', params: unknown = {}) =>
  handler(new Request(address), { params: Promise.resolve(params) })

const thrown = (error: unknown, failures?: 'json' | 'html') =>
  route({
    failures,
    handler: async () => {
      throw error
    },
  })

describe('a route', () => {
  const listed = route({
    params: z.object({ slug: z.string() }),
    query: z.object({ limit: z.coerce.number().max(50).default(25), topics: z.array(z.string()).optional() }),
    handler: async ({ params, query, ctx }) => ({ slug: params.slug, query, who: ctx.actor.kind }),
  })

  test('parses path and query and answers as JSON, for readers', async () => {
    const answer = await ask(listed, 'http://localhost/x?limit=10&topics[]=ports', { slug: 'ferry' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ slug: 'ferry', query: { limit: 10, topics: ['ports'] }, who: 'anonymous' })
  })

  test('tells what is wrong with the query, by name', async () => {
    const answer = await ask(listed, 'http://localhost/x?limit=500', { slug: 'ferry' })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ error: { code: 'BAD_INPUT', fields: { limit: expect.any(String) } } })
  })

  test('hands on a response as it is', async () => {
    const answer = await ask(route({ handler: async () => new Response('a,b', { status: 201 }) }))
    expect([answer.status, await answer.text()]).toEqual([201, 'a,b'])
  })

  test('tells a refusal with its status, to programs and to people', async () => {
    const refusal = new AppError('NOT_FOUND', { text: 'No claim <here> & now.' })
    const json = await ask(thrown(refusal))
    expect(json.status).toBe(404)
    expect(await json.json()).toEqual({ error: { code: 'NOT_FOUND', message: 'No claim <here> & now.', fields: {} } })
    const html = await ask(thrown(refusal, 'html'))
    expect(html.status).toBe(404)
    expect(await html.text()).toContain('No claim &#60;here&#62; &#38; now.')
  })

  test('tells a fault by its id only', async () => {
    const answer = await ask(thrown(new Error('password of the database is x')))
    expect(answer.status).toBe(500)
    expect(await answer.text()).toMatch(/^(?!.*database).*Something failed, id [0-9a-f-]{36}/)
  })

  test("lets the framework's own signals through", async () => {
    await expect(ask(route({ handler: async () => notFound() }))).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  })
})
