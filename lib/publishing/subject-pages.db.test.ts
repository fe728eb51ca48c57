import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setTopics } from '@/lib/claims/commands/topics'
import { db, disconnect } from '@/lib/platform/db'
import { makePublisher, makeSpeaker } from '@/lib/testing/predictions'
import { INSIDE, type Made, oneStory, opened, openRecordDesk, resolved, reviewer, TODAY } from '@/lib/testing/records'
import { countLedger } from './queries/ledger'
import { getPublisherPage, getSpeakerPage, listPublicPublishers, listPublicSpeakers } from './queries/people'
import { getPhrasePage, getPhrasesPage } from './queries/phrases'
import type { SubjectFigures } from './queries/subject-figures'
import { getTopicPage, listPublicTopics } from './queries/topics'
import type { LedgerFilter } from './schema'

const LATE = '2026-02-03'
const AHEAD = { window: { from: '2026-05-01', to: '2026-12-31' }, saidOn: '2026-04-01' }
let slugs: { speaker: string; publisher: string }

/** A speaker and a publisher with predictions of every standing, some of one outcome, one in two copies. */
beforeAll(async () => {
  await openRecordDesk()
  const [speakerId, publisherId] = [await makeSpeaker('Orla Finch'), await makePublisher('Finch Gazette')]
  const other = await makePublisher('Copying Times')
  let count = 0
  const said = (change: Parameters<typeof opened>[1] = {}, claim: Parameters<typeof opened>[0] = {}) =>
    opened({ statement: `Lock ${++count} will open`, speakerId, publisherId, ...claim }, change)
  const own = { speakerId: null }
  const true1 = await said()
  const true2 = await said({ certaintyWords: 'is expected to' })
  const ownTrue = await said({}, own)
  await resolved([true1, true2], INSIDE)
  await resolved([ownTrue], INSIDE)
  await resolved([await said()], LATE)
  await resolved([await said({ certaintyWords: 'is expected to' }, own)], null)
  const open = [await said(AHEAD), await said(AHEAD, own), await said()]
  const copies = [
    await said({}, { statement: 'It is copied' }),
    await said({}, { statement: 'It is copied', publisherId: other }),
  ]
  await oneStory(copies)
  for (const { claimId } of [true1, true2, ownTrue, ...open, ...copies] satisfies Made[])
    await setTopics(reviewer, { claimId, topics: ['Canal locks'] })
  const [speaker, publisher] = await Promise.all([
    db().speaker.findUniqueOrThrow({ where: { id: speakerId } }),
    db().publisher.findUniqueOrThrow({ where: { id: publisherId } }),
  ])
  slugs = { speaker: speaker.slug, publisher: publisher.slug }
})
afterAll(disconnect)

const lists = (filter: Partial<LedgerFilter>): Promise<number> => countLedger({ view: 'all', ...filter }, TODAY)

/** Each figure of a page that leads to a list, beside the length of that list. */
async function expectListed({ record, months, filter }: SubjectFigures): Promise<void> {
  expect(await lists({ ...filter, standing: 'counted' })).toBe(record.predictions)
  expect(await lists({ ...filter, standing: 'unresolved' })).toBe(record.unresolved)
  expect(await lists({ ...filter, standing: 'still_open' })).toBe(record.stillOpen)
  expect(await lists(filter)).toBe(record.shares.opened)
  for (const kind of ['came_true', 'late', 'did_not_happen'] as const)
    expect(await lists({ ...filter, standing: 'counted', resolution: kind })).toBe(record.counts[kind])
  for (const kind of ['open', 'came_true', 'late', 'did_not_happen'] as const) {
    const drawn = months.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
    expect(await lists({ ...filter, resolution: kind }), kind).toBe(drawn)
  }
}

async function pageOf<P>(found: Promise<{ is: 'page'; page: P } | { is: string }>): Promise<P> {
  const answer = await found
  if (!('page' in answer)) throw new Error(`no page, but ${answer.is}`)
  return answer.page
}

describe('every figure is as long as the list it leads to', () => {
  test('of a speaker', async () => {
    const { figures } = await pageOf(getSpeakerPage(slugs.speaker, TODAY))
    expect(figures.record).toMatchObject({ predictions: 3, n: 2, unresolved: 2, stillOpen: 1 })
    await expectListed(figures)
  })

  test('of a publisher, each voice by itself', async () => {
    const { ownVoice, unnamed, reported } = await pageOf(getPublisherPage(slugs.publisher, TODAY))
    expect(ownVoice.record).toMatchObject({ predictions: 2, stillOpen: 1 })
    expect(unnamed.record.shares.opened).toBe(0)
    await expectListed(ownVoice)
    await expectListed(unnamed)
    expect(reported.count).toBe(6)
    expect(await lists(reported.filter)).toBe(reported.count)
  })

  test('of a topic', async () => {
    const { topic, figures } = await pageOf(getTopicPage('canal-locks', TODAY))
    expect(topic).toMatchObject({ name: 'Canal locks', predictions: 7, verdicts: 0 })
    expect(await lists(figures.filter)).toBe(topic.predictions)
    await expectListed(figures)
  })

  test('of a phrase, and of who says it', async () => {
    const { figures, bins, users } = await pageOf(getPhrasePage('is-expected-to', TODAY))
    expect(bins).toMatchObject([{ words: 'is expected to', isInForce: true, isWhole: true, n: 2, predictions: 2 }])
    await expectListed(figures)
    expect(users.map(({ name, voice }) => [name, voice])).toEqual([
      ['Finch Gazette', 'own'],
      ['Orla Finch', 'speaker'],
    ])
    for (const { filter, predictions } of users) expect(await lists(filter)).toBe(predictions)
  })

  test('of the index of phrases', async () => {
    const { calibration } = await getPhrasesPage(TODAY)
    for (const { words, predictions } of calibration.filter(({ n }) => n > 0))
      expect(await lists({ phrase: words.replaceAll(' ', '-'), standing: 'counted' })).toBe(predictions)
  })
})

describe('the indexes', () => {
  test('count what the pages list', async () => {
    const { speakers } = await listPublicSpeakers(TODAY)
    expect(speakers.find(({ slug }) => slug === slugs.speaker)).toMatchObject({ predictions: 6 })
    expect((await listPublicTopics(TODAY)).topics).toEqual([
      { name: 'Canal locks', slug: 'canal-locks', predictions: 7, verdicts: 0 },
    ])
  })

  test('go on after the last one seen', async () => {
    expect(await listPublicTopics(TODAY, 'canal-locks')).toEqual({ topics: [], next: null })
    const { publishers } = await listPublicPublishers()
    const rest = await listPublicPublishers(publishers[0]?.slug)
    expect(rest.publishers).toEqual(publishers.slice(1))
  })
})

test('a topic of nothing public, words outside of the table and slugs that cannot be are nothing', async () => {
  const { id } = await db().topic.create({
    data: { id: crypto.randomUUID(), slug: 'hidden-plans', name: 'Hidden plans', createdAt: new Date() },
  })
  expect(id).toBeTruthy()
  expect(await getTopicPage('hidden-plans', TODAY)).toEqual({ is: 'nothing' })
  expect(await getTopicPage("x'--", TODAY)).toEqual({ is: 'nothing' })
  expect(await getPhrasePage('perhaps', TODAY)).toEqual({ is: 'nothing' })
})
