import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { contextOf, systemActor } from '@/lib/core/context'
import { getBlob } from '@/lib/platform/blobs/blobs'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { makeClaim } from '@/lib/testing/claims'
import { makePdf } from '@/lib/testing/documents'
import { type SiteAnswer, startLocalSite } from '@/lib/testing/local-site'
import { PARAGRAPHS } from '@/lib/testing/pages'
import { makePeople, type People } from '@/lib/testing/people'
import { FERRY_EXCERPT, ferryPage, refusalOf, type SourceBench, startSourceBench } from '@/lib/testing/sources'
import { addEvidence, updateEvidence } from './commands'
import { checkSourceNow } from './commands/checking'
import { takeCopy, uploadCopy } from './commands/copies'
import { orderEvidence } from './commands/ordering'
import { listEvidence } from './queries'
import { requireAnnotations } from './queries/annotations'
import { requireCopy, requireCopyFile } from './queries/copies'
import { findSources, listSources } from './queries/sources'
import { UpdateEvidence } from './schema'

const START = new Date('2026-03-02T09:00:00Z')

let people: People
let bench: SourceBench
const ada = (now = START) => people.ada.ctx(now)
const worker = (now: Date) => contextOf(systemActor('worker'), now)

beforeAll(async () => {
  process.env.FETCH_ALLOW = '127.0.0.1:*'
  people = await makePeople(START)
  await createFirstSettings(worker(START), { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
  bench = await startSourceBench(ada())
})
afterAll(async () => {
  await bench.site.stop()
  await disconnect()
})

describe('a copy', () => {
  test('keeps the bytes, the running text before all else, and what the page says of itself', async () => {
    const url = bench.serve({ body: ferryPage() })
    const { copyId, isKnown } = await takeCopy(ada(), { url })
    expect(isKnown).toBe(false)
    const copy = await requireCopy(ada(), copyId)
    expect(copy).toMatchObject({
      kind: 'page',
      title: 'Ferry line',
      publisherName: 'Harbour Gazette',
      publishedOn: '2026-01-12',
    })
    expect(copy.text?.slice(0, copy.bodyLength ?? 0)).toBe(PARAGRAPHS.join('\n\n'))
    expect(copy.text?.slice(copy.bodyLength ?? 0)).toContain('morning letter')
    expect(new TextDecoder().decode((await getBlob(copy.blobHash)) ?? undefined)).toBe(ferryPage())
  })

  test.each([
    ['a page that is gone', { status: 404 }, /no page at this address/],
    ['a page without words', { body: '<html><body><p> … </p></body></html>' }, /no text/],
    ['a type that nobody reads', { body: 'x', type: 'video/mp4' }, /cannot be read here/],
  ] satisfies [string, SiteAnswer, RegExp][])(
    'of %s is refused in words, and nothing is kept',
    async (_name, answer, words) => {
      const url = bench.serve(answer)
      expect((await refusalOf(takeCopy(ada(), { url }))).text).toMatch(words)
      expect(await db().sourceCopy.count({ where: { askedUrl: url } })).toBe(0)
    },
  )

  test('is not fetched where robots.txt forbids it, nor for readers', async () => {
    const shy = await startLocalSite()
    shy.put('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /' })
    expect((await refusalOf(takeCopy(ada(), { url: shy.put('/x', { body: ferryPage() }) }))).text).toMatch(/robots.txt/)
    await shy.stop()
    expect((await refusalOf(takeCopy(people.cleo.ctx(START), { url: bench.serve({ body: ferryPage() }) }))).code).toBe(
      'FORBIDDEN',
    )
  })

  test('of a PDF at an address has its text', async () => {
    const pdf = makePdf([[{ text: 'The board counted 41,200 passengers in the year.', x: 60, y: 700 }]])
    const url = bench.serve({ body: pdf, type: 'application/octet-stream' }, '/tables/report_7.pdf')
    const { copyId } = await takeCopy(ada(), { url })
    expect(await requireCopy(ada(), copyId)).toMatchObject({
      kind: 'pdf',
      mediaType: 'application/pdf',
      title: 'report 7',
      text: 'The board counted 41,200 passengers in the year.',
    })
  })

  test('of a page that the desk knows and that says the same is the known one', async () => {
    const { url, copyId } = await bench.cited()
    expect(await takeCopy(ada(), { url: `${url}?utm_source=mail` })).toMatchObject({ copyId, isKnown: true })
  })
})

describe('an uploaded file', () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82])

  test('is a source without an address; the same file again is the same source', async () => {
    const bytes = makePdf([[{ text: 'Minutes: the quay cost 3.1 million crowns in all.', x: 60, y: 700 }]])
    const { copyId } = await uploadCopy(ada(), { bytes, name: 'minutes_of_may.pdf' })
    expect(await requireCopy(ada(), copyId)).toMatchObject({ title: 'minutes of may', fileName: 'minutes_of_may.pdf' })
    const excerpt = 'the quay cost 3.1 million crowns'
    const first = await addEvidence(ada(), bench.form({ title: 'Minutes of May', copyId, excerpt }))
    expect(await bench.badgeOf(first.id)).toMatchObject({ state: 'verified', why: 'It stands in the uploaded file.' })
    expect(await db().sourceWatch.findUnique({ where: { sourceId: first.sourceId } })).toMatchObject({
      nextCheckAt: null,
    })
    expect((await refusalOf(checkSourceNow(ada(), { sourceId: first.sourceId }))).text).toMatch(/no address/)

    const again = await uploadCopy(ada(), { bytes, name: 'other-name.pdf' })
    expect(again).toMatchObject({ copyId, isKnown: true })
    const second = await addEvidence(ada(), bench.form({ title: 'Minutes', copyId, excerpt }))
    expect(second).toMatchObject({ sourceId: first.sourceId, isKnownSource: true })
  })

  test('that is a picture is kept as it is, and nothing in it is looked up', async () => {
    const { copyId } = await uploadCopy(ada(), { bytes: PNG, name: 'chart.png' })
    const { id } = await addEvidence(
      ada(),
      bench.form({ title: 'A chart', copyId, excerpt: 'The bar of 2025 ends at 41.' }),
    )
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'not_checked', why: expect.stringContaining('picture') })
    expect(await requireCopyFile(ada(), copyId)).toMatchObject({
      mediaType: 'image/png',
      kind: 'picture',
      bytes: Buffer.from(PNG),
    })
  })

  test.each([
    [
      'a page that calls itself a picture',
      new TextEncoder().encode('<html><p>Words enough.</p></html>'),
      'x.png',
      /neither a PDF nor a picture/,
    ],
    [
      'a drawing with scripts',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'x.svg',
      /neither a PDF|no text/,
    ],
    ['nothing', new Uint8Array(), 'x.pdf', /nothing in it/],
    ['a PDF that is none', new TextEncoder().encode('%PDF-1.4 and no more'), 'x.pdf', /damaged/],
    ['a picture that is too large', Uint8Array.from({ length: 10_000_001 }, (_, i) => PNG[i] ?? 0), 'x.png', /10 MB/],
  ])('%s is refused at its field', async (_name, bytes, name, words) => {
    expect((await refusalOf(uploadCopy(ada(), { bytes, name }))).fields.file).toMatch(words)
  })
})

