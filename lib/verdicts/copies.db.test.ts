import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { newId } from '@/lib/core/ids'
import { formatDay } from '@/lib/core/windows'
import { db, disconnect } from '@/lib/platform/db'
import { changeSettings, createFirstSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople } from '@/lib/testing/people'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict } from './commands/approval'
import { dropWorkingCopy, keepWorkingCopy } from './commands/copies'
import { saveVerdict, startVerdict, submitVerdict } from './commands/drafts'
import { getWorkspace } from './queries/workspace'
import { KeepCopy } from './schema/copies'

let ada: Context
let ben: Context
let admin: Context
beforeAll(async () => {
  const people = await makePeople()
  ada = people.ada.ctx()
  ben = people.ben.ctx()
  admin = people.cleo.ctx()
  await createFirstSettings(contextOf(systemActor('test'), new Date()), { newsroomName: 'The Desk', zone: 'UTC' })
})
afterAll(disconnect)

let count = 0
async function draft() {
  const { claimId } = await makeClaim(ada, `The quay of Norhaven has ${++count + 4000} bollards.`)
  return { claimId, ...(await startVerdict(ada, { claimId })) }
}
const WINDOW = 'window-one'
const typed = (summary: string) => ({ values: { summary, rating: 'no-such-rating' }, writerId: WINDOW, seenAt: null })
const savedIn = (writerId: string, turn: number) => ({ writerId, turn, seenAt: null })
const at = (ctx: Context, seconds: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + seconds * 1000) })
const copyOf = async (ctx: Context, claimId: string) => (await getWorkspace(ctx, claimId))?.version?.copy ?? null

test('what is typed is kept as it stands, for nobody else, and is no hand in the verdict', async () => {
  const { id, claimId, revision } = await draft()
  await keepWorkingCopy(ada, { id, revision, ...typed('Half a sent') })
  await keepWorkingCopy(at(ada, 3), { id, revision, ...typed('Half a sentence,') })
  expect(await copyOf(ada, claimId)).toMatchObject({
    values: { summary: 'Half a sentence,', rating: 'no-such-rating' },
    baseRevision: 1,
    base: { summary: '', commentRequests: [] },
  })
  expect(await copyOf(ben, claimId)).toBeNull()
  expect(await db().verdictSave.count({ where: { verdictId: id } })).toBe(1)
  expect(await db().verdict.findUniqueOrThrow({ where: { id } })).toMatchObject({ revision: 1, summary: '' })
})

test('a save, or to discard it, ends the copy of that person alone', async () => {
  const { id, claimId, revision } = await draft()
  await keepWorkingCopy(ada, { id, revision, ...typed('Ada types.') })
  await keepWorkingCopy(ben, { id, revision, ...typed('Ben types.') })
  await saveVerdict(ada, { id, revision, summary: 'Ada saves.' }, savedIn(WINDOW, 1))
  expect(await copyOf(ada, claimId)).toBeNull()
  const kept = await copyOf(ben, claimId)
  expect(kept).toMatchObject({ values: { summary: 'Ben types.' }, baseRevision: 1, base: { summary: '' } })
  await dropWorkingCopy(ben, { id, writerId: WINDOW, turn: 1, seenAt: null })
  expect(await copyOf(ben, claimId)).toBeNull()
})

