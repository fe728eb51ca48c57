import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, systemActor } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { type MadeClaim, makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict } from '@/lib/verdicts/commands/approval'
import { addEvidence, removeEvidence, updateEvidence, updateSource } from './commands'
import { moveEvidence } from './commands/ordering'
import { listEvidence } from './queries'
import { AddEvidence, UpdateEvidence, UpdateSource } from './schema'

let people: People
let claim: MadeClaim

beforeAll(async () => {
  people = await makePeople()
  await createFirstSettings(contextOf(systemActor('test'), new Date()), {
    newsroomName: 'The Test Desk',
    zone: 'Europe/Vienna',
  })
  claim = await makeClaim(people.ada.ctx(), 'There are 54,000 foreign personnel in the country.', {
    figure: { text: '54,000', value: 54_000, unit: 'personnel' },
  })
})
afterAll(disconnect)

const form = (more: Record<string, unknown> = {}) =>
  AddEvidence.parse({
    claimId: claim.claimId,
    url: 'https://stats.example/table',
    title: 'Personnel by country',
    kind: 'primary',
    retrievedOn: '2025-10-22',
    excerpt: 'There were 49,200 on 30 September.',
    stance: 'refutes',
    note: 'The ministry counts them itself.',
    ...more,
  })

describe('evidence', () => {
  test('compares its figure with the one claimed and keeps its order', async () => {
    const ctx = people.ada.ctx()
    const found = { quantityId: claim.quantityId, foundText: '49,200', foundValue: '49,200', foundUnit: 'personnel' }
    const first = await addEvidence(ctx, form(found))
    const second = await addEvidence(ctx, form({ url: 'https://other.example/', title: 'Second' }))
    const third = await addEvidence(ctx, form({ url: null, title: 'A letter of the ministry' }))
    await moveEvidence(ctx, { id: third.id, direction: 'up' })
    await moveEvidence(ctx, { id: first.id, direction: 'up' })
    const items = await listEvidence(ctx, claim.claimId)
    expect(items.map(({ id }) => id)).toEqual([first.id, third.id, second.id])
    expect(items[0]?.comparison).toMatchObject({ outcome: 'outside' })
    expect(items[0]?.comparison?.differencePercent).toBeCloseTo(9.76, 2)
  })

  test('removed with a reason is gone from the list and still in the table', async () => {
    const ctx = people.ada.ctx()
    const { id } = await addEvidence(ctx, form({ title: 'Removed later', url: null }))
    await removeEvidence(ctx, { id, reason: 'It is about another year.' })
    expect((await listEvidence(ctx, claim.claimId)).map((item) => item.id)).not.toContain(id)
    expect(await db().evidence.findUnique({ where: { id } })).toMatchObject({
      removedReason: 'It is about another year.',
    })
    await expect(removeEvidence(ctx, { id, reason: 'Again' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('saved over a revision that is not the stored one is refused with the stored text', async () => {
    const ctx = people.ada.ctx()
    const { id } = await addEvidence(ctx, form({ title: 'Edited twice', url: null }))
    const edit = (excerpt: string) => UpdateEvidence.parse({ ...form(), id, revision: 1, excerpt })
    await updateEvidence(people.ben.ctx(), edit('Ben wrote this.'))
    await expect(updateEvidence(ctx, edit('Ada wrote this.'))).rejects.toMatchObject({
      code: 'STALE',
      details: { revision: 2, theirs: { excerpt: 'Ben wrote this.' } },
    })
  })

  test('is refused to readers and admins, and on a claim that is not there', async () => {
    await expect(addEvidence(people.cleo.ctx(), form())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const nowhere = form({ claimId: '01890000-0000-7000-8000-000000000001' })
    await expect(addEvidence(people.ada.ctx(), nowhere)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('cannot be compared with a figure of another claim', async () => {
    const other = await makeClaim(people.ada.ctx(), 'There are 12 lighthouses on the coast.', {
      figure: { text: '12', value: 12, unit: 'lighthouse' },
    })
    const wrong = form({ quantityId: other.quantityId, foundText: '12', foundValue: '12' })
    await expect(addEvidence(people.ada.ctx(), wrong)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: { quantityId: expect.stringContaining('not of this claim') },
    })
  })
})

describe('a source', () => {
  test('is known by its address: the second use keeps what is known and fills gaps only', async () => {
    const ctx = people.ada.ctx()
    const url = 'https://reuse.example/report'
    const first = await addEvidence(ctx, form({ url, title: 'The report' }))
    const again = form({
      url: `${url}?utm_source=mail#page2`,
      title: 'Another name',
      publisherName: 'Office of Counting',
    })
    const second = await addEvidence(people.ben.ctx(), again)
    expect(second).toMatchObject({ sourceId: first.sourceId, isKnownSource: true })
    expect(await db().source.findMany({ where: { url } })).toMatchObject([
      { title: 'The report', publisherName: 'Office of Counting', revision: 2 },
    ])
  })

  test('keeps its gaps while a verdict that cites it waits for approval', async () => {
    const url = 'https://waiting.example/report'
    const { claimId } = await makeClaim(people.ada.ctx(), 'The coast has 9,100 lamps of glass.')
    const { sourceId } = await addEvidence(people.ada.ctx(), form({ claimId, url }))
    const { id, revision } = await submitVerdictOn(people.ada.ctx(), claimId)
    const other = await makeClaim(people.ada.ctx(), 'The coast has 9,200 lamps of glass.')
    const again = form({ claimId: other.claimId, url, publisherName: 'Office of Counting' })
    expect(await addEvidence(people.ada.ctx(), again)).toMatchObject({ sourceId, isKnownSource: true })
    expect(await db().source.findUniqueOrThrow({ where: { id: sourceId } })).toMatchObject({
      publisherName: null,
      revision: 1,
    })
    await expect(approveVerdict(people.ben.ctx(), { id, revision })).resolves.toMatchObject({ ordinal: 1 })
  })

  test('whose gaps two fill at once keeps what the first one filled', async () => {
    const url = 'https://gaps.example/report'
    await addEvidence(people.ada.ctx(), form({ url }))
    const claims = await Promise.all(
      [1, 2, 3, 4].map((n) => makeClaim(people.ada.ctx(), `The coast has ${n}70 lamps of sort ${n}.`)),
    )
    await Promise.all(
      claims.map(({ claimId }, n) =>
        addEvidence(people.ada.ctx(), form({ claimId, url, publisherName: `Office ${n}` })),
      ),
    )
    const { id, revision } = await db().source.findFirstOrThrow({ where: { url } })
    expect(revision).toBe(2)
    expect(await db().auditEvent.count({ where: { entityId: id, type: 'source.updated' } })).toBe(1)
  })

  test('added by many at once is stored once', async () => {
    const url = 'https://race.example/report'
    const claims = await Promise.all(
      [1, 2, 3, 4].map((n) => makeClaim(people.ada.ctx(), `The coast has ${n}00 lamps of kind ${n}.`)),
    )
    const added = await Promise.all(claims.map(({ claimId }) => addEvidence(people.ada.ctx(), form({ claimId, url }))))
    expect(new Set(added.map(({ sourceId }) => sourceId)).size).toBe(1)
    expect(await db().source.count({ where: { url } })).toBe(1)
  })

  test('is edited by revision', async () => {
    const ctx = people.ada.ctx()
    const { sourceId } = await addEvidence(ctx, form({ url: 'https://edit.example/', title: 'Before' }))
    const edit = (title: string) => UpdateSource.parse({ ...form(), id: sourceId, revision: 1, title })
    await updateSource(ctx, edit('After'))
    await expect(updateSource(people.ben.ctx(), edit('Too late'))).rejects.toMatchObject({
      code: 'STALE',
      details: { theirs: { title: 'After' } },
    })
  })
})

describe('PostgreSQL refuses', () => {
  test.each([
    ['a source with a javascript: address', `UPDATE source SET url = 'javascript:alert(1)'`],
    ['an archive with a data: address', `UPDATE source SET archive_url = 'data:text/html,x'`],
    ['a day that does not exist', `UPDATE source SET retrieved_on = '2025-02-30'`],
    ['removing without a reason', 'UPDATE evidence SET removed_at = now()'],
    ['a range that ends before it begins', 'UPDATE evidence SET found_low = 5, found_high = 3'],
    ['deleting', 'DELETE FROM evidence'],
    ['truncating', 'TRUNCATE evidence CASCADE'],
  ])('%s', async (_name, sql) => {
    await expect(asOwner(sql)).rejects.toThrow(/violates check constraint|refused/)
  })
})
