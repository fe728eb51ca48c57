import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importArticle } from '@/lib/articles/commands/import'
import { mergePublishers, undoPublisherMerge } from '@/lib/articles/commands/publishers'
import { requireArticle } from '@/lib/articles/queries'
import { mergeClaims } from '@/lib/claims/commands/merging'
import { contextOf, systemActor } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { db, disconnect } from '@/lib/platform/db'
import { reindexClaim } from '@/lib/search/commands'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { makePeople, type People } from '@/lib/testing/people'
import { openPrediction, type Pair, publishClaim, submitVerdictOn } from '@/lib/testing/publishing'
import { approveVerdict } from '@/lib/verdicts/commands/approval'
import { listVerdictCards } from './queries/claims'
import { namesOfFilter } from './queries/filter-names'
import { findClaims } from './queries/found'
import { listLedger } from './queries/ledger'
import { getSpeakerPage, listPublicSpeakers } from './queries/people'
import { getPredictionPage } from './queries/prediction-page'
import type { LedgerFilter } from './schema'

const TODAY = '2025-11-10'
let people: People
let pair: Pair
const system = contextOf(systemActor('test'), new Date())

/** The pair at some minute: what is published later is newer. */
const at = (minute: number): Pair => {
  const now = new Date(Date.UTC(2025, 10, 1, 12, minute))
  return { writer: people.ada.ctx(now), approver: people.ben.ctx(now) }
}

beforeAll(async () => {
  people = await makePeople()
  pair = { writer: people.ada.ctx(), approver: people.ben.ctx() }
  await createFirstSettings(system, { newsroomName: 'The Test Desk', zone: 'Pacific/Auckland' })
})
afterAll(disconnect)