test('to discard ends what this window kept or was opened with, never what another one kept unseen', async () => {
  const { id, claimId, revision } = await draft()
  const { keptAt } = await keepWorkingCopy(ada, { id, revision, ...typed('Seen.') })
  await keepWorkingCopy(at(ada, 5), { id, revision, ...typed('Five paragraphs at the desk.'), turn: 1 })
  const tablet = { id, writerId: 'window-two', turn: 1, seenAt: keptAt }
  for (const window of [tablet, { ...tablet, writerId: null }, { ...tablet, seenAt: null }])
    await expect(dropWorkingCopy(ada, window)).rejects.toMatchObject({
      code: 'STALE',
      text: expect.stringContaining(formatDay(dayInZone(ada.now, 'UTC'))),
    })
  const shown = await copyOf(ada, claimId)
  expect(shown).toMatchObject({ values: { summary: 'Five paragraphs at the desk.' } })
  await dropWorkingCopy(ada, { ...tablet, turn: 2, seenAt: shown?.keptAt })
  expect(await copyOf(ada, claimId)).toBeNull()
  const late = { id, revision, ...typed('Under way.'), writerId: 'window-two', turn: 1 }
  await expect(keepWorkingCopy(at(ada, 6), late)).rejects.toMatchObject({ code: 'STALE' })
  await keepWorkingCopy(at(ada, 7), { ...late, turn: 3 })
  await dropWorkingCopy(at(ada, 8), { id, writerId: 'window-two', turn: 4, seenAt: null })
  expect(await copyOf(ada, claimId)).toBeNull()
})

test('a save leaves what another window of the same person kept unseen, with the revision it was typed over', async () => {
  const { id, claimId, revision } = await draft()
  await keepWorkingCopy(ada, { id, revision, ...typed('Five paragraphs at the desk.') })
  const tablet = { id, revision, summary: 'One word on the tablet.' }
  const { revision: stored } = await saveVerdict(at(ada, 9), tablet, savedIn('window-two', 1))
  expect(stored).toBe(2)
  expect(await copyOf(ada, claimId)).toMatchObject({
    values: { summary: 'Five paragraphs at the desk.' },
    baseRevision: 1,
  })
})

test.each([
  ['with scripts', 'window-two'],
  ['without scripts', null],
])('a save %s ends the copy that its page was opened with, and no later one', async (_name, writerId) => {
  const { id, claimId, revision } = await draft()
  const { keptAt } = await keepWorkingCopy(ada, { id, revision, ...typed('Seen.') })
  const { keptAt: laterAt } = await keepWorkingCopy(at(ada, 5), { id, revision, ...typed('Seen, and more.'), turn: 1 })
  const first = await saveVerdict(ada, { id, revision, summary: 'a' }, { writerId, turn: 1, seenAt: keptAt })
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'Seen, and more.' } })
  await saveVerdict(ada, { ...first, summary: 'b' }, { writerId, turn: 2, seenAt: laterAt })
  expect(await copyOf(ada, claimId)).toBeNull()
})

test('a request of a window that arrives after a later one of it, or after its save, is not kept', async () => {
  const { id, claimId, revision } = await draft()
  await keepWorkingCopy(ada, { id, revision, ...typed('Two words'), turn: 3 })
  const late = { id, revision, ...typed('Two'), turn: 2 }
  await expect(keepWorkingCopy(at(ada, 1), late)).rejects.toMatchObject({ code: 'STALE' })
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'Two words' } })
  const next = await saveVerdict(ada, { id, revision, summary: 'Two words' }, savedIn(WINDOW, 4))
  await expect(keepWorkingCopy(at(ada, 2), late)).rejects.toMatchObject({ code: 'STALE' })
  expect(await copyOf(ada, claimId)).toBeNull()
  await keepWorkingCopy(at(ada, 3), { ...next, ...typed('Two words more'), turn: 5 })
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'Two words more' }, baseRevision: 2 })
})

test('a request that arrives only after the save, the first of its window, is not kept', async () => {
  const { id, claimId, revision } = await draft()
  await saveVerdict(ada, { id, revision, summary: 'All of it.' }, savedIn(WINDOW, 2))
  const late = { id, revision, ...typed('All'), turn: 1 }
  await expect(keepWorkingCopy(at(ada, 1), late)).rejects.toMatchObject({ code: 'STALE' })
  expect(await copyOf(ada, claimId)).toBeNull()
  await keepWorkingCopy(at(ada, 2), { ...late, writerId: 'window-two', values: { summary: 'In another.' } })
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'In another.' } })
})

