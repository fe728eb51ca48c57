import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { addEvidence } from '@/lib/evidence/commands'
import { AddEvidence } from '@/lib/evidence/schema'
import { db, disconnect } from '@/lib/platform/db'
import { changeSettings, createFirstSettings } from '@/lib/settings/commands'
import { requireSettings } from '@/lib/settings/queries'
import { SettingInput } from '@/lib/settings/schema'
import { type MadeClaim, makeClaim } from '@/lib/testing/claims'
import { asOwner } from '@/lib/testing/owner'
import { makePeople, type People } from '@/lib/testing/people'
import { makePerson } from '@/lib/testing/predictions'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict, sendBackVerdict } from './commands/approval'
import { approveWithdrawal, dropWithdrawal, proposeWithdrawal, startCorrection } from './commands/corrections'
import { dropVerdict, saveVerdict, startVerdict, submitVerdict, takeBackVerdict } from './commands/drafts'
import { getCurrentVerdict, listClaimCorrections, listCorrections, listPublishedVersions } from './queries'
import { getWorkspace } from './queries/workspace'
import { FrozenVerdict } from './schema'

let people: People
let ada: Context
let ben: Context
let dora: Context
const admin = contextOf(systemActor('test'), new Date())

beforeAll(async () => {
  people = await makePeople()
  ada = people.ada.ctx()
  ben = people.ben.ctx()
  dora = people.dora.ctx()
  await createFirstSettings(admin, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
})
afterAll(disconnect)

let count = 0
const freshClaim = (): Promise<MadeClaim> => {
  const number = 10_000 + ++count
  return makeClaim(ada, `The harbour of Norhaven has ${number} berths.`, {
    figure: { text: String(number), value: number, unit: 'berth' },
  })
}

const content = (more: Record<string, unknown> = {}) => ({
  rating: 'mostly-false',
  summary: 'The register lists fewer berths.',
  rationale: 'The **register** counts them every year.',
  wasCommentAsked: false,
  noCommentReason: 'The register is public.',
  asOfOn: '2025-10-22',
  ...more,
})

const cite = (claim: MadeClaim, ctx = ada) =>
  addEvidence(
    ctx,
    AddEvidence.parse({
      claimId: claim.claimId,
      url: `https://register.example/${claim.claimId}`,
      title: 'Harbour register',
      kind: 'primary',
      retrievedOn: '2025-10-22',
      excerpt: 'There are 9,000 berths.',
      stance: 'refutes',
      note: 'It is the official count.',
      quantityId: claim.quantityId,
      foundText: '9,000',
      foundValue: '9000',
    }),
  )

/** A claim whose verdict Ada wrote and submitted: revision 2. */
async function submitted(more: Record<string, unknown> = {}) {
  const claim = await freshClaim()
  await cite(claim)
  const { id } = await startVerdict(ada, { claimId: claim.claimId })
  const { revision } = await saveVerdict(ada, { id, revision: 1, ...content(more) })
  await submitVerdict(ada, { id, revision })
  return { ...claim, id, revision }
}

async function published() {
  const made = await submitted()
  await approveVerdict(ben, made)
  return made
}

const claimRow = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })
const verdictRow = (id: string) => db().verdict.findUniqueOrThrow({ where: { id } })

