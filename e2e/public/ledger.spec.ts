import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type APIRequestContext, expect, test } from '@playwright/test'

let count = 0
/** A word that no other test of the run has. */
const freshWord = () => `Ledger${Date.now().toString(36)}${++count}`

/** Makes something through the commands, in a process of its own; answers its slug. */
async function publish(what: 'accepted' | 'prediction', sentence: string): Promise<string> {
  const args = ['--import', 'tsx', 'e2e/publish.ts', what, sentence]
  return (await promisify(execFile)(process.execPath, args)).stdout.trim()
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader narrows the ledger, keeps its address, and takes one filter back', async ({ page }) => {
    const word = freshWord()
    await publish('prediction', `The ${word} bridge will open in November.`)
    await page.goto('/predictions')
    await page.getByRole('link', { name: 'Overdue', exact: true }).click()
    await expect(page).toHaveURL(/\/predictions\?view=overdue$/)

    await page.getByText('Narrow the list').click()
    await page.getByLabel('Phrase').selectOption('will')
    await page.getByLabel('Due from').fill('2025-11-15')
    await page.getByLabel('Due until').fill('2025-11-20')
    await page.getByRole('button', { name: 'Show the list' }).click()
    const narrowed = /\/predictions\?view=overdue&phrase=will&from=2025-11-15&to=2025-11-20$/
    await expect(page).toHaveURL(narrowed)
    await expect(page.getByRole('link', { name: new RegExp(word) })).toBeVisible()
    await expect(page.getByText(/^[\d,]+ predictions?$/)).toBeVisible()
    const chosen = page.getByRole('list', { name: 'Narrowed to' })
    await expect(chosen).toContainText('Phrase: “will”')

    await page.reload()
    await expect(page.getByRole('link', { name: new RegExp(word) })).toBeVisible()
    await page.getByRole('link', { name: 'Remove the filter Due from: 15 Nov 2025' }).click()
    await expect(page).toHaveURL(/\?view=overdue&phrase=will&to=2025-11-20$/)
    await page.getByRole('link', { name: 'Remove all' }).click()
    await expect(page).toHaveURL(/\?view=overdue$/)
  })

  test('what fits nothing says so and leads out; a day that is none is told at its field, as it was typed', async ({
    page,
  }) => {
    await page.goto('/predictions?view=overdue&to=1999-01-01')
    await expect(page.getByText('No prediction fits all of this.')).toBeVisible()
    await page.getByRole('link', { name: 'Remove all filters' }).click()
    await expect(page).toHaveURL(/\?view=overdue$/)

    await page.goto('/predictions?from=soon&speaker=nobody-at-all')
    await expect(page.getByText('Not all of this filter could be followed')).toBeVisible()
    await expect(page.getByLabel('Due from')).toHaveValue('soon')
    await expect(page.getByText('Speaker: somebody who is not known here', { exact: true })).toBeVisible()
  })

  test('a prediction tells its way from saying to window to outcome', async ({ page }) => {
    const word = freshWord()
    const slug = await publish('prediction', `The ${word} bridge will open in November.`)
    await page.goto(`/predictions/${slug}`)
    const way = page.getByRole('list', { name: 'From saying to outcome' }).getByRole('listitem')
    await expect(way.first()).toContainText(word)
    await expect(way.first()).toContainText('“will” stands for 95 %')
    await expect(way).toHaveText([/^Said/, /Its window begins/, /Its window ends/, /Opened by us/])
    for (const format of ['CSV', 'JSON'])
      await expect(page.getByRole('link', { name: format, exact: true })).toHaveAttribute(
        'href',
        `/data/predictions/${slug}.${format.toLowerCase()}`,
      )
  })
})

const jsonOf = async (request: APIRequestContext, path: string) => {
  const response = await request.get(path)
  return { status: response.status(), body: await response.json() }
}

