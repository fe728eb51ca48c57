import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { bringIn, bytesOf, EXTERNAL_NOW, review } from '@/lib/testing/external'
import { type LocalSite, startLocalSite } from '@/lib/testing/local-site'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { drainJobs } from '@/lib/worker/run'
import { decideMatch, hideExternal } from './commands/external/deciding'
import { lookAtAddress, lookAtBytes } from './commands/external/looking'
import { storeImport } from './commands/external/storing'
import { requireImport } from './queries/external/imports'
import { getExternal, listExternal, listExternalPublishers } from './queries/external/list'
import { listConfirmedRulings, listOthersRuled, listRulingsOnCandidate } from './queries/external/matching'

const NOW = EXTERNAL_NOW
const admin = contextOf(systemActor('test'), NOW)
const reader = contextOf({ kind: 'anonymous', id: null, name: 'reader', roles: [] }, NOW)
let people: People
let editor: Context
let reviewer: Context
let site: LocalSite
beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  people = await makePeople(NOW)
  editor = people.ben.ctx()
  reviewer = people.ada.ctx()
  site = await startLocalSite()
})
afterAll(async () => {
  await site.stop()
  await disconnect()
})

const idOf = async (claim: string) =>
  (await db().externalVerdict.findFirstOrThrow({ where: { claimText: claim }, select: { id: true } })).id
const refusalOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (isAppError(error) ? error.code : error),
  )

