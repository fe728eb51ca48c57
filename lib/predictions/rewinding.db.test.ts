import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { confirmPublicationDay, updateArticleDetails } from '@/lib/articles/commands/details'
import { mergePublishers, undoPublisherMerge } from '@/lib/articles/commands/publishers'
import { splitPublisher, undoPublisherSplit } from '@/lib/articles/commands/splitting'
import { joinStory, leaveStory } from '@/lib/articles/commands/stories'
import { canonicalForm } from '@/lib/audit/rules'
import { mergeClaims, splitClaim, unmergeClaims } from '@/lib/claims/commands/merging'
import { holdSpeakers, setApprovedSpeakerIn } from '@/lib/claims/commands/misattribution'
import { mergeSpeakers, splitAlias, undoSpeakerMerge } from '@/lib/claims/commands/speakers'
import { setTopics } from '@/lib/claims/commands/topics'
import { regroupUnnamedJob } from '@/lib/claims/jobs'
import { aliasKeyOf } from '@/lib/claims/rules/speakers'
import { newId } from '@/lib/core/ids'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { makeClaim, makePublisher, makeSpeaker } from '@/lib/testing/predictions'
import { editor, INSIDE, type Made, opened, openRecordDesk, resolved, TODAY } from '@/lib/testing/records'
import { recomputeLedger } from './queries/recompute'

/** What is found, moved and merged later leaves the records of a past day as they were known at its end, to the byte. */

const LATER = '2026-06-03'
const later = () => ({ ...editor, now: new Date(`${LATER}T08:00:00Z`) })
const alias = 'Minister Brun'
const SAME = 'The lock opens in the second half of the year'

let publishers: Record<'quay' | 'inland' | 'merged', string>
let speakers: Record<'ada' | 'bo' | 'merged', string>
let own: Made
let copy: Made
let named: Made
let unnamed: Made
/** Two that were one story, and one claim that was merged into another, before the day ended. */
let linked: [Made, Made]
let absorbed: string
let past: string

const articleOf = async ({ claimId }: { claimId: string }) =>
  (await db().occurrence.findFirstOrThrow({ where: { claimId }, orderBy: { id: 'asc' } })).articleId

async function bytes(asOfOn: string): Promise<string> {
  const lines: string[] = []
  await recomputeLedger(asOfOn, async (record) => {
    lines.push(canonicalForm(record))
  })
  return lines.join('\n')
}

beforeAll(async () => {
  await openRecordDesk()
  publishers = {
    quay: await makePublisher('Quay Daily'),
    inland: await makePublisher('Inland Times'),
    merged: await makePublisher('Quay Sunday'),
  }
  speakers = {
    ada: await makeSpeaker('Ada Brun'),
    bo: await makeSpeaker('Bo Lind'),
    merged: await makeSpeaker('A. Brun'),
  }
  const { quay, inland, merged } = publishers
  own = await opened({ statement: SAME, publisherId: quay, publishedOn: '2025-02-03' })
  copy = await opened({ statement: SAME, publisherId: inland, publishedOn: '2025-02-05' })
  named = await opened({ publisherId: quay, speakerId: speakers.ada, speakerText: alias })
  unnamed = await opened({ publisherId: quay, speakerId: await makeSpeaker('officials', quay) })
  const said = { statement: 'The mole is raised', publisherId: inland }
  linked = [
    await opened({ ...said, publishedOn: '2025-02-01' }),
    await opened({ ...said, publisherId: merged, publishedOn: '2025-02-02' }),
  ]
  await opened({ publisherId: merged, speakerId: speakers.merged })
  for (const one of [own, copy, named, unnamed]) await resolved([one], INSIDE)
  await setTopics(editor, { claimId: own.claimId, topics: ['Canals'] })
  await joinStory(editor, { articleId: await articleOf(linked[0]), other: await articleOf(linked[1]) })
  await mergeSpeakers(editor, { fromSpeakerId: speakers.merged, intoSpeakerId: speakers.ada })
  await mergePublishers(editor, { publisherId: merged, intoId: quay, reason: 'One paper.' })
  absorbed = await makeClaim({
    statement: 'Ada says it too',
    publisherId: inland,
    publishedOn: '2025-03-01',
    speakerId: speakers.bo,
  })
  await mergeClaims(editor, { fromClaimId: absorbed, intoClaimId: named.claimId })
  past = await bytes(TODAY)
}, 60_000)
afterAll(disconnect)

let present: string
beforeEach(async () => {
  present = await bytes(LATER)
})

/** The past day is as it was; with the present one the change is seen to matter. */
async function expectPastKept(): Promise<void> {
  expect(await bytes(LATER)).not.toBe(present)
  expect(await bytes(TODAY)).toBe(past)
}