describe('the way to a published verdict', () => {
  test('draft, submitted, approved by a second person: frozen and in force', async () => {
    const { claimId, id, articleId } = await published()
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: id })
    const frozen = await getCurrentVerdict(claimId)
    expect(frozen).toMatchObject({
      format: 1,
      ordinal: 1,
      newsroomName: 'The Test Desk',
      rating: { key: 'mostly-false', label: 'Mostly false', value: 2, best: 5, worst: 1 },
      comment: { wasAsked: false, answer: null, reasonNotAsked: 'The register is public.' },
      asOfOn: '2025-10-22',
      authorName: 'Ada Marsh',
      approverName: 'Ben Okafor',
      isSolo: false,
      correction: null,
      evidence: [{ stance: 'refutes', source: { title: 'Harbour register' }, comparison: { outcome: 'outside' } }],
      occurrences: [{ article: { id: articleId, publisher: { name: 'Quay Daily' } } }],
    })
    expect(JSON.stringify(frozen)).not.toContain('It will meet again')
    const events = await db().auditEvent.findMany({ where: { entityId: claimId }, orderBy: { entitySeq: 'asc' } })
    expect(events.map(({ type }) => type).filter((type) => type.startsWith('verdict.'))).toEqual([
      'verdict.started',
      'verdict.saved',
      'verdict.submitted',
      'verdict.published',
    ])
    expect(events.find(({ type }) => type === 'verdict.published')?.isPublic).toBe(true)
  })

  test('a rating without a number freezes none', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    const search = content({ rating: 'unverifiable', searchDescription: 'Asked the archive on 20 October.' })
    await saveVerdict(ada, { id, revision: 1, ...search })
    await submitVerdict(ada, { id, revision: 2 })
    await approveVerdict(ben, { id, revision: 2 })
    expect((await getCurrentVerdict(claim.claimId))?.rating).toMatchObject({ value: null, best: null, worst: null })
  })

  test('freezes for an unnamed group the publisher whose sources they are; older versions read without', async () => {
    const { claimId } = await freshClaim()
    const { publisherId } = await db().article.findFirstOrThrow({ select: { publisherId: true } })
    const speakerId = newId()
    const group = {
      slug: `sources-${claimId}`,
      name: 'Harbour sources',
      kind: 'unnamed' as const,
      createdAt: new Date(),
    }
    await db().speaker.create({ data: { id: speakerId, publisherId, ...group } })
    const { revision, statement, shortForm, kind } = await claimRow(claimId)
    await updateClaim(ada, { id: claimId, revision, statement, shortForm, kind, speakerId })
    await approveVerdict(ben, await submitVerdictOn(ada, claimId))
    const frozen = await getCurrentVerdict(claimId)
    expect(frozen?.speaker).toMatchObject({ name: 'Harbour sources', publisher: { name: 'Quay Daily' } })
    const { publisher, ...before } = frozen?.speaker ?? {}
    expect(FrozenVerdict.parse({ ...frozen, speaker: before }).speaker?.publisher).toBeNull()
  })

  test('what is missing is told by field, and nothing is submitted', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    const error = await submitVerdict(ada, { id, revision: 1 }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'BAD_INPUT' })
    expect(isAppError(error) && Object.keys(error.fields).sort()).toEqual([
      'evidence',
      'rating',
      'rationale',
      'summary',
      'wasCommentAsked',
    ])
    expect((await verdictRow(id)).state).toBe('draft')
  })

  test('sent back with a reason it is a draft again, and its reason is gone once it is submitted anew', async () => {
    const { id, revision, claimId } = await submitted()
    await expect(sendBackVerdict(ada, { id, revision, reason: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await sendBackVerdict(ben, { id, revision, reason: 'Which year?' })
    expect(await verdictRow(id)).toMatchObject({ state: 'draft', sentBackReason: 'Which year?', submittedById: null })
    expect((await claimRow(claimId)).state).toBe('in_review')
    await submitVerdict(ada, { id, revision })
    expect(await verdictRow(id)).toMatchObject({ state: 'submitted', sentBackReason: null })
  })

  test('an edit takes a submission back; the same text does not', async () => {
    const { id, revision, claimId } = await submitted()
    expect(await saveVerdict(ada, { id, revision, ...content() })).toMatchObject({ revision, tookBack: false })
    expect((await verdictRow(id)).state).toBe('submitted')
    const saved = await saveVerdict(ada, { id, revision, ...content({ summary: 'Another.' }) })
    expect(saved).toMatchObject({ revision: revision + 1, tookBack: true })
    expect(await verdictRow(id)).toMatchObject({ state: 'draft', submittedRevision: null })
    expect((await claimRow(claimId)).state).toBe('in_review')
    await expect(approveVerdict(ben, { id, revision })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('taken back by its writer', async () => {
    const { id, claimId } = await submitted()
    await takeBackVerdict(ada, { id })
    expect((await verdictRow(id)).state).toBe('draft')
    expect((await claimRow(claimId)).state).toBe('in_review')
  })
})

describe('no one publishes alone', () => {
  test('whoever saved cannot approve, nor who started or submitted it', async () => {
    const claim = await freshClaim()
    await cite(claim)
    const { id } = await startVerdict(dora, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    await submitVerdict(ben, { id, revision: 2 })
    await expect(approveVerdict(dora, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You saved revision 1, so another editor has to approve.',
    })
    await expect(approveVerdict(ben, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You submitted it, so another editor has to approve.',
    })
    await expect(approveVerdict(ada, { id, revision: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(approveVerdict(people.cleo.ctx(), { id, revision: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await verdictRow(id)).state).toBe('submitted')
  })

  test('whoever added evidence or edited the statement since the last version cannot approve; triage does not count', async () => {
    const claim = await makeClaim(ben, 'The quay of Norhaven has 77 bollards.')
    await cite(claim)
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    await cite({ ...claim, quantityId: null }, dora)
    const { revision, shortForm, kind, speakerId } = await claimRow(claim.claimId)
    const statement = 'The quay of Norhaven has 78 bollards.'
    const edit = { id: claim.claimId, revision, statement, shortForm, kind, speakerId }
    const elif = await makePerson('Elif Aydin', ['editor'])
    await updateClaim(elif, edit)
    await submitVerdict(ada, { id, revision: 2 })
    await expect(approveVerdict(dora, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You added evidence, so another editor has to approve.',
    })
    await expect(approveVerdict(elif, { id, revision: 2 })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You edited the statement, so another editor has to approve.',
    })
    expect((await getWorkspace(dora, claim.claimId))?.moves.approve).toMatchObject({ isAllowed: false })
    await approveVerdict(ben, { id, revision: 2 })
    const { id: second } = await startCorrection(ben, { claimId: claim.claimId, level: 'minor', note: 'A comma.' })
    const next = content({ summary: 'Counted again.', correctionLevel: 'minor', correctionNote: 'A comma.' })
    await saveVerdict(ada, { id: second, revision: 1, ...next })
    await submitVerdict(ada, { id: second, revision: 2 })
    await approveVerdict(dora, { id: second, revision: 2 })
  })

  test('a prediction that was never opened gets no verdict, because it has no page', async () => {
    const claim = await makeClaim(ada, 'The ferry of Norhaven will sail in May.', { kind: 'prediction' })
    await expect(startVerdict(ada, { claimId: claim.claimId })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('Open it first'),
    })
    expect(await db().verdict.count({ where: { claimId: claim.claimId } })).toBe(0)
    const waiting = await submitted()
    const { revision, statement, shortForm, speakerId } = await claimRow(waiting.claimId)
    await updateClaim(ben, { id: waiting.claimId, revision, statement, shortForm, kind: 'prediction', speakerId })
    await expect(approveVerdict(dora, waiting)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await takeBackVerdict(ada, { id: waiting.id })
    await expect(submitVerdict(ada, waiting)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect((await claimRow(waiting.claimId)).firstPublishedAt).toBeNull()
  })

  test('only the exact revision that was submitted is approved', async () => {
    const { id, revision } = await submitted()
    await expect(approveVerdict(ben, { id, revision: revision - 1 })).rejects.toMatchObject({ code: 'STALE' })
    await expect(approveVerdict(ben, { id, revision: revision + 1 })).rejects.toMatchObject({ code: 'STALE' })
  })

  test('a statement that changed after submission is not approved; evidence cannot change meanwhile', async () => {
    const { id, revision, claimId, ...claim } = await submitted()
    await expect(cite({ claimId, ...claim })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    const { revision: claimRevision, shortForm, kind, speakerId } = await claimRow(claimId)
    const statement = 'The harbour has another number of berths.'
    await updateClaim(ben, { id: claimId, revision: claimRevision, statement, shortForm, kind, speakerId })
    await expect(approveVerdict(dora, { id, revision })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
      text: expect.stringContaining('changed after this was submitted'),
    })
    await takeBackVerdict(ada, { id })
    await submitVerdict(ada, { id, revision })
    await approveVerdict(dora, { id, revision })
    expect((await getCurrentVerdict(claimId))?.claim.statement).toBe(statement)
  })

  test('PostgreSQL refuses it too, also to the owner of the tables', async () => {
    const { id } = await submitted()
    const publish = (more: string) =>
      asOwner(`UPDATE verdict SET state = 'published', published_at = now(), frozen = '{}', ${more} WHERE id = '${id}'`)
    await expect(publish(`approver_id = '${people.ada.id}'`)).rejects.toThrow(/two_people|saved it too/)
    await asOwner(
      `INSERT INTO verdict_save (id, verdict_id, revision, saved_by_id, saved_at, content)
       VALUES ('${newId()}', '${id}', 99, '${people.ben.id}', now(), '{}')`,
    )
    await expect(publish(`approver_id = '${people.ben.id}'`)).rejects.toThrow(/saved it too/)
    const { id: settingId } = await requireSettings()
    await expect(publish(`approver_id = '${people.ada.id}', solo_setting_id = '${settingId}'`)).rejects.toThrow(
      /one-person desk/,
    )
    await expect(publish(`approver_id = '${people.dora.id}', submitted_revision = 1`)).rejects.toThrow(/exact_revision/)
  })

  test('a one-person desk may, and the row names the setting', async () => {
    const before = await requireSettings()
    const switchSolo = async (isSolo: boolean) => {
      const { version, ...settings } = await requireSettings()
      await changeSettings(people.cleo.ctx(), { expectedVersion: version, ...SettingInput.parse(settings), isSolo })
    }
    await switchSolo(true)
    const claim = await freshClaim()
    await cite(claim, dora)
    const { id } = await startVerdict(dora, { claimId: claim.claimId })
    await saveVerdict(dora, { id, revision: 1, ...content() })
    await submitVerdict(dora, { id, revision: 2 })
    expect((await getWorkspace(dora, claim.claimId))?.moves.approve).toEqual({ isAllowed: true, isSolo: true })
    await approveVerdict(dora, { id, revision: 2 })
    const solo = await requireSettings()
    expect(await verdictRow(id)).toMatchObject({ approverId: people.dora.id, soloSettingId: solo.id })
    expect(solo.id).not.toBe(before.id)
    expect((await getCurrentVerdict(claim.claimId))?.isSolo).toBe(true)
    const two = await published()
    expect((await verdictRow(two.id)).soloSettingId).toBeNull()
    await switchSolo(false)
  })
})

describe('what was published stays', () => {
  test.each([
    ['changing it', (id: string) => `UPDATE verdict SET summary = 'x' WHERE id = '${id}'`],
    ['taking it back', (id: string) => `UPDATE verdict SET state = 'draft' WHERE id = '${id}'`],
    ['deleting it', (id: string) => `DELETE FROM verdict WHERE id = '${id}'`],
    ['truncating', () => 'TRUNCATE verdict CASCADE'],
    ['changing a save', (id: string) => `UPDATE verdict_save SET content = '{}' WHERE verdict_id = '${id}'`],
    ['deleting a save', (id: string) => `DELETE FROM verdict_save WHERE verdict_id = '${id}'`],
    ['truncating corrections', () => 'TRUNCATE correction'],
  ])('PostgreSQL refuses %s', async (_name, sql) => {
    const { id } = await published()
    await expect(asOwner(sql(id))).rejects.toThrow(/refused|immutable/)
  })

  test('every command refuses it', async () => {
    const { id, revision, claimId } = await published()
    const refused = { code: 'MOVE_REFUSED' }
    await expect(saveVerdict(ada, { id, revision, ...content({ summary: 'x' }) })).rejects.toMatchObject(refused)
    await expect(submitVerdict(ada, { id, revision })).rejects.toMatchObject(refused)
    await expect(takeBackVerdict(ada, { id })).rejects.toMatchObject(refused)
    await expect(sendBackVerdict(ben, { id, revision, reason: 'x' })).rejects.toMatchObject(refused)
    await expect(approveVerdict(ben, { id, revision })).rejects.toMatchObject(refused)
    await expect(startVerdict(ada, { claimId })).rejects.toMatchObject(refused)
  })

  test('a claim has at most one version that is not published', async () => {
    const { claimId, id } = await submitted()
    await expect(startVerdict(ben, { claimId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    const second = `INSERT INTO verdict (id, claim_id, ordinal, setting_id, author_id, created_at)
      SELECT '${newId()}', claim_id, 2, setting_id, author_id, now() FROM verdict WHERE id = '${id}'`
    await expect(asOwner(second)).rejects.toThrow(/one_unpublished_per_claim/)
  })
})

describe('two people at once', () => {
  test('the second sees the other text, and nothing of either is lost', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(dora, { id, revision: 1, ...content({ summary: 'Dora wrote this.' }) })
    await expect(
      saveVerdict(ada, { id, revision: 1, ...content({ summary: 'Ada wrote this.' }) }),
    ).rejects.toMatchObject({
      code: 'STALE',
      details: { revision: 2, theirs: { savedBy: 'Dora Lindqvist', content: { summary: 'Dora wrote this.' } } },
    })
    expect((await verdictRow(id)).summary).toBe('Dora wrote this.')
  })

  test('of twenty saves of one revision one wins, the others see the conflict', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    const saves = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => saveVerdict(ada, { id, revision: 1, ...content({ summary: `Text ${n}` }) })),
    )
    const won = saves.filter(({ status }) => status === 'fulfilled')
    const stale = saves.filter((save) => save.status === 'rejected' && isAppError(save.reason, 'STALE'))
    expect([won.length, stale.length]).toEqual([1, 19])
    expect(await db().verdictSave.count({ where: { verdictId: id } })).toBe(2)
    expect((await verdictRow(id)).revision).toBe(2)
  })

  test('of two approvals at once one counts', async () => {
    const made = await submitted()
    const both = await Promise.allSettled([approveVerdict(ben, made), approveVerdict(dora, made)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await listPublishedVersions(made.claimId)).toHaveLength(1)
  })

  test('the same text sent twice counts as saved', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    expect(await saveVerdict(ada, { id, revision: 1, ...content() })).toMatchObject({ revision: 2 })
  })
})

describe('a correction', () => {
  test('makes a new version with a public note and keeps the old one readable', async () => {
    const { claimId, id: first } = await published()
    await expect(startCorrection(ada, { claimId, level: 'factual', note: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: first })
    const next = content({ summary: 'Now right.', correctionLevel: 'minor', correctionNote: 'A figure was wrong.' })
    await saveVerdict(ada, { id, revision: 1, ...next })
    await submitVerdict(ada, { id, revision: 2 })
    await expect(approveVerdict(dora, { id, revision: 2 })).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await approveVerdict(ben, { id, revision: 2 })
    const versions = await listPublishedVersions(claimId)
    expect(versions.map(({ ordinal, isCurrent }) => [ordinal, isCurrent])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(versions[0]?.frozen.correction).toEqual({ level: 'minor', note: 'A figure was wrong.', previousOrdinal: 1 })
    expect(versions[1]?.frozen.summary).toBe('The register lists fewer berths.')
    expect(await listClaimCorrections(claimId)).toMatchObject([
      { level: 'minor', previousOrdinal: 1, ordinal: 2, authorName: 'Dora Lindqvist', approverName: 'Ben Okafor' },
    ])
    await expect(asOwner(`UPDATE correction SET note = 'x' WHERE claim_id = '${claimId}'`)).rejects.toThrow(/immutable/)
  })

  test('keeps its level and note given', async () => {
    const { claimId } = await published()
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    await expect(saveVerdict(ada, { id, revision: 1, ...content({ summary: 'x' }) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: { correctionLevel: expect.any(String), correctionNote: expect.any(String) },
    })
  })
})

describe('dropping', () => {
  test('a draft that was begun by mistake makes way for another one; what was saved of it stays', async () => {
    const claim = await freshClaim()
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    await saveVerdict(ada, { id, revision: 1, ...content() })
    await expect(dropVerdict(ada, { id, revision: 1, reason: 'Begun twice.' })).rejects.toMatchObject({ code: 'STALE' })
    await expect(dropVerdict(people.cleo.ctx(), { id, revision: 2, reason: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await dropVerdict(ada, { id, revision: 2, reason: 'Begun twice.' })
    expect(await verdictRow(id)).toMatchObject({
      state: 'dropped',
      droppedReason: 'Begun twice.',
      rating: 'mostly-false',
    })
    expect(await db().verdictSave.count({ where: { verdictId: id } })).toBe(2)
    expect((await claimRow(claim.claimId)).state).toBe('accepted')
    expect(await getWorkspace(ada, claim.claimId)).toMatchObject({ phase: 'accepted', version: null })
    const refused = { code: 'MOVE_REFUSED', text: expect.stringContaining('was dropped') }
    await expect(saveVerdict(ada, { id, revision: 2, ...content({ summary: 'x' }) })).rejects.toMatchObject(refused)
    await expect(dropVerdict(ada, { id, revision: 2, reason: 'x' })).rejects.toMatchObject(refused)
    const next = await startVerdict(ada, { claimId: claim.claimId })
    expect(await verdictRow(next.id)).toMatchObject({ ordinal: 1, summary: '' })
  })

  test('a correction: only an editor, readers see no change, and another can begin', async () => {
    const { claimId, id: first } = await published()
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    await expect(dropVerdict(ada, { id, revision: 1, reason: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await dropVerdict(ben, { id, revision: 1, reason: 'The year was right.' })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: first })
    expect(await listClaimCorrections(claimId)).toEqual([])
    const { id: again } = await startCorrection(dora, { claimId, level: 'minor', note: 'A comma was missing.' })
    const next = content({ summary: 'With a comma.', correctionLevel: 'minor', correctionNote: 'A comma was missing.' })
    await saveVerdict(ada, { id: again, revision: 1, ...next })
    await submitVerdict(ada, { id: again, revision: 2 })
    await approveVerdict(ben, { id: again, revision: 2 })
    expect((await listPublishedVersions(claimId)).map(({ ordinal }) => ordinal)).toEqual([2, 1])
  })

  test('a new draft after a withdrawal leaves the verdict withdrawn', async () => {
    const { claimId } = await published()
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'Wrong.' })
    await approveWithdrawal(ben, { correctionId })
    const { id } = await startVerdict(ada, { claimId })
    await dropVerdict(ada, { id, revision: 1, reason: 'Nothing new.' })
    expect(await getWorkspace(ada, claimId)).toMatchObject({ phase: 'withdrawn', claim: { state: 'withdrawn' } })
  })

  test('a submission is taken back first', async () => {
    const { id, revision } = await submitted()
    await expect(dropVerdict(ada, { id, revision, reason: 'x' })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })
})

describe('a withdrawal', () => {
  test('takes two people; the version stays readable and none is in force', async () => {
    const { claimId } = await published()
    await expect(proposeWithdrawal(ada, { claimId, note: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'The register was forged.' })
    await expect(approveWithdrawal(dora, { correctionId })).rejects.toMatchObject({
      code: 'SAME_PERSON',
      text: 'You proposed this withdrawal, so another editor has to approve.',
    })
    const alone = `UPDATE correction SET state = 'published', published_at = now(), approver_id = author_id WHERE id = '${correctionId}'`
    await expect(asOwner(alone)).rejects.toThrow(/two_people/)
    await approveWithdrawal(ben, { correctionId })
    expect(await claimRow(claimId)).toMatchObject({ state: 'withdrawn', currentVerdictId: null })
    expect(await listPublishedVersions(claimId)).toMatchObject([{ ordinal: 1, isCurrent: false }])
    expect(await listClaimCorrections(claimId)).toMatchObject([
      { level: 'withdrawal', note: 'The register was forged.' },
    ])
    await expect(dropWithdrawal(ben, { correctionId })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
  })

  test('dropped changes nothing for readers', async () => {
    const { claimId, id } = await published()
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'Maybe.' })
    await expect(startCorrection(ben, { claimId, level: 'minor', note: 'x' })).rejects.toMatchObject({
      code: 'MOVE_REFUSED',
    })
    await dropWithdrawal(ben, { correctionId })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: id })
    expect(await listClaimCorrections(claimId)).toEqual([])
  })

  test('overtakes a correction that was being written; its draft goes on as a new verdict', async () => {
    const { claimId } = await published()
    const { id } = await startCorrection(dora, { claimId, level: 'factual', note: 'The year was wrong.' })
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'All of it was wrong.' })
    await approveWithdrawal(ben, { correctionId })
    await saveVerdict(ada, { id, revision: 1, ...content({ summary: 'Anew.' }) })
    await submitVerdict(ada, { id, revision: 2 })
    await approveVerdict(ben, { id, revision: 2 })
    expect(await claimRow(claimId)).toMatchObject({ state: 'published', currentVerdictId: id })
    expect((await getCurrentVerdict(claimId))?.correction).toBeNull()
  })

  test('may be followed by a new verdict that starts from the last text', async () => {
    const { claimId } = await published()
    const { correctionId } = await proposeWithdrawal(dora, { claimId, note: 'Wrong.' })
    await approveWithdrawal(ben, { correctionId })
    const { id } = await startVerdict(ada, { claimId })
    expect(await verdictRow(id)).toMatchObject({ ordinal: 2, rating: 'mostly-false', state: 'draft' })
    expect((await claimRow(claimId)).state).toBe('withdrawn')
  })
})

test('the public log of corrections is paged by day and id, newest first', async () => {
  const all = await listCorrections({ limit: 100 })
  expect(all.length).toBeGreaterThan(3)
  const first = await listCorrections({ limit: 2 })
  const last = first.at(-1)
  const rest = await listCorrections({ limit: 100, before: last && { id: last.id, publishedAt: last.publishedAt } })
  expect([...first, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
})

test('what is frozen parses as what public pages read', async () => {
  const rows = await db().verdict.findMany({ where: { state: 'published' }, select: { frozen: true } })
  expect(rows.length).toBeGreaterThan(0)
  for (const { frozen } of rows) expect(FrozenVerdict.safeParse(frozen).success).toBe(true)
})
