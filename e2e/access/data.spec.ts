import { type APIRequestContext, expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { VISITS } from './routes'

/** Addresses of this place that a page leads to. */
async function linksOf(request: APIRequestContext, path: string): Promise<string[]> {
  const response = await request.get(path)
  const html = (await response.text()).replaceAll('&amp;', '&')
  return [...html.matchAll(/ href="(\/[^"#]*)/g)].flatMap(([, href]) => href ?? [])
}

/** A page of one prediction, speaker, publisher, topic or phrase. */
const ITEM = /^\/(predictions|speakers|publishers|topics|phrases)\/[^/?.]+$/

/** The files that the public pages link, by their addresses without the ending. */
async function linkedFiles(request: APIRequestContext): Promise<Map<string, Set<string>>> {
  const open = VISITS.flatMap(({ as, at }) => (as === 'reader' && typeof at === 'string' ? [at] : []))
  const [toVisit, seen] = [[...open], new Set(open)]
  const files = new Map<string, Set<string>>()
  for (let path = toVisit.shift(); path !== undefined; path = toVisit.shift()) {
    for (const href of await linksOf(request, path)) {
      const [, before, format, query = ''] = href.match(/^(\/data\/[^?]*)\.(csv|json)(\?.*)?$/) ?? []
      if (before && format) {
        const formats = files.get(before + query) ?? new Set()
        files.set(before + query, formats.add(format))
      } else if (ITEM.test(href) && !seen.has(href)) {
        seen.add(href)
        toVisit.push(href)
      }
    }
  }
  return files
}

type Json = {
  predictions?: unknown[]
  phrases?: unknown[]
  prediction?: unknown
  record?: { shares: { opened: number } }
  ownVoice?: { shares: { opened: number } }
}

/** How many rows a file has, and at least how many its page says that there are. */
function lengthsOf({ predictions, phrases, prediction, record, ownVoice }: Json): { rows: number; least: number } {
  const rows = (predictions ?? phrases ?? [prediction]).length
  return { rows, least: record?.shares.opened ?? ownVoice?.shares.opened ?? 1 }
}

test('each file that a public page links is there as CSV and as JSON, with as many rows', async ({ request }) => {
  test.slow()
  const files = await linkedFiles(request)
  const kinds = [...files.keys()].map((file) => file.replace(/\?.*/, '').replace(/(?<=\/data\/[a-z]+\/).*/, 'SLUG'))
  expect([...new Set(kinds)].sort()).toEqual([
    ...['/data/phrases', '/data/phrases/SLUG', '/data/predictions', '/data/predictions/SLUG'],
    ...['/data/publishers/SLUG', '/data/speakers/SLUG', '/data/topics/SLUG'],
  ])
  for (const [file, formats] of files) {
    expect([...formats].sort(), file).toEqual(['csv', 'json'])
    const [path = '', query] = file.split('?')
    const addressOf = (format: string) => `${path}.${format}${query ? `?${query}` : ''}`
    const [csv, json] = [await request.get(addressOf('csv')), await request.get(addressOf('json'))]
    expect([csv.status(), json.status()], file).toEqual([200, 200])
    expect([csv.headers()['content-type'], json.headers()['content-type']]).toEqual([
      'text/csv; charset=utf-8',
      'application/json; charset=utf-8',
    ])
    const { rows, least } = lengthsOf(await json.json())
    expect(rows, file).toBeGreaterThanOrEqual(least)
    // refuses a row that has another number of cells than the heads
    expect(parse(await csv.text(), { bom: true, columns: true }), file).toHaveLength(rows)
  }
})
