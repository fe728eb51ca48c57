import { expect, test } from 'vitest'
import { reasonWords } from './present'

test.each([
  [null, 'was killed'],
  ['WORKER_LOST', 'was killed'],
  ['JOB_TOO_LONG: 600 s', 'longer than its limit'],
  ['Connection terminated unexpectedly', 'database could not be reached'],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'database could not be reached'],
  ['canceling statement due to statement timeout', 'took too long to answer'],
  ['fetch failed', 'Another server could not be reached'],
  ['[\n  {\n    "code": "invalid_type" }\n]', 'data that the job cannot read'],
  ['NOT_FOUND: There is nothing here, or it is not public.', 'There is nothing here, or it is not public.'],
  ['Cannot read properties of undefined (reading "Mrs Poe said")', 'not foreseen'],
])('%j is told as "%s"', (error, words) => {
  expect(reasonWords(error)).toContain(words)
})

test('what an unforeseen error said is not repeated', () => {
  expect(reasonWords('password of harbour is kelp')).not.toContain('kelp')
})