test('a save that arrives late leaves what its window kept since', async () => {
  const { id, claimId, revision } = await draft()
  await keepWorkingCopy(ada, { id, revision, ...typed('Typed after the save was sent.'), turn: 7 })
  await saveVerdict(ada, { id, revision, summary: 'Typed.' }, savedIn(WINDOW, 6))
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'Typed after the save was sent.' } })
})

test('two windows of one person never replace each other unseen', async () => {
  const { id, claimId, revision } = await draft()
  const { keptAt } = await keepWorkingCopy(ada, { id, revision, ...typed('In the first window.') })
  const second = { id, revision, ...typed('In the second.'), writerId: 'window-two' }
  await expect(keepWorkingCopy(at(ada, 1), second)).rejects.toMatchObject({ code: 'STALE' })
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'In the first window.' } })
  await keepWorkingCopy(at(ada, 2), { ...second, seenAt: keptAt })
  await expect(keepWorkingCopy(at(ada, 3), { id, revision, ...typed('In the first.') })).rejects.toThrow('STALE')
  expect(await copyOf(ada, claimId)).toMatchObject({ values: { summary: 'In the second.' } })
})

test('who may not write, a version that is out, and a revision that is none are refused', async () => {
  const { id, revision } = await draft()
  for (const actor of [contextOf(ANONYMOUS, ada.now), admin, contextOf(systemActor('test'), ada.now)])
    await expect(keepWorkingCopy(actor, { id, revision, ...typed('x') })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(keepWorkingCopy(ada, { id, revision: 7, ...typed('x') })).rejects.toThrow('NOT_FOUND')
  await expect(keepWorkingCopy(ada, { id: newId(), revision, ...typed('x') })).rejects.toThrow('NOT_FOUND')
  const { claimId } = await makeClaim(ada, 'The lighthouse of Norhaven has 212 steps.')
  const out = await submitVerdictOn(ada, claimId)
  await approveVerdict(ben, out)
  await expect(keepWorkingCopy(ada, { ...out, ...typed('x') })).rejects.toThrow('MOVE_REFUSED')
})

test.each([
  ['a field that is none', { values: { summary: 'a', isSolo: 'yes' } }],
  ['a NUL byte', { values: { summary: 'a\0b' } }],
  ['half a character', { values: { summary: 'a\ud800' } }],
  ['an object for a text', { values: { summary: { not: '' } } }],
  ['more than all fields may hold', { values: { rationale: 'x'.repeat(80_001) } }],
  ['a window without a name', { writerId: '' }],
])('%s is not kept', (_name, change) => {
  const whole = { id: newId(), revision: 1, ...typed('x') }
  expect(KeepCopy.safeParse(whole).success).toBe(true)
  expect(KeepCopy.safeParse({ ...whole, ...change }).success).toBe(false)
})

test('a submission waits until the checklist in force is ticked, and the ticks are saved with the revision', async () => {
  const { id: _id, version, isDemo: _isDemo, createdAt: _createdAt, ...settings } = await requireSettings()
  const checklist = [
    { key: 'names', label: 'Names are right' },
    { key: 'figures', label: 'Figures were counted again' },
  ]
  const { claimId } = await makeClaim(ada, 'The harbour of Norhaven has 77 cranes.')
  await changeSettings(admin, { ...settings, checklist, expectedVersion: version })
  await expect(submitVerdictOn(ada, claimId)).rejects.toMatchObject({
    fields: { checks: expect.stringContaining('“Names are right”') },
  })
  const before = (await getWorkspace(ada, claimId))?.version
  if (!before) throw new Error('no draft')
  const { id } = before
  const checks = ['figures', 'names', 'an-item-of-last-year']
  const { revision } = await saveVerdict(ada, { id, revision: before.revision, ...before.content, checks })
  await submitVerdict(ada, { id, revision })
  expect(await db().verdictSave.findFirst({ where: { verdictId: id, revision } })).toMatchObject({
    content: { checks: ['figures', 'names'] },
  })
})
