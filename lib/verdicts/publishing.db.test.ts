import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { isAppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { asOwner } from '@/lib/testing/owner'
import { submitVerdictOn } from '@/lib/testing/publishing'
import { claimRow, content, openVerdictDesk, type VerdictDesk, verdictRow } from '@/lib/testing/verdict-desk'
import { approveVerdict, sendBackVerdict } from './commands/approval'
import { saveVerdict, startVerdict, submitVerdict, takeBackVerdict } from './commands/drafts'
import { getCurrentVerdict } from './queries'
import { FrozenVerdict } from './schema'

let ada: VerdictDesk['ada']
let ben: VerdictDesk['ben']
let freshClaim: VerdictDesk['freshClaim']
let submitted: VerdictDesk['submitted']
let published: VerdictDesk['published']

beforeAll(async () => {
  ;({ ada, ben, freshClaim, submitted, published } = await openVerdictDesk())
})
afterAll(disconnect)

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

test('what is frozen parses as what public pages read', async () => {
  const rows = await db().verdict.findMany({ where: { state: 'published' }, select: { frozen: true } })
  expect(rows.length).toBeGreaterThan(0)
  for (const { frozen } of rows) expect(FrozenVerdict.safeParse(frozen).success).toBe(true)
})