describe('bringing in', () => {
  test('shows what storing would do, stores each once, and says how far it is', async () => {
    const rows = [{ claim: 'The mole of Vik is 900 metres long' }, { claim: 'The mole of Vik is 900 metres  LONG' }]
    const given = [...rows.map(review), { ...review({ claim: 'No ruling' }), reviewRating: null }]
    const { importId } = await lookAtBytes(admin, { label: 'vik.json', bytes: bytesOf(given) })
    expect((await requireImport(admin, importId)).counts).toEqual({ new: 1, known: 0, twice: 1, refused: 1 })
    expect(await db().externalVerdict.count({ where: { importId } })).toBe(0)
    const first = await storeImport(admin, { importId })
    expect(await storeImport(admin, { importId })).toEqual(first)
    await drainJobs()
    const view = await requireImport(admin, importId)
    expect(view).toMatchObject({ stored: 1, known: 1, run: { state: 'finished', done: 2, refused: 1 } })
    expect(view.counts).toEqual({ new: 0, known: 2, twice: 0, refused: 1 })
  })

  test('twice changes nothing; a changed rating is kept beside the earlier one, and readers see neither until confirmed', async () => {
    const pier = { claim: 'The pier of Moss cost 12 million', path: '/m' }
    const { claimId } = await makeClaim(editor, 'The new quay wall was paid for by the town.')
    await bringIn(pier)
    const [before] = await db().externalVerdict.findMany({ where: { reviewUrl: 'https://checks.example/m' } })
    const externalVerdictId = before?.id ?? ''
    await decideMatch(editor, { externalVerdictId, claimId, move: 'same' })
    await bringIn(pier)
    expect(await listConfirmedRulings(claimId)).toMatchObject([{ ratingText: 'Wrong' }])

    const again = await bringIn({ ...pier, rating: 'Right' })
    expect(await requireImport(admin, again)).toMatchObject({ stored: 1, known: 0 })
    const rows = await db().externalVerdict.findMany({ where: { identity: before?.identity }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([before, { ratingText: 'Right' }])
    expect(await listConfirmedRulings(claimId)).toEqual([])
    const newer = rows[1]?.id ?? ''
    expect(await listOthersRuled(reviewer, claimId)).toMatchObject({ confirmed: [], proposed: [{ id: newer }] })
    expect(await getExternal(reviewer, externalVerdictId)).toMatchObject({ isEarlier: true })
    const other = (await makeClaim(editor, 'The pier of Moss cost 12 million.')).claimId
    const late = decideMatch(editor, { externalVerdictId, claimId: other, move: 'same' })
    expect(await refusalOf(late)).toBe('MOVE_REFUSED')

    await decideMatch(editor, { externalVerdictId: newer, claimId, move: 'same' })
    expect(await listConfirmedRulings(claimId)).toMatchObject([{ ratingText: 'Right' }])
    const old = await bringIn(pier)
    expect((await requireImport(admin, old)).shown[0]).toMatchObject({ outcome: 'known', differs: 'Right' })
    expect(await listConfirmedRulings(claimId)).toMatchObject([{ ratingText: 'Right' }])
  })

  test('of one file at the same time stores each row once', async () => {
    const bytes = () =>
      bytesOf(Array.from({ length: 600 }, (_, i) => review({ claim: `Berth ${i} of Lund is closed`, path: `/l${i}` })))
    const looks = [
      await lookAtBytes(admin, { label: 'a', bytes: bytes() }),
      await lookAtBytes(admin, { label: 'b', bytes: bytes() }),
    ]
    await Promise.all(looks.map((look) => storeImport(admin, look)))
    await Promise.all([drainJobs(), drainJobs()])
    const views = await Promise.all(looks.map(({ importId }) => requireImport(admin, importId)))
    expect(views.map(({ run }) => run?.state)).toEqual(['finished', 'finished'])
    expect(views.reduce((sum, { stored }) => sum + stored, 0)).toBe(600)
    expect(views.reduce((sum, { known }) => sum + known, 0)).toBe(600)
  })

  test('leaves out what is no language, so that storing goes on', async () => {
    const given = ['no-NO', 'e\0n', 'x'.repeat(60)].map((inLanguage, i) => ({
      ...review({ claim: `Ferry ${i} of Mandal sails at night`, path: `/mandal${i}` }),
      inLanguage,
    }))
    const { importId } = await lookAtBytes(admin, { label: 'mandal.json', bytes: bytesOf(given) })
    await storeImport(admin, { importId })
    await drainJobs()
    expect((await requireImport(admin, importId)).run).toMatchObject({ state: 'finished' })
    const stored = await db().externalVerdict.findMany({ where: { importId }, orderBy: { claimText: 'asc' } })
    expect(stored.map(({ language }) => language)).toEqual(['no-NO', null, null])
  })

  test('from an address reads a page, and says in words what it cannot use', async () => {
    const data = JSON.stringify(review({ claim: 'The silo of Ask is empty', path: '/silo' }))
    const address = site.put('/silo', { body: `<script type="application/ld+json">${data}</script><p>Text` })
    const { importId } = await lookAtAddress(admin, { address })
    expect(await requireImport(admin, importId)).toMatchObject({ format: 'page', counts: { new: 1 } })
    const plain = site.put('/plain', { body: '<p>Nothing' })
    await expect(lookAtAddress(admin, { address: plain })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: { address: expect.stringContaining('no ClaimReview') },
    })
    const gone = site.put('/gone', { status: 404, body: '' })
    expect(await refusalOf(lookAtAddress(admin, { address: gone }))).toBe('NOT_FETCHED')
    expect(await refusalOf(lookAtAddress(admin, { address: 'http://10.0.0.1/' }))).toBe('NOT_FETCHED')
  })

  test('is for admins; reading for staff; deciding for editors', async () => {
    expect(await refusalOf(lookAtAddress(editor, { address: site.origin }))).toBe('FORBIDDEN')
    expect(await refusalOf(lookAtBytes(reviewer, { label: 'x', bytes: bytesOf([]) }))).toBe('FORBIDDEN')
    const importId = await bringIn({ claim: 'The lock of Rena leaks', path: '/rena' })
    expect(await refusalOf(storeImport(editor, { importId }))).toBe('FORBIDDEN')
    expect(await refusalOf(requireImport(editor, importId))).toBe('NOT_FOUND')
    expect(await refusalOf(listExternal(reader))).toBe('NOT_FOUND')
    expect(await refusalOf(listExternalPublishers(reader))).toBe('NOT_FOUND')
    const externalVerdictId = await idOf('The lock of Rena leaks')
    expect(await refusalOf(getExternal(reader, externalVerdictId))).toBe('NOT_FOUND')
    const { claimId } = await makeClaim(editor, 'The lock of Rena leaks ten litres a day.')
    expect(await refusalOf(decideMatch(reviewer, { externalVerdictId, claimId, move: 'same' }))).toBe('FORBIDDEN')
    expect(await refusalOf(hideExternal(reviewer, { externalVerdictId, reason: 'x' }))).toBe('FORBIDDEN')
    expect(await refusalOf(listOthersRuled(reader, claimId))).toBe('NOT_FOUND')
    expect(await refusalOf(listRulingsOnCandidate(reader, claimId))).toBe('NOT_FOUND')
  })
})

describe('the list', () => {
  test('is found by words and publisher, and pages by key', async () => {
    await bringIn(
      ...Array.from({ length: 45 }, (_, i) => ({
        claim: `Zinnober ${i} is stored in Hamar`,
        by: 'Hamar Facts',
        path: `/h${i}`,
      })),
    )
    const first = await listExternal(admin, { words: 'zinnober stored', publisher: 'Hamar Facts' })
    expect(first.verdicts).toHaveLength(40)
    const rest = await listExternal(admin, {
      words: 'zinnober stored',
      publisher: 'Hamar Facts',
      before: first.next ?? '',
    })
    expect(rest).toMatchObject({ next: null })
    expect(rest.verdicts).toHaveLength(5)
    expect((await listExternal(admin, { words: '"of : | & (' })).verdicts).toEqual([])
    expect(await listExternalPublishers(admin)).toContain('Hamar Facts')
  })
})

describe('PostgreSQL', () => {
  test.each([
    [`UPDATE external_verdict SET rating_text = 'Right'`, 'stays as it was read'],
    [`UPDATE external_verdict SET hidden_at = now()`, 'external_verdict_hidden'],
    ['DELETE FROM external_verdict', 'refused'],
    ['TRUNCATE external_verdict CASCADE', 'refused'],
    ['TRUNCATE external_match', 'refused'],
  ])('refuses %s', async (sql, message) => {
    await expect(asOwner(sql)).rejects.toThrow(message)
  })
})