describe('lists', () => {
  test('verdicts stand by the day they were published, however long the draft took, and page by key', async () => {
    const [slow, first, second] = [at(1), at(2), at(3)]
    const waiting = await makeClaim(slow.writer, 'The slow verdict counts 101 gulls.')
    const draft = await submitVerdictOn(slow.writer, waiting.claimId)
    const a = await publishClaim(first, 'The first verdict counts 102 gulls.')
    const b = await publishClaim(second, 'The second verdict counts 103 gulls.')

    await approveVerdict(at(4).approver, draft)
    const ours = [waiting, b, a].map(({ claimId }) => claimId)

    const seen: string[] = []
    let next: string | null = null
    do {
      const page = await listVerdictCards({ limit: 2, before: next ?? undefined })
      expect(page.cards.length).toBeLessThanOrEqual(2)
      seen.push(...page.cards.map((card) => card.claimId))
      next = page.next
    } while (next !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => ours.includes(id))).toEqual(ours)
  })

  test('the day of publication is that of the newsroom', async () => {
    const claim = await publishClaim(at(30), 'The late verdict counts 104 gulls.')
    const { cards } = await listVerdictCards({ limit: 100 })
    expect(cards.find((card) => card.claimId === claim.claimId)?.publishedOn).toBe('2025-11-02')
  })

  test('the ledger pages by key through every prediction once, also through those without a window', async () => {
    const windows = [
      ['2025-11-12', '2025-11-20'],
      ['2025-11-12', '2025-11-20'],
      ['2026-01-01', '2026-02-01'],
    ] as const
    for (const [index, [from, to]] of windows.entries())
      await openPrediction(pair, `The ledger will hold line ${index}.`, { window: { from, to } })
    await openPrediction(pair, 'The ledger will be great one day.', {
      ...{ window: null, windowWords: null, windowBasis: null, certaintyWords: null },
      vagueReason: 'No day is named.',
    })
    const all = await db().prediction.count({ where: { frozenAt: { not: null } } })
    const first = await listLedger({ view: 'all' }, TODAY)
    expect(first.rows).toHaveLength(Math.min(25, all))
    for (const [index, row] of first.rows.entries()) {
      const after = `${row.window?.to ?? ''}.${(await idOf(row.claimId)) ?? ''}`
      const rest = await listLedger({ view: 'all', after }, TODAY)
      expect(rest.rows.map((one) => one.claimId)).toEqual(first.rows.slice(index + 1).map((one) => one.claimId))
    }
    const soon = await listLedger({ view: 'due_soon' }, TODAY)
    expect(soon.rows.map((row) => row.window?.to)).toEqual(soon.rows.map((row) => row.window?.to).sort())
    expect(soon.rows.every((row) => row.resolution === 'open')).toBe(true)
  })

  test('a speaker known only by repeating a prediction has a page that lists what its record counts', async () => {
    const said = await openPrediction(at(40), 'The Larkspur ferry will sail in November.')
    const repeat = await makeClaim(at(41).writer, 'The Larkspur ferry is going to sail.', { kind: 'prediction' })
    await mergeClaims(pair.approver, { fromClaimId: repeat.claimId, intoClaimId: said.claimId })
    const { speaker } = await db().occurrence.findUniqueOrThrow({
      where: { id: repeat.occurrenceId },
      select: { speaker: { select: { slug: true } } },
    })
    const slug = speaker?.slug ?? ''
    const found = await getSpeakerPage(slug, TODAY)
    expect(found).toMatchObject({
      is: 'page',
      page: { figures: { record: { stillOpen: 1 }, predictions: [{ claimId: said.claimId }] }, verdicts: [] },
    })
    const { rows } = await listLedger({ view: 'all', speaker: slug }, TODAY)
    expect(rows.map((row) => row.claimId)).toEqual([said.claimId])
    const listed = (await listPublicSpeakers(TODAY, slug.slice(0, -1))).speakers.find((row) => row.slug === slug)
    expect(listed).toMatchObject({ verdicts: 0, predictions: 1 })
  })

  test('the ledger names the publisher of what has no speaker, and a filter follows a merge', async () => {
    const said = await openPrediction(at(50), 'The Sedgeley ferry will sail in November.')
    const row = async (publisher?: string) =>
      (await listLedger({ view: 'all', publisher }, TODAY)).rows.find(({ claimId }) => claimId === said.claimId)
    expect(await row()).toMatchObject({ publisher: null })
    await db().prediction.update({ where: { id: said.predictionId }, data: { speakerId: null } })
    const quay = { name: 'Quay Daily', slug: 'quay-daily' }
    expect(await row()).toMatchObject({ speaker: null, publisher: { ...quay, isOwnVoice: false } })
    const page = (isOwnVoice: boolean) => ({ page: { first: { isOwnVoice, article: { publisher: quay } } } })
    expect(await getPredictionPage(said.slug)).toMatchObject(page(false))
    await db().occurrence.update({ where: { id: said.occurrenceId }, data: { speakerId: null } })
    expect(await row()).toMatchObject({ publisher: { ...quay, isOwnVoice: true } })
    expect(await getPredictionPage(said.slug)).toMatchObject(page(true))

    const into = await importArticle(system, { text: 'Norhaven counts 31 boats, it said.', publisher: 'Inland Times' })
    const { publisher } = await requireArticle(system, into.articleId)
    const from = await db().publisher.findUniqueOrThrow({ where: { slug: quay.slug } })
    const [merge, undo] = [
      { publisherId: from.id, intoId: publisher.id, reason: 'One house' },
      { publisherId: from.id },
    ]
    await mergePublishers(pair.approver, merge)
    for (const slug of [quay.slug, publisher.slug]) {
      expect(await row(slug)).toMatchObject({ publisher: { name: 'Inland Times' } })
      expect(await namesOfFilter({ view: 'all', publisher: slug }, TODAY)).toEqual({ publisher: 'Inland Times' })
    }
    await undoPublisherMerge(pair.approver, undo)
    expect(await namesOfFilter({ view: 'all', publisher: quay.slug, speaker: 'no-such' }, TODAY)).toEqual({
      ...{ speaker: null, publisher: 'Quay Daily' },
    })
  })

  test('a filter names those who have something public, and nobody else of the desk', async () => {
    const said = await openPrediction(at(55), 'The Marram ferry will sail in November.')
    const speakerOf = async (claimId: string) =>
      (await db().claim.findUniqueOrThrow({ where: { id: claimId }, include: { speaker: true } })).speaker
    const shown = await speakerOf(said.claimId)
    const waiting = await makeClaim(pair.writer, 'The Marram ferry carries 61 cars.')
    const unknown = await speakerOf(waiting.claimId)
    const text = 'Norhaven counts 62 boats, it said.'
    const { articleId } = await importArticle(system, { text, publisher: 'Marram Leaflet' })
    const { publisher } = await requireArticle(system, articleId)
    const named = (filter: Partial<LedgerFilter>) => namesOfFilter({ view: 'all', ...filter }, TODAY)
    expect(await named({ speaker: shown?.slug, publisher: 'quay-daily' })).toEqual({
      ...{ speaker: shown?.name, publisher: 'Quay Daily' },
    })
    expect(await named({ speaker: unknown?.slug, publisher: publisher.slug })).toEqual({
      speaker: null,
      publisher: null,
    })
  })

  const hostile: Partial<LedgerFilter>[] = [
    { after: `2025-02-31.${newId()}` },
    { after: '.------------------------------------' },
    { after: "x' OR 1=1" },
    { speaker: 'no-such-speaker' },
  ]
  test.each(hostile)('a filter that nobody could have chosen fails nothing: %j', async (filter) => {
    const { rows } = await listLedger({ view: 'all', ...filter }, TODAY)
    expect(Array.isArray(rows)).toBe(true)
  })

  test.each(['1.x', '99999999999999999.', `1.${'-'.repeat(36)}`])('the key %j begins at the top', async (before) => {
    expect((await listVerdictCards({ before })).cards).toEqual((await listVerdictCards()).cards)
  })
})

const idOf = async (claimId: string) => (await db().prediction.findFirst({ where: { claimId } }))?.id

test('a search finds predictions with their window, and verdicts with their rating', async () => {
  const claim = await publishClaim(pair, 'The Zephyrine dock of Norhaven holds 12 ships.')
  const prediction = await openPrediction(pair, 'The Zephyrine dock of Norhaven will be widened.')
  for (const { claimId } of [claim, prediction]) await reindexClaim(system, claimId)
  const found = await findClaims('zephyrine docks', TODAY)
  expect(new Map(found.map(({ card, prediction: row }) => [card.claimId, [card.rating?.key, row?.dueText]]))).toEqual(
    new Map([
      [claim.claimId, ['mostly-false', undefined]],
      [prediction.claimId, [undefined, 'due in 20 days']],
    ]),
  )
})
