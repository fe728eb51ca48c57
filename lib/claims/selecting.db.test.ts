import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/platform/db'
import { makePeople, type People } from '@/lib/testing/people'
import { candidatesOf, freshName } from '@/lib/testing/triage'
import { createCandidateFromSelection } from './commands/marking'

const NOW = new Date('2025-11-20T09:00:00Z')
let people: People

/** An article with a prediction, and two paragraphs. */
const harbour = (name: string) =>
  candidatesOf(
    people.ada.ctx(NOW),
    `The port of ${name} handled 54,000 containers last year.\n\nMayor Lena Ostrow said the port will open a second quay in ${name} in the latter half of 2026.`,
  )

beforeAll(async () => {
  people = await makePeople(NOW)
})
afterAll(disconnect)

describe('marking by hand', () => {
  it('takes the words without the white space around them, with the figures in them', async () => {
    const name = freshName()
    const { snapshotId, body } = await harbour(name)
    const start = body.indexOf('will open')
    const end = body.indexOf('in the latter half') - 1 + 1
    const quote = body.slice(start, end)
    const { candidateId } = await createCandidateFromSelection(people.ada.ctx(NOW), {
      ...{ snapshotId, start, end, quote },
      kind: 'event',
    })
    expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({
      origin: 'person',
      quote: `will open a second quay in ${name}`,
      rules: expect.arrayContaining(['person/selection@1']),
    })
  })

  it('refuses words that do not stand there, half characters and nothing but space', async () => {
    const { snapshotId, body } = await harbour(freshName())
    const gap = body.indexOf('\n\n')
    for (const [start, end, quote] of [
      [0, 8, 'The Port'],
      [gap, gap + 2, body.slice(gap, gap + 2)],
      [body.length - 1, body.length + 5, body.slice(-1)],
    ] as const) {
      await expect(
        createCandidateFromSelection(people.ada.ctx(NOW), { snapshotId, start, end, quote, kind: 'event' }),
      ).rejects.toMatchObject({ code: 'BAD_INPUT', fields: { quote: expect.any(String) } })
    }
  })

  it('names the candidate that marks these words already', async () => {
    const { snapshotId, candidates } = await harbour(freshName())
    const [first] = candidates
    if (!first) throw new Error('the extractor found nothing')
    const { start, end, quote } = first
    await expect(
      createCandidateFromSelection(people.ada.ctx(NOW), { snapshotId, start, end, quote, kind: 'event' }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS', details: { candidateId: first.id } })
  })
})
