import { afterAll, beforeAll, expect, test } from 'vitest'
import { hideClaim } from '@/lib/claims/commands/merging'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { addEvidence, updateSource } from '@/lib/evidence/commands'
import { listEvidence } from '@/lib/evidence/queries'
import { AddEvidence } from '@/lib/evidence/schema'
import { db, disconnect } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { changeSettings, createFirstSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict } from './commands/approval'
import { proposeWithdrawal, startCorrection } from './commands/corrections'
import { saveVerdict, submitVerdict, takeBackVerdict } from './commands/drafts'
import { contentOf } from './present'
import { approvableSql, listApprovableVerdicts, listVerdictApprovers } from './queries/approvals'
import { getWorkspace } from './queries/workspace'

let people: People
/** Time goes on between two steps: a source edited before it was cited is another story than after. */
let minute = 0
const at = (name: keyof People): Context => people[name].ctx(new Date(Date.UTC(2025, 9, 22, 9, minute++)))

beforeAll(async () => {
  people = await makePeople(new Date(Date.UTC(2025, 9, 22, 8)))
  const admin = contextOf(systemActor('test'), new Date(Date.UTC(2025, 9, 22, 8)))
  await createFirstSettings(admin, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
})
afterAll(disconnect)

const NAMES = ['ada', 'ben', 'cleo', 'dora'] as const
let count = 0
const freshClaim = async () =>
  (await makeClaim(at('ada'), `The quay of Norhaven has ${1000 + ++count} bollards.`)).claimId

/** What the queue pages and counts, in the order in which it waits. */
async function idsBySql(ctx: Context): Promise<string[]> {
  const { isSolo } = await requireSettings()
  const rows = await db().$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT id FROM (${approvableSql(ctx, isSolo)}) AS w ORDER BY at, id`,
  )
  return rows.map(({ id }) => id)
}

/** Whom of the desk the claim is offered to for approval, in the list of what waits. */
async function offeredTo(claimId: string): Promise<string[]> {
  const names: string[] = []
  for (const name of NAMES) {
    const ctx = at(name)
    const listed = (await listApprovableVerdicts(ctx)).map(({ claim }) => claim.id)
    if (listed.includes(claimId)) names.push(name)
    expect(await idsBySql(ctx)).toEqual(listed)
  }
  const actors = Object.values(people).map((person) => person.ctx().actor)
  const found = (await listVerdictApprovers(actors, claimId)).map(({ id }) => id)
  expect(found.sort()).toEqual(NAMES.flatMap((name) => (names.includes(name) ? people[name].id : [])).sort())
  return names
}

const cite = (claimId: string, url: string) =>
  addEvidence(
    at('ada'),
    AddEvidence.parse({
      ...{ claimId, url, title: 'Register', kind: 'primary', retrievedOn: '2025-10-22' },
      ...{ excerpt: 'The register is made every spring.', stance: 'refutes', note: 'It is the official count.' },
    }),
  )

async function editSource(by: keyof People, claimId: string, title: string): Promise<void> {
  const [item] = await listEvidence(at(by), claimId)
  if (item === undefined) throw new Error('the claim has no evidence')
  const { id, revision, publisherName, kind, publishedOn, retrievedOn, archiveUrl } = item.source
  await updateSource(at(by), {
    ...{ id, revision, title, publisherName, kind, publishedOn, archiveUrl },
    retrievedOn: retrievedOn ?? '2025-10-22',
  })
}

test('a submitted verdict is offered to the editors who may approve it, and to nobody else', async () => {
  const claimId = await freshClaim()
  await submitVerdictOn(at('ada'), claimId)
  expect(await offeredTo(claimId)).toEqual(['ben', 'dora'])
})

test('who saved it once, though somebody else submitted it, is not offered it', async () => {
  const claimId = await freshClaim()
  const { id, revision } = await submitVerdictOn(at('ada'), claimId)
  await takeBackVerdict(at('ada'), { id })
  const stored = contentOf({ ...(await db().verdict.findUniqueOrThrow({ where: { id } })), correction: null })
  const saved = await saveVerdict(at('dora'), { id, revision, ...stored, summary: 'Dora wrote this.' })
  await submitVerdict(at('ada'), { id, revision: saved.revision })
  expect(await offeredTo(claimId)).toEqual(['ben'])
})

test('who edited a source after it was cited wrote what the verdict prints: not offered, and refused', async () => {
  const claimId = await freshClaim()
  const submission = await submitVerdictOn(at('ada'), claimId)
  await takeBackVerdict(at('ada'), { id: submission.id })
  await editSource('dora', claimId, 'Register of the harbour')
  await submitVerdict(at('ada'), submission)
  expect(await offeredTo(claimId)).toEqual(['ben'])
  const approve = (await getWorkspace(at('dora'), claimId))?.moves.approve
  expect(approve).toMatchObject({ isAllowed: false, reason: expect.stringContaining('details of a source') })
  await expect(approveVerdict(at('dora'), submission)).rejects.toMatchObject({ code: 'SAME_PERSON' })
  await approveVerdict(at('ben'), submission)
  // what was published then is no hand in what comes after
  const { id } = await startCorrection(at('ben'), { claimId, level: 'minor', note: 'A comma was missing.' })
  await submitVerdict(at('ben'), { id, revision: 1 })
  expect(await offeredTo(claimId)).toEqual(['dora'])
})

test('a source edited before it was cited here is no hand in this verdict', async () => {
  const [first, second] = [await freshClaim(), await freshClaim()]
  for (const claimId of [first, second]) {
    await cite(claimId, 'https://register.example/shared')
    if (claimId === first) await editSource('dora', claimId, 'Register of the quay')
  }
  await submitVerdictOn(at('ada'), second)
  expect(await offeredTo(second)).toEqual(['ben', 'dora'])
})

test('a withdrawal is offered to another editor than the one who proposed it', async () => {
  const claimId = await freshClaim()
  await approveVerdict(at('ben'), await submitVerdictOn(at('ada'), claimId))
  await proposeWithdrawal(at('ben'), { claimId, note: 'The register was forged.' })
  expect(await offeredTo(claimId)).toEqual(['dora'])
})

test('nothing of a hidden claim is offered', async () => {
  const claimId = await freshClaim()
  await submitVerdictOn(at('ada'), claimId)
  await hideClaim(at('ben'), { claimId, reason: 'a test' })
  expect(await offeredTo(claimId)).toEqual([])
})

test('a desk of one person is offered its own, and a correction is not offered to who began it', async () => {
  const claimId = await freshClaim()
  await approveVerdict(at('ben'), await submitVerdictOn(at('ada'), claimId))
  const { id } = await startCorrection(at('dora'), { claimId, level: 'minor', note: 'A comma was missing.' })
  const reason = { correctionLevel: 'minor', correctionNote: 'A comma was missing.' } as const
  const stored = contentOf({ ...(await db().verdict.findUniqueOrThrow({ where: { id } })), correction: null })
  const saved = await saveVerdict(at('ada'), { id, revision: 1, ...stored, summary: 'Ada wrote this.', ...reason })
  await submitVerdict(at('ada'), { id, revision: saved.revision })
  expect(await offeredTo(claimId)).toEqual(['ben'])
  const { version, ...settings } = await requireSettings()
  const admin = contextOf(systemActor('test'), new Date(Date.UTC(2025, 9, 22, 8)))
  await changeSettings(admin, { ...SettingInput.parse(settings), isSolo: true, expectedVersion: version })
  expect(await offeredTo(claimId)).toEqual(['ben', 'dora'])
})