describe('an excerpt', () => {
  test('that was selected is kept with where it stands; the words decide where span and words differ', async () => {
    const { id, copyId } = await bench.cited()
    const { text } = await requireCopy(ada(), copyId)
    const before = (PARAGRAPHS[0] ?? '').split(FERRY_EXCERPT)[0] ?? ''
    const start = text?.indexOf(FERRY_EXCERPT) ?? -1
    expect(await db().evidence.findUniqueOrThrow({ where: { id } })).toMatchObject({
      copyId,
      excerptStart: start,
      excerptEnd: start + FERRY_EXCERPT.length,
      excerptPrefix: before.slice(-32),
    })
    const wrong = await bench.cited({ excerptStart: 0, excerptEnd: 4 })
    expect(await db().evidence.findUniqueOrThrow({ where: { id: wrong.id } })).toMatchObject({ excerptStart: start })
  })

  test('typed with other quotation marks or spaces is taken as the source has it', async () => {
    const { id } = await bench.cited({ excerpt: "said the  board's head,\r\nOlav Brenner" })
    expect((await listEvidence(ada(), bench.claim.claimId)).find((item) => item.id === id)?.excerpt).toBe(
      'said the board’s head, Olav Brenner',
    )
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'verified', at: START })
  })

  test('that the copy does not have is kept as typed, and the badge says so', async () => {
    const { id, sourceId } = await bench.cited({ excerpt: 'nobody was carried at all' })
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'not_checked', why: expect.stringContaining('typed') })
    const item = (await listEvidence(ada(), bench.claim.claimId)).find((one) => one.id === id)
    const edit = { ...bench.form({}), id, revision: 1, excerpt: 'a second ship is to be bought' }
    await updateEvidence(ada(), UpdateEvidence.parse({ ...edit, excerpt: 'A second ship is to be bought' }))
    expect(item?.source.id).toBe(sourceId)
    expect(await bench.badgeOf(id)).toMatchObject({ state: 'verified' })
  })

  test('of a copy of another address is refused at the address', async () => {
    const { copyId } = await takeCopy(ada(), { url: bench.serve({ body: ferryPage() }) })
    const other = await refusalOf(addEvidence(ada(), bench.form({ url: 'https://else.example/x', copyId })))
    expect(other.fields.url).toMatch(/another address/)
    const taken = await bench.cited()
    const foreign = await refusalOf(
      addEvidence(ada(), bench.form({ url: 'https://else.example/x', copyId: taken.copyId })),
    )
    expect(foreign.fields.url).toMatch(/another source/)
  })
})

