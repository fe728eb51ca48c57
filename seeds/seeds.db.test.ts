import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authenticate } from '@/lib/accounts/commands'
import { verifyLedger } from '@/lib/audit/queries'
import { ANONYMOUS, contextOf, systemActor } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { evidenceOf } from '@/lib/evidence/queries'
import { db, disconnect } from '@/lib/platform/db'
import { findNewsInArticle, findNewsOfPrediction } from '@/lib/predictions/commands/finding-news'
import { recordOf } from '@/lib/predictions/queries/records'
import { RESOLUTIONS } from '@/lib/predictions/rules/choices'
import { watchStateOf } from '@/lib/predictions/rules/watch'
import { searchPublished } from '@/lib/search/queries'
import { requireSettings } from '@/lib/settings/queries'
import { DEFAULT_SCALE } from '@/lib/settings/rules'
import { loadDemo } from './demo'
import signIns from './sign-ins.json'

const NOW = new Date()
const TODAY = dayInZone(NOW, 'Europe/Vienna')
const quiet = () => {}

const tally = <K extends string>(keys: readonly K[]): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

beforeAll(async () => {
  // The first load is cut short, as by a kill; the second goes on a day later, and must still count from the first day.
  const cut = new Error('cut short')
  const first = loadDemo(NOW, (line) => {
    if (line.includes('200 of')) throw cut
  })
  await expect(first).rejects.toBe(cut)
  const { done, skipped } = await loadDemo(new Date(NOW.getTime() + 86_400_000), quiet)
  expect(skipped).toBeGreaterThan(150)
  expect(done).toBeGreaterThan(150)
}, 120_000)
afterAll(disconnect)

test('loading again changes nothing', async () => {
  const before = await db().auditEvent.count()
  expect(await loadDemo(new Date(NOW.getTime() + 9 * 86_400_000), quiet)).toMatchObject({ done: 0 })
  expect(await db().auditEvent.count()).toBe(before)
})

test('every chain of the audit log holds, and nothing in it lies ahead', async () => {
  expect((await verifyLedger()).broken).toBeNull()
  const last = await db().auditEvent.findFirstOrThrow({
    where: { requestId: { startsWith: 'demo:' } },
    orderBy: { occurredAt: 'desc' },
  })
  expect(last.occurredAt.getTime()).toBeLessThan(NOW.getTime())
})

test('the newsroom is marked as a demo, and each of its people may sign in', async () => {
  expect(await requireSettings()).toMatchObject({ isDemo: true, zone: 'Europe/Vienna' })
  for (const { email, password } of signIns) {
    const session = await authenticate(
      contextOf(ANONYMOUS, NOW),
      { email, password },
      { address: null, userAgent: null },
    )
    expect(session.userId).not.toBe('')
  }
  const roles = (await db().user.findMany()).map((user) => user.roles.join())
  expect(tally(roles)).toEqual({ reviewer: 2, editor: 1, 'editor,admin': 1, admin: 1 })
})

