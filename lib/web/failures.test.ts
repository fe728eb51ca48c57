import { expect, test } from 'vitest'
import { z } from 'zod'
import { AppError, ERRORS } from '@/lib/core/errors'
import { describeFailure } from './failures'

const zodError = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error

test('an expected refusal is told in its own words, with its fields and details', () => {
  const error = new AppError('STALE', { text: 'Ben saved it.', fields: { title: 'differs' }, details: { revision: 3 } })
  expect(describeFailure(error, 'r1')).toEqual({
    status: 409,
    code: 'STALE',
    text: 'Ben saved it.',
    fields: { title: 'differs' },
    details: { revision: 3 },
  })
})

test('a form that does not parse tells each field its first problem, by dotted name', () => {
  const schema = z.object({
    title: z.string().min(3, { error: 'Too short.' }).startsWith('A', { error: 'Begins with A.' }),
    scale: z.array(z.object({ label: z.string({ error: 'A label is needed.' }) })),
  })
  const failure = describeFailure(zodError(schema, { title: 'x', scale: [{ label: 'a' }, {}] }), 'r1')
  expect(failure).toMatchObject({
    status: 422,
    code: 'BAD_INPUT',
    text: ERRORS.BAD_INPUT.text,
    fields: { title: 'Too short.', 'scale.1.label': 'A label is needed.' },
  })
})

test('a problem of the form as a whole is its text', () => {
  const schema = z.object({ a: z.string() }).refine(() => false, { error: 'The window ends before it begins.' })
  expect(describeFailure(zodError(schema, { a: 'x' }), 'r1').text).toBe('The window ends before it begins.')
})

test('anything else is told by its id only', () => {
  const failure = describeFailure(new Error('relation "app_user" does not exist'), 'r1')
  expect(failure).toMatchObject({ status: 500, code: 'FAILED', fields: {} })
  expect(failure.text).toContain('Something failed, id r1; nothing was stored.')
  expect(JSON.stringify(failure)).not.toContain('app_user')
})