test('an earlier article that is imported later', async () => {
  const found = await makeClaim({
    ...{ statement: 'The lock will open', publisherId: publishers.inland, publishedOn: '2025-01-02' },
    foundAt: later().now,
  })
  await mergeClaims(later(), { fromClaimId: found, intoClaimId: own.claimId })
  await expectPastKept()
})

test('articles that become one story, and one that leaves its story', async () => {
  await joinStory(later(), { articleId: await articleOf(own), other: await articleOf(copy) })
  await expectPastKept()
  present = await bytes(LATER)
  await leaveStory(later(), { articleId: await articleOf(linked[1]), reason: 'Not a copy.' })
  await expectPastKept()
})

test('topics given and taken away', async () => {
  await setTopics(later(), { claimId: own.claimId, topics: ['Harbours'] })
  await setTopics(later(), { claimId: named.claimId, topics: ['Canals'] })
  await expectPastKept()
})

test('claims merged, taken apart, and a merge taken back', async () => {
  const other = await makeClaim({
    statement: 'Bo says so',
    publisherId: publishers.quay,
    publishedOn: '2025-03-02',
    speakerId: speakers.bo,
  })
  await mergeClaims(later(), { fromClaimId: other, intoClaimId: own.claimId })
  await expectPastKept()
  present = await bytes(LATER)
  await unmergeClaims(later(), { claimId: absorbed })
  await expectPastKept()
  present = await bytes(LATER)
  const { id } = await db().occurrence.findFirstOrThrow({ where: { claimId: own.claimId, speakerId: speakers.bo } })
  const apart = { statement: 'Bo says so, apart', shortForm: 'Bo says so', kind: 'prediction' as const }
  await splitClaim(later(), { claimId: own.claimId, occurrenceIds: [id], ...apart })
  await expectPastKept()
})

test('speakers merged, taken apart, and a merge taken back', async () => {
  await undoSpeakerMerge(later(), { speakerId: speakers.merged })
  await expectPastKept()
  present = await bytes(LATER)
  const aliasId = newId()
  const made = { speakerId: speakers.ada, alias, aliasKey: aliasKeyOf(alias), createdAt: later().now }
  await db().speakerAlias.create({ data: { id: aliasId, ...made } })
  const { speakerId } = await splitAlias(later(), { aliasId, name: 'Anna Brun', kind: 'person' })
  await expectPastKept()
  present = await bytes(LATER)
  await mergeSpeakers(later(), { fromSpeakerId: speakerId, intoSpeakerId: speakers.bo })
  await expectPastKept()
})

/** What the worker does after articles moved. */
async function regroup(type: string): Promise<void> {
  const { id } = await db().auditEvent.findFirstOrThrow({ where: { type }, orderBy: { seq: 'desc' } })
  await regroupUnnamedJob(later(), id)
}

test('publishers merged and split, and each taken back, with their unnamed sources', async () => {
  const { quay, inland, merged } = publishers
  await undoPublisherMerge(later(), { publisherId: merged })
  await expectPastKept()
  present = await bytes(LATER)
  const { splitId } = await splitPublisher(later(), {
    ...{ publisherId: quay, articleIds: [await articleOf(unnamed)], intoId: inland, reason: 'The other paper.' },
  })
  await regroup('publisher.split')
  await expectPastKept()
  present = await bytes(LATER)
  await undoPublisherSplit(later(), { publisherId: quay, splitId })
  await regroup('publisher.split_undone')
  await expectPastKept()
  present = await bytes(LATER)
  await mergePublishers(later(), { publisherId: inland, intoId: quay, reason: 'One paper.' })
  await regroup('publisher.merged')
  await expectPastKept()
})

test('the speaker of a claim corrected', async () => {
  const changed = { id: unnamed.claimId, speakerId: speakers.bo }
  await inTransaction(async (tx) =>
    setApprovedSpeakerIn(tx, later(), unnamed.claimId, await holdSpeakers(tx, later(), changed)),
  )
  await expectPastKept()
})

test('the day and the publisher of an article corrected', async () => {
  const articleId = await articleOf(named)
  const { revision } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const confirmed = await confirmPublicationDay(later(), { articleId, revision, publishedOn: '2026-02-01' })
  const details = { title: 'A page', publisherId: publishers.merged }
  await updateArticleDetails(later(), { articleId, revision: confirmed.revision, ...details })
  await expectPastKept()
})

test('nothing of the past is left on the connection', async () => {
  const rows = await db().$queryRaw`SELECT relname FROM pg_class WHERE relpersistence = 't'`
  expect(rows).toEqual([])
})