describe('the articles', () => {
  test('are short, of several countries, and one was imported again with another text', async () => {
    const articles = await db().article.findMany({
      include: { publisher: true, snapshots: { select: { body: true, cut: true } } },
    })
    expect(articles.length).toBeGreaterThanOrEqual(10)
    expect(new Set(articles.map(({ publisher }) => publisher.country)).size).toBeGreaterThanOrEqual(5)
    expect(articles.filter(({ snapshots }) => snapshots.length === 2)).toHaveLength(1)
    for (const { url, snapshots } of articles) {
      expect(url).toMatch(/^https:\/\/[a-z-]+\.example\//)
      for (const { body } of snapshots) {
        const words = body.split(/\s+/).length
        expect(words, url ?? '').toBeGreaterThanOrEqual(115)
        expect(words, url ?? '').toBeLessThanOrEqual(300)
      }
    }
  })

  test('had datelines, comments and a footer, which were cut', async () => {
    const snapshots = await db().snapshot.findMany({ select: { body: true, cut: true } })
    const reasons = JSON.stringify(snapshots.map(({ cut }) => cut))
    expect(reasons).toContain('dockside_dan')
    expect(reasons).toContain('originally published by The Harbor Courier')
    const bodies = snapshots.map(({ body }) => body).join('\n')
    expect(bodies).not.toMatch(/dockside_dan|newsletter|\(Harbor Courier\)|By Lena/)
  })

  test('carry every quote character for character', async () => {
    const places = [
      ...(await db().occurrence.findMany({ include: { snapshot: true } })),
      ...(await db().candidate.findMany({ include: { snapshot: true } })),
    ]
    expect(places.length).toBeGreaterThan(150)
    for (const { quote, start, end, snapshot } of places) expect(snapshot.body.slice(start, end)).toBe(quote)
  })
})

describe('the verdicts', () => {
  test('have every rating of the scale, and are of people who differ', async () => {
    const claims = await db().claim.findMany({ include: { currentVerdict: true } })
    const inForce = claims.flatMap(({ currentVerdict }) => currentVerdict ?? [])
    expect(Object.keys(tally(inForce.map(({ rating }) => rating ?? ''))).sort()).toEqual(
      DEFAULT_SCALE.map(({ key }) => key).sort(),
    )
    expect(inForce.every(({ authorId, approverId }) => approverId !== null && approverId !== authorId)).toBe(true)
  })

  test('were corrected at each level, and one was withdrawn', async () => {
    const corrections = await db().correction.findMany({ where: { state: 'published' } })
    expect(Object.keys(tally(corrections.map(({ level }) => level))).sort()).toEqual([
      'factual',
      'minor',
      'update',
      'verdict_changing',
      'withdrawal',
    ])
    expect(await db().claim.count({ where: { state: 'withdrawn' } })).toBe(1)
  })

  test('wait in every state: a draft, one submitted, one sent back', async () => {
    const open = await db().verdict.findMany({ where: { state: { not: 'published' } } })
    expect(open.filter(({ state }) => state === 'submitted')).toHaveLength(1)
    expect(open.filter(({ state, sentBackReason }) => state === 'draft' && sentBackReason)).toHaveLength(1)
    expect(open.filter(({ state, sentBackReason }) => state === 'draft' && !sentBackReason)).toHaveLength(1)
  })

  test('cite words that stand in what the desk keeps of every primary source, and none that changed', async () => {
    const cited = await db().evidence.findMany({ include: { source: { include: { watch: true } }, copy: true } })
    const primary = cited.filter(({ source }) => source.kind === 'primary')
    expect(primary.length).toBeGreaterThanOrEqual(10)
    for (const { excerpt, excerptStart, excerptEnd, copy, source } of primary) {
      expect(copy?.text?.slice(excerptStart ?? 0, excerptEnd ?? 0), source.title).toBe(excerpt)
      expect([source.title, source.watch?.alert]).toEqual([source.title, null])
      expect(excerpt).not.toMatch(/[\n\u0080-\u009f]/)
    }
  })

  test('compare figures that fit and figures that do not', async () => {
    const claims = await db().claim.findMany({ select: { id: true } })
    const evidence = (await Promise.all(claims.map(({ id }) => evidenceOf(db(), id)))).flat()
    const outcomes = tally(evidence.flatMap(({ comparison }) => comparison?.outcome ?? []))
    expect(outcomes.within).toBeGreaterThanOrEqual(2)
    expect(outcomes.outside).toBeGreaterThanOrEqual(2)
    expect(outcomes.unlike).toBeUndefined()
  })
})

describe('the predictions', () => {
  const opened = () =>
    db().prediction.findMany({
      where: { frozenAt: { not: null } },
      include: { currentResolution: true },
    })

  test('have every resolution', async () => {
    const kinds = (await opened()).map(({ currentResolution }) => currentResolution?.kind ?? 'open')
    expect(Object.keys(tally(kinds)).sort()).toEqual([...RESOLUTIONS].sort())
  })

  test('are due soon, in grace, and overdue', async () => {
    const open = (await opened()).filter(({ currentResolution }) => currentResolution === null)
    const watched = tally(open.map(({ dueTo, graceDays }) => watchStateOf({ dueTo: dueTo ?? '', graceDays }, TODAY)))
    expect(watched.due_soon).toBeGreaterThanOrEqual(3)
    expect(watched.due).toBeGreaterThanOrEqual(1)
    expect(watched.overdue).toBe(1)
  })

  test('narrow from a half-year to a month to days, and one outcome resolved all three', async () => {
    const links = await db().claimLink.findMany({ where: { kind: 'narrows' } })
    const linked = [...new Set(links.flatMap(({ fromClaimId, toClaimId }) => [fromClaimId, toClaimId]))]
    expect(linked).toHaveLength(3)
    const rows = (await opened()).filter(({ claimId }) => linked.includes(claimId))
    expect(new Set(rows.map(({ currentResolution }) => currentResolution?.outcomeId)).size).toBe(1)
    const days = rows.map(({ dueFrom, dueTo }) => `${dueFrom}..${dueTo}`)
    expect(new Set(days).size).toBe(3)
  })

  test('wait to be opened, and an outcome to be approved', async () => {
    expect(await db().prediction.count({ where: { state: 'proposed' } })).toBe(1)
    expect(await db().outcome.count({ where: { state: 'submitted' } })).toBe(1)
  })
})

describe('the track records', () => {
  test('of a speaker, a publisher and a phrase show a rate', async () => {
    const varga = await db().speaker.findFirstOrThrow({ where: { name: 'Elena Varga' } })
    const courier = await db().publisher.findFirstOrThrow({ where: { name: 'The Harbor Courier' } })
    const records = [
      await recordOf({ kind: 'speaker', id: varga.id }, TODAY),
      await recordOf({ kind: 'own_voice', id: courier.id }, TODAY),
      await recordOf({ kind: 'phrase', words: 'is expected to' }, TODAY),
    ]
    for (const record of records) {
      expect(record?.n).toBeGreaterThanOrEqual(5)
      expect(record?.rate?.value).toBeGreaterThan(0)
      expect(record?.rate?.value).toBeLessThan(1)
    }
  })

  test('of another speaker and of an unnamed group show their counts alone', async () => {
    const pike = await db().speaker.findFirstOrThrow({ where: { name: 'Desmond Pike' } })
    expect(await recordOf({ kind: 'speaker', id: pike.id }, TODAY)).toMatchObject({
      rate: null,
      withheld: 'below_minimum',
    })
    const minato = await db().publisher.findFirstOrThrow({ where: { name: 'Minato Chronicle' } })
    expect(await recordOf({ kind: 'unnamed', id: minato.id }, TODAY)).toMatchObject({ n: 1, rate: null })
  })
})

test('the inbox holds candidates of high and of low worth', async () => {
  const waiting = await db().candidate.findMany({ where: { state: 'new' } })
  const worths = waiting.map(({ checkWorthiness }) => Number(checkWorthiness))
  expect(waiting.length).toBeGreaterThanOrEqual(15)
  expect(Math.max(...worths)).toBeGreaterThan(0.8)
  expect(Math.min(...worths)).toBeLessThan(0.2)
})

test('an article that nobody has gone through yet narrows an open prediction', async () => {
  const article = await db().article.findFirstOrThrow({ where: { title: 'Veldria plans record budget' } })
  const worker = contextOf(systemActor('worker'), NOW)
  await findNewsInArticle(worker, article.id)
  const open = await db().prediction.findMany({ where: { state: 'opened', currentResolutionId: null } })
  for (const { id } of open) await findNewsOfPrediction(worker, id)
  const [told] = await db().predictionNews.findMany({ include: { prediction: { include: { claim: true } } } })
  expect(told).toMatchObject({ relation: 'narrows', state: 'open' })
  expect(told?.prediction.claim.shortForm).toMatch(/customs office/)
})

test('claims have topics and comments, and published ones are found by their words', async () => {
  expect(await db().topic.count()).toBeGreaterThanOrEqual(5)
  expect(await db().comment.count()).toBeGreaterThanOrEqual(5)
  expect((await searchPublished('trees Port Aldis')).length).toBeGreaterThan(0)
})
