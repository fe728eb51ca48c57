import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateClaim } from '@/lib/claims/commands'
import { keepDecided } from '@/lib/claims/commands/differences'
import { extractCandidates } from '@/lib/claims/commands/extraction'
import { createCandidateFromSelection } from '@/lib/claims/commands/marking'
import { mergeCandidate, rejectCandidate } from '@/lib/claims/commands/triage'
import { getDecidedDifference, listDifferences } from '@/lib/claims/queries/differences'
import { getCandidate } from '@/lib/claims/queries/reader'
import { getRereadingState } from '@/lib/claims/queries/rereading'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { getPredictionWorkspace } from '@/lib/predictions/queries/workspace'
import {
  ada,
  admin,
  differing,
  differingSpeaker,
  inputOf,
  NOW,
  openDifferenceDesk,
  people,
  readBefore,
  text,
} from '@/lib/testing/differences'
import { asOwner } from '@/lib/testing/owner'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'
import { takeOverReading } from './commands'

beforeAll(openDifferenceDesk)
afterAll(disconnect)

describe('keeping what was decided', () => {
  it('turns this very reading down for good, with its event, and lets another one through', async () => {
    const { articleId, candidate, difference } = await differing()
    await keepDecided(ada(), { differenceId: difference.id })
    await expect(keepDecided(ada(), { differenceId: difference.id })).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    expect(await getDecidedDifference(ada(), { candidateId: candidate.id })).toMatchObject({ state: 'kept' })
    const event = { entityId: candidate.id, type: 'difference.kept' }
    expect(await db().auditEvent.count({ where: event })).toBe(1)
    await readBefore(candidate.id, {})
    expect(await extractCandidates(admin(), articleId)).toMatchObject({ outcome: 'extracted', differing: 0 })
    await db().article.update({ where: { id: articleId }, data: { publishedOn: '2026-08-10' } })
    expect(await extractCandidates(admin(), articleId)).toMatchObject({ differing: 1 })
    expect(await listDifferences(ada(), { candidateId: candidate.id })).toMatchObject([
      { now: { dueFrom: '2026-08-10' } },
    ])
  })

  it('what was decided about a difference cannot be rewritten, and there is one open at a time', async () => {
    const { difference, candidate } = await differing()
    const again = `INSERT INTO candidate_difference SELECT gen_random_uuid(), candidate_id, extractor_version, fields, reading,
      'another', 'open', NULL, NULL, created_at FROM candidate_difference WHERE id = '${difference.id}'`
    await expect(asOwner(again)).rejects.toThrow('candidate_difference_one_open')
    await keepDecided(ada(), { differenceId: difference.id })
    const undo = `UPDATE candidate_difference SET state = 'open', decided_at = NULL, decided_by_id = NULL WHERE candidate_id = '${candidate.id}'`
    await expect(asOwner(undo)).rejects.toThrow('immutable')
  })
})