test('the ledger as data has what its page lists, and nothing that is not public', async ({ request }) => {
  const word = freshWord()
  const slug = await publish('prediction', `The ${word} bridge will open in November.`)
  const waiting = freshWord()
  await publish('accepted', `The ${waiting} bridge has 12 arches.`)

  await expect(async () => {
    const csv = await request.get('/data/predictions.csv?view=overdue')
    expect(csv.headers()).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="predictions.csv"',
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
    })
    const text = await csv.text()
    expect(text.split('\r\n')[0]).toMatch(
      /^\uFEFFstatement,address,speaker,.*,counted,counted_why,id,opened_late,said_again_on,said_again_phrase,said_again_probability$/,
    )
    const line = text.split('\r\n').find((one) => one.includes(word))
    expect(line).toContain('2025-11-01,2025-11-30,in November,stated,0,2025-11-30,will,0.95')
    expect(line).toContain('no,"its window closed, and it is not settled: printed beside n"')
    expect(text).not.toContain(waiting)
  }).toPass({ timeout: 15_000 })

  const { body: ledger } = await jsonOf(request, '/data/predictions.json?from=2025-11-30&to=2025-11-30')
  expect(ledger).toMatchObject({ filter: { from: '2025-11-30', to: '2025-11-30' }, fields: { id: expect.any(String) } })
  expect(JSON.stringify(ledger)).toContain(word)
  expect(JSON.stringify(ledger)).not.toContain(waiting)

  const { body: own } = await jsonOf(request, `/data/predictions/${slug}.json`)
  expect(own).toMatchObject({
    prediction: { resolution: 'open', isCounted: false, certaintyWords: 'will' },
    said: [{ quote: expect.stringContaining(word) }],
  })
  const speaker = `${new URL(own.prediction.speakerAddress).pathname}.json`
  const { body: record } = await jsonOf(request, `/data${speaker}`)
  expect(record).toMatchObject({
    record: { unresolved: 1, rate: null },
    definitions: { n: expect.stringContaining('outcomes') },
    predictions: [{ isCounted: false }],
  })
})

test('data that is asked for again is not sent again; what cannot be followed is refused with words', async ({
  request,
}) => {
  expect(await (await request.get('/data/phrases.csv')).text()).toMatch(
    /^\uFEFFwords,address,probability,in_force,n,[\s\S]*\r\nwill,http/,
  )
  const { body: phrases } = await jsonOf(request, '/data/phrases.json')
  expect(phrases).toMatchObject({ phrases: expect.arrayContaining([expect.objectContaining({ words: 'will' })]) })
  const first = await request.get('/data/predictions.csv')
  const again = await request.get('/data/predictions.csv', { headers: { 'If-None-Match': first.headers().etag ?? '' } })
  expect([304, 200]).toContain(again.status())
  const head = await request.head('/data/predictions.csv')
  expect([head.status(), head.headers()['content-type'], (await head.body()).length]).toEqual([
    ...[200, 'text/csv; charset=utf-8', 0],
  ])
  expect(
    (await request.get('/data/predictions.csv', { headers: { 'Accept-Encoding': 'gzip' } })).headers(),
  ).toMatchObject({
    'content-encoding': 'gzip',
  })
  for (const path of [
    '/data/speakers/nobody.json',
    '/data/predictions/nothing.json',
    '/data/users/ada.csv',
    '/data/constructor/ada.json',
    '/data/x.csv',
  ])
    expect((await request.get(path)).status(), path).toBe(404)
  for (const [path, words] of [
    ['/data/predictions.csv?from=soon', 'from: Give a day of the calendar'],
    ['/data/predictions.json?speker=ada', 'This address takes only: view'],
    ['/data/predictions.json?speaker=nobody-at-all', 'Nothing public is known under it.'],
    ['/data/predictions.json?view=open&after=.0', '"after":"This address takes only: view'],
    ['/data/predictions.csv?view=open&view=all', 'view: Given more than once.'],
  ] as const) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(400)
    expect(await response.text(), path).toContain(words)
  }
})
