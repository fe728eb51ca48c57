import { afterAll, beforeAll, expect, test } from 'vitest'
import { listHistoryPage } from '@/lib/audit/queries'
import { ANONYMOUS, contextOf } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { changeSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import { content, openVerdictDesk, type VerdictDesk } from '@/lib/testing/verdict-desk'
import { approveVerdict } from './commands/approval'
import { startCorrection } from './commands/corrections'
import { dropVerdict, saveVerdict, startVerdict, submitVerdict } from './commands/drafts'
import { keepLook } from './commands/second-rating'
import { getSaid, listComparable } from './queries/comparing'
import { listVersionRecords } from './queries/record'
import { compareSaid } from './rules/comparing'

let people: VerdictDesk['people']
let ada: VerdictDesk['ada']
let ben: VerdictDesk['ben']
let dora: VerdictDesk['dora']
let freshClaim: VerdictDesk['freshClaim']
let submitted: VerdictDesk['submitted']
let published: VerdictDesk['published']

beforeAll(async () => {
  ;({ people, ada, ben, dora, freshClaim, submitted, published } = await openVerdictDesk())
})
afterAll(disconnect)

async function corrected() {
  const made = await published()
  const { id } = await startCorrection(dora, { claimId: made.claimId, level: 'factual', note: 'The count was wrong.' })
  const next = { correctionLevel: 'factual' as const, correctionNote: 'The count was wrong.' }
  await saveVerdict(ada, { id, revision: 1, ...content({ ...next, rating: 'false', summary: 'Far fewer.' }) })
  await submitVerdict(ada, { id, revision: 2 })
  await approveVerdict(ben, { id, revision: 2 })
  return { ...made, correctedId: id }
}

test('two published versions are compared in all that readers saw', async () => {
  const { claimId } = await corrected()
  const [before, after] = [await getSaid(ada, claimId, 'v1'), await getSaid(ada, claimId, 'v2')]
  if (before === null || after === null) throw new Error('both were published')
  const { changed, same, notKept } = compareSaid(before, after)
  expect(changed.map(({ label }) => label)).toEqual(['Rating', 'Summary', 'Correction'])
  expect(same).toEqual(expect.arrayContaining(['Statement', 'Figures', 'Rationale', 'Evidence']))
  expect(notKept).toEqual([])
  expect(after.evidence).toContain('There are 9,000 berths.')
})

test('saves are compared in the words of the verdict, also with what stands now', async () => {
  const { claimId, correctedId } = await corrected()
  const states = await listComparable(ada, claimId)
  expect(states[0]?.key).toBe('now')
  expect(states.filter(({ kind }) => kind === 'published').map(({ key }) => key)).toEqual(['v2', 'v1'])
  expect(states.map(({ key }) => key)).toContain(`${correctedId}.2`)
  const [first, second] = [
    await getSaid(ada, claimId, `${correctedId}.1`),
    await getSaid(ada, claimId, `${correctedId}.2`),
  ]
  const now = await getSaid(ada, claimId, 'now')
  if (first === null || second === null || now === null) throw new Error('all three are there')
  expect(compareSaid(first, second).changed.map(({ label }) => label)).toEqual(['Rating', 'Summary'])
  expect(compareSaid(second, now)).toMatchObject({ changed: [], notKept: expect.arrayContaining(['Evidence']) })
})

test('a dropped draft can still be compared, and says that it was dropped', async () => {
  const { claimId } = await freshClaim()
  const { id } = await startVerdict(ada, { claimId })
  await saveVerdict(ada, { id, revision: 1, ...content() })
  await dropVerdict(ada, { id, revision: 2, reason: 'Begun twice.' })
  const states = await listComparable(ada, claimId)
  expect(states.map(({ kind, isDropped }) => [kind, isDropped])).toEqual([
    ['now', false],
    ['save', true],
    ['save', true],
  ])
  expect((await getSaid(ada, claimId, `${id}.2`))?.summary).toBe('The register lists fewer berths.')
  expect((await getSaid(ada, claimId, 'now'))?.summary).toBeUndefined()
})

test('what is not of this claim, or not there, is nothing; readers get nothing at all', async () => {
  const [one, other] = [await published(), await published()]
  for (const key of ['v2', 'v0', 'x', `${other.id}.1`, `${newId()}.1`, `${'-'.repeat(36)}.1`, `${one.id}.9`])
    expect([key, await getSaid(ada, one.claimId, key)]).toEqual([key, null])
  expect(await getSaid(ada, newId(), 'now')).toBeNull()
  const reader = contextOf(ANONYMOUS, ada.now)
  await expect(getSaid(reader, one.claimId, 'v1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(listComparable(reader, one.claimId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(listVersionRecords(reader, one.claimId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the record says who wrote, was shown, submitted and approved which revision', async () => {
  const { claimId } = await submitted()
  await keepLook(ben, claimId)
  const { id } = await db().verdict.findFirstOrThrow({ where: { claimId } })
  await approveVerdict(ben, { id, revision: 2 })
  const { version } = await requireSettings()
  expect(await listVersionRecords(ada, claimId)).toMatchObject([
    {
      ...{ ordinal: 1, state: 'published', settingVersion: version, soloSettingVersion: null, evidence: 1 },
      started: { by: 'Ada Marsh' },
      writers: [{ by: 'Ada Marsh', saves: 2, lastRevision: 2 }],
      shown: [{ by: 'Ben Okafor', revision: 2 }],
      submitted: { by: 'Ada Marsh', revision: 2 },
      approved: { by: 'Ben Okafor' },
      correction: null,
    },
  ])
})

test('two people of one name are two in the record', async () => {
  const { claimId } = await submitted()
  const dora = people.dora.ctx(new Date(ben.now.getTime() + 60_000))
  await db().user.update({ where: { id: people.dora.id }, data: { name: 'Ben Okafor' } })
  for (const ctx of [ben, dora, ben]) await keepLook(ctx, claimId)
  const [record] = await listVersionRecords(ada, claimId)
  await db().user.update({ where: { id: people.dora.id }, data: { name: 'Dora Lindqvist' } })
  expect(record?.shown).toEqual(
    [dora, ben].map(({ now }) => ({ by: 'Ben Okafor', at: now.toISOString(), revision: 2 })),
  )
})

test('what is kept from whoever rates blind is kept from them here too', async () => {
  const { claimId, id } = await submitted()
  const { version, ...settings } = await requireSettings()
  const switched = { ...SettingInput.parse(settings), isBlindRating: true }
  await changeSettings(people.cleo.ctx(), { expectedVersion: version, ...switched })
  expect((await listComparable(ben, claimId)).map(({ key }) => key)).toEqual(['now'])
  expect(await getSaid(ben, claimId, `${id}.2`)).toBeNull()
  const now = await getSaid(ben, claimId, 'now')
  expect([now?.rating, now?.summary, now?.statement === undefined]).toEqual([undefined, undefined, false])
  expect((await getSaid(ada, claimId, 'now'))?.summary).toBe('The register lists fewer berths.')
  const after = await requireSettings()
  await changeSettings(people.cleo.ctx(), { expectedVersion: after.version, ...switched, isBlindRating: false })
})

test('the history is paged from the newest backwards, each step once', async () => {
  const { claimId } = await corrected()
  const entity = { type: 'claim', id: claimId }
  const all = await listHistoryPage(ada, entity, { limit: 200 })
  expect([all.next, all.events.at(-1)?.entitySeq]).toEqual([null, 1])
  const seen: number[] = []
  let before: number | undefined
  do {
    const page = await listHistoryPage(ada, entity, { before, limit: 3 })
    seen.push(...page.events.map(({ entitySeq }) => entitySeq))
    before = page.next ?? undefined
  } while (before !== undefined)
  expect(seen).toEqual(all.events.map(({ entitySeq }) => entitySeq))
  await expect(listHistoryPage(contextOf(ANONYMOUS, ada.now), entity)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