describe('deciding by an ordinary edit what newer rules read', () => {
  const differing = async () => (await getRereadingState(ada())).differing

  it('closes the difference, once nothing is left of it', async () => {
    const { articleId, candidate, claimId } = await acceptedClaim(ada(), text())
    await db().claim.update({ where: { id: claimId }, data: { kind: 'event' } })
    await readBefore(candidate.id, { kind: 'event', dueFrom: '2026-01-01', dueTo: '2026-03-31' })
    const before = await differing()
    await extractCandidates(admin(), articleId)
    expect(await differing()).toBe(before + 1)
    const { statement, shortForm } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    await updateClaim(ada(), {
      ...{ id: claimId, revision: 1, statement, shortForm },
      kind: 'prediction',
      speakerId: null,
    })
    expect(await listDifferences(ada(), { claimId })).toMatchObject([{ fields: ['window'] }])
    const workspace = await getPredictionWorkspace(ada(), claimId)
    if (!workspace) throw new Error('no prediction')
    const window = { from: '2026-07-01', to: '2026-12-31' }
    await savePrediction(ada(), { claimId, revision: null, content: { ...workspace.content, window } })
    expect(await differing()).toBe(before)
    expect(await listDifferences(ada(), { claimId })).toEqual([])
  })

  it('or leaves one that can be closed by hand, where the edit was of another thing', async () => {
    const { candidate, claimId, difference } = await differingSpeaker()
    const before = await differing()
    const { speakerId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
    const aliasKey = 'lena ostrow'
    await db().speakerAlias.create({
      data: { id: newId(), speakerId: speakerId ?? '', alias: 'Lena Ostrow', aliasKey, createdAt: NOW },
    })
    expect(await listDifferences(ada(), { candidateId: candidate.id })).toMatchObject([{ fields: [], takeable: [] }])
    await keepDecided(ada(), { differenceId: difference.id })
    expect(await differing()).toBe(before - 1)
  })
})

describe('taking over', () => {
  it('a window shows in the form of a prediction that nobody has written yet', async () => {
    const found = await differing()
    expect(await takeOverReading(ada(), inputOf(found))).toEqual({ claimId: found.claimId })
    const workspace = await getPredictionWorkspace(ada(), found.claimId)
    expect(workspace?.content.window).toEqual({ from: '2026-07-01', to: '2026-12-31' })
    expect(await listDifferences(ada(), { candidateId: found.candidate.id })).toEqual([])
    await readBefore(found.candidate.id, {})
    expect(await extractCandidates(admin(), found.articleId)).toMatchObject({ differing: 0 })
  })

  it('a kind goes into the claim, not over what somebody else saved; the speaker stays for a person to choose', async () => {
    const claim = await acceptedClaim(ada(), text())
    await db().claim.update({ where: { id: claim.claimId }, data: { kind: 'event' } })
    await readBefore(claim.candidate.id, { kind: 'event', speakerText: 'the port' })
    await extractCandidates(admin(), claim.articleId)
    const [difference] = await listDifferences(ada(), { claimId: claim.claimId })
    expect(difference).toMatchObject({ fields: ['kind', 'speaker'], takeable: ['kind'] })
    expect(difference?.staying).toEqual([{ field: 'speaker', because: 'speaker' }])
    const differenceId = difference?.id ?? ''
    const speakers = await db().speaker.count()
    await db().claim.update({ where: { id: claim.claimId }, data: { revision: 5 } })
    await expect(takeOverReading(ada(), { differenceId, revision: 1 })).rejects.toMatchObject({ code: 'STALE' })
    await takeOverReading(ada(), { differenceId, revision: 5 })
    expect(await db().claim.findUniqueOrThrow({ where: { id: claim.claimId } })).toMatchObject({
      ...{ kind: 'prediction', speakerId: null, revision: 6 },
    })
    expect(await db().speaker.count()).toBe(speakers)
  })

  it('only what was taken over is told, and a later reading does not bring it back', async () => {
    const { articleId, candidate, difference, claimId } = await differing({
      ...{ dueFrom: '2026-01-01', dueTo: '2026-03-31', speakerText: 'the port' },
    })
    expect(difference).toMatchObject({ fields: ['speaker', 'window'], takeable: ['window'] })
    // as if it were another reading than the one to come
    await db().candidateDifference.update({ where: { id: difference.id }, data: { readingKey: 'another' } })
    await takeOverReading(ada(), { differenceId: difference.id, revision: 1 })
    const told = await db().auditEvent.findFirstOrThrow({
      where: { entityId: candidate.id, type: 'difference.taken' },
      include: { payload: true },
    })
    expect(told.payload?.payload).toMatchObject({ articleId, fields: ['window'] })
    await readBefore(candidate.id, { certaintyWords: 'may' })
    await extractCandidates(admin(), articleId)
    const [later] = await listDifferences(ada(), { claimId })
    expect(later?.fields).toEqual(['speaker', 'certainty'])
    expect(later?.was).toMatchObject({ dueFrom: '2026-07-01', dueTo: '2026-12-31', certaintyWords: 'may' })
    await takeOverReading(ada(), { differenceId: later?.id ?? '', revision: 1 })
    const workspace = await getPredictionWorkspace(ada(), claimId)
    expect(workspace?.content).toMatchObject({ window: { from: '2026-07-01' }, certaintyWords: 'will' })
  })

  it('figures go into the claim: those that people added stay, those that only older rules read go', async () => {
    const body = `The port of ${freshName()} bought two ferries for $550 million.`
    const { articleId, candidate, claimId } = await acceptedClaim(ada(), body)
    const [ferries, money] = await db().quantity.findMany({ where: { claimId }, orderBy: { position: 'asc' } })
    if (!ferries || !money) throw new Error('two figures were expected')
    const wrong = { ...ferries, value: '12', low: null, high: null, unit: 'dozen' }
    await db().quantity.update({ where: { id: ferries.id }, data: { value: wrong.value, unit: wrong.unit } })
    await db().quantity.create({ data: { ...money, id: newId(), text: 'by hand', value: '7', unit: 'ships' } })
    const own = await db().quantity.findFirstOrThrow({ where: { candidateId: candidate.id, text: ferries.text } })
    await readBefore(candidate.id, {
      quantities: { update: { where: { id: own.id }, data: { value: '12', unit: 'dozen' } } },
    })
    await extractCandidates(admin(), articleId)
    const [difference] = await listDifferences(ada(), { claimId })
    expect(difference).toMatchObject({ fields: ['figures'], takeable: ['figures'] })
    await takeOverReading(ada(), { differenceId: difference?.id ?? '', revision: 1 })
    const after = await db().quantity.findMany({ where: { claimId }, orderBy: { position: 'asc' } })
    expect(after.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['550000000 USD', '7 ships', '2 ferries'])
  })

  it('a proposed window is taken back to its draft, and a second person has to look again', async () => {
    const { claimId, articleId, candidate } = await acceptedClaim(ada(), text())
    const workspace = await getPredictionWorkspace(ada(), claimId)
    if (!workspace) throw new Error('no prediction')
    const content = {
      ...workspace.content,
      window: { from: '2026-01-01', to: '2026-03-31' },
      criteria: 'A ship docks.',
    }
    const saved = await savePrediction(ada(), { claimId, revision: null, content })
    await proposePrediction(ada(), saved)
    await readBefore(candidate.id, { dueFrom: '2026-01-01', dueTo: '2026-03-31' })
    await extractCandidates(admin(), articleId)
    const [difference] = await listDifferences(ada(), { claimId })
    if (!difference) throw new Error('nothing was read otherwise')
    const input = { differenceId: difference.id, revision: 1, predictionRevision: saved.revision }
    await takeOverReading(ada(), input)
    expect(await db().prediction.findUniqueOrThrow({ where: { claimId } })).toMatchObject({
      ...{ state: 'draft', dueFrom: '2026-07-01', dueTo: '2026-12-31', criteria: 'A ship docks.', proposedById: null },
    })
  })

  it('a rejected candidate goes back to triage as the newer rules read it', async () => {
    const { articleId, first } = await candidatesOf(ada(), text())
    await rejectCandidate(ada(), { candidateId: first.id, reason: 'wrong_span' })
    await readBefore(first.id, { kind: 'event', dueFrom: null, dueTo: null })
    await extractCandidates(admin(), articleId)
    const [difference] = await listDifferences(ada(), { candidateId: first.id })
    expect(difference?.takeable).toEqual(['kind', 'window'])
    await takeOverReading(ada(), { differenceId: difference?.id ?? '' })
    expect(await getCandidate(ada(), first.id)).toMatchObject({
      ...{ state: 'new', kind: 'prediction', due: { from: '2026-07-01', to: '2026-12-31' } },
    })
  })

  it('a rejected candidate is not moved onto words that a person marked', async () => {
    const { articleId, first } = await candidatesOf(ada(), text())
    const { snapshotId, start, end, quote } = first
    await rejectCandidate(ada(), { candidateId: first.id, reason: 'wrong_span' })
    await readBefore(first.id, { end: end - 5, quote: quote.slice(0, -5) })
    await extractCandidates(admin(), articleId)
    const { candidateId } = await createCandidateFromSelection(ada(), {
      ...{ snapshotId, start, end, quote, kind: 'prediction' },
    })
    const [difference] = await listDifferences(ada(), { candidateId: first.id })
    expect(difference?.fields).toEqual(['span'])
    await expect(takeOverReading(ada(), { differenceId: difference?.id ?? '' })).rejects.toMatchObject({
      ...{ code: 'MOVE_REFUSED', details: { candidateId } },
    })
    expect(await getCandidate(ada(), first.id)).toMatchObject({ state: 'rejected', end: end - 5 })
  })

  it('of a place in a known claim nothing can be taken over, and of an admin nothing is', async () => {
    const known = await acceptedClaim(ada(), text())
    const { articleId, first } = await candidatesOf(ada(), text())
    await mergeCandidate(ada(), { candidateId: first.id, claimId: known.claimId })
    await readBefore(first.id, { speakerText: 'the port' })
    await extractCandidates(admin(), articleId)
    const [difference] = await listDifferences(ada(), { candidateId: first.id })
    expect(difference?.takeable).toEqual([])
    const input = { differenceId: difference?.id ?? '', revision: 1 }
    await expect(takeOverReading(ada(), input)).rejects.toMatchObject({ code: 'MOVE_REFUSED' })
    await expect(takeOverReading(admin(), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is done once when two people press at the same time', async () => {
    const input = inputOf(await differing())
    const results = await Promise.allSettled([
      takeOverReading(ada(), input),
      takeOverReading(people.ben.ctx(NOW), input),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