test('sources are found by address and by words', async () => {
  const { sourceId, url } = await bench.cited({ title: 'Yearbook of the lantern guild' })
  expect((await findSources(ada(), url)).map(({ id }) => id)).toEqual([sourceId])
  expect(await findSources(ada(), 'lantern year')).toMatchObject([
    { id: sourceId, citedBy: 1, copyId: expect.any(String) },
  ])
  expect(await findSources(ada(), 'lantern zebra')).toEqual([])
  expect(await findSources(ada(), "'; DROP TABLE source; --")).toEqual([])
  const { sources, older } = await listSources(ada(), { words: '' })
  expect(sources[0]?.id).toBe(sourceId)
  expect(older === null || sources.length === 30).toBe(true)
})

test('what is cited of a source is given as W3C annotations, with the hash of its copy', async () => {
  const { id, sourceId, copyId, url } = await bench.cited()
  const { textHash } = await requireCopy(ada(), copyId)
  const { first } = await requireAnnotations(ada(), sourceId)
  expect(first.items).toMatchObject([
    {
      id: `urn:uuid:${id}`,
      motivation: 'assessing',
      target: {
        source: url,
        state: { value: `sha256:${textHash}` },
        selector: [{ type: 'TextQuoteSelector', exact: FERRY_EXCERPT }, { type: 'TextPositionSelector' }],
      },
    },
  ])
})

describe('the order', () => {
  test('is what was dragged, told as one move; a list that is not whole is refused', async () => {
    const own = await makeClaim(ada(), 'The ferry to Lund has 3 decks.')
    const ids: string[] = []
    for (const title of ['One', 'Two', 'Three'])
      ids.push((await addEvidence(ada(), bench.form({ claimId: own.claimId, title }))).id)
    const [one = '', two = '', three = ''] = ids
    await orderEvidence(ada(), { claimId: own.claimId, ids: [three, one, two] })
    expect((await listEvidence(ada(), own.claimId)).map(({ id }) => id)).toEqual([three, one, two])
    const told = (await listHistory(ada(), 'claim', own.claimId)).filter(({ type }) => type === 'evidence.moved')
    expect(told).toMatchObject([{ payload: { evidenceId: three, direction: 'up' } }])
    for (const bad of [
      [one, two],
      [one, two, two],
      [one, two, bench.claim.claimId],
    ])
      expect((await refusalOf(orderEvidence(ada(), { claimId: own.claimId, ids: bad }))).code).toBe('MOVE_REFUSED')
  })
})
