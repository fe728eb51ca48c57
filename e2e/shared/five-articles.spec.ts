import fs from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { formatDay } from '@/lib/core/windows'
import { expectAccessible } from '../axe'
import { signInAs } from '../personas'
import { as } from '../triage'

/**
 * The five articles that lie beside the repository, from import to a resolved ledger. They are other people's texts: read by
 * their path, never copied. What is looked for in them (which day they are of, which sentence predicts) stands in the notes
 * beside them.
 */
test.describe.configure({ mode: 'serial' })

type Window = { from: string; to: string } | null
type Noted = { article: string; kind: string; quote: string; due: Window }
type Notes = { articles: Record<string, { file: string; published: string }>; claims: Noted[] }

const SHARED = process.env.SHARED ?? ''
const notes: Notes = JSON.parse(fs.readFileSync(path.join(SHARED, 'gold/gold.json'), 'utf8'))
const files = Object.values(notes.articles).sort((a, b) => (a.published < b.published ? -1 : 1))
const EVENT = { from: '2025-10-27', to: '2025-10-29' }

const publishedOf = (file: string): string => files.find((one) => one.file === file)?.published ?? ''
const isDue = (due: Window, window: NonNullable<Window>) => due?.from === window.from && due.to === window.to
const predictions = notes.claims.filter(({ kind }) => kind === 'prediction')

function noted(what: string, fits: (claim: Noted) => boolean): Noted {
  const found = predictions.find(fits)
  if (found === undefined) throw new Error(`the notes name no prediction that is ${what}`)
  return found
}
/** In February for the half year, in October once without a window and once for three days. */
const FEBRUARY = noted('for the second half of 2025', ({ due }) => isDue(due, { from: '2025-07-01', to: '2025-12-31' }))
const EARLY_OCTOBER = noted('of 2 October', ({ article }) => publishedOf(article) === '2025-10-02')
const LATER = noted('for three days', ({ due }) => isDue(due, EVENT))

const paths = new Map<string, string>()
const articleOf = (file: string): string => paths.get(file) ?? ''
/** Of the three predictions, in the order in which they were said. */
const claims: string[] = []

test('the five articles are imported by file', async ({ page }) => {
  await signInAs(page, 'admin', '/desk/articles/import/files')
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles(files.map(({ file }) => path.join(SHARED, 'articles', file)))
  await page.getByRole('button', { name: 'Import the files' }).click()
  await expect(page.getByText('5 of 5 done, 0 refused.')).toBeVisible({ timeout: 60_000 })
  for (const { file } of files) {
    const link = page.getByRole('row').filter({ hasText: file }).getByRole('link').first()
    paths.set(file, new URL((await link.getAttribute('href')) ?? '', page.url()).pathname)
  }
  await expectAccessible(page)
})

test('their days are confirmed from what their words propose, or stated', async ({ page }) => {
  await signInAs(page, 'admin')
  for (const { file, published } of files) {
    await page.goto(`${articleOf(file)}/details`)
    const proposed = page.getByRole('button', { name: formatDay(published), exact: true })
    const day = page.getByLabel(/^(Another day|Published on)$/)
    if ((await day.inputValue()) === published) continue
    if ((await proposed.count()) > 0) await proposed.click()
    else {
      await day.fill(published)
      await page.getByRole('button', { name: 'Confirm this day' }).click()
    }
    await expect(day).toHaveValue(published)
  }
})

/** Accepts the candidate that holds most of what the notes quote, as it is proposed. */
async function accept(page: Page, { article, quote }: Noted): Promise<void> {
  await page.goto(articleOf(article))
  const words = quote.split(/\s+/).slice(3, 9).join(' ')
  const candidate = page.locator('[data-candidate]', { hasText: words }).first()
  await candidate.getByRole('link').first().click({ timeout: 40_000 })
  await page.getByRole('link', { name: 'Accept' }).click()
  await page.getByRole('button', { name: 'Accept as a new claim' }).click()
  await expect(candidate).toHaveAttribute('data-state', 'accepted')
  const claimId = await candidate.getAttribute('data-claim')
  claims.push(claimId ?? '')
}

test('three predictions of one visit are accepted', async ({ page }) => {
  test.slow()
  await signInAs(page, 'reviewer')
  for (const prediction of [FEBRUARY, EARLY_OCTOBER, LATER]) await accept(page, prediction)
  expect(new Set(claims).size).toBe(3)
})

const pageOf = (claimId = ''): string => `/desk/predictions/${claimId}`
const isFrozen = (page: Page) => expect(page.getByRole('heading', { name: 'What was frozen' })).toBeVisible()

/** Written by the reviewer who is signed in, opened by an editor. */
async function open(page: Page, browser: Browser, claimId = ''): Promise<void> {
  await page.goto(pageOf(claimId))
  const window = page.getByLabel('Window', { exact: true })
  if ((await window.inputValue()) === '') {
    await window.fill('by 31 Dec 2025')
    await page.getByLabel('Where the window comes from').fill('Given: the half year of the earlier report.')
    await page.getByLabel('How the window is known').selectOption('given')
  }
  await page.getByRole('textbox', { name: 'Criteria' }).fill('The visit begins: the guest has landed in the country.')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(page.getByRole('heading', { name: 'Proposed for opening' })).toBeVisible()
  const editor = await as(browser, 'editor', pageOf(claimId))
  await editor.getByRole('button', { name: 'Open it' }).click()
  await isFrozen(editor)
  await editor.context().close()
}

test('the one of February is opened by two people, and both of October are told of it', async ({ page, browser }) => {
  test.slow()
  await signInAs(page, 'reviewer')
  await open(page, browser, claims[0])
  const said = page.locator('[data-news]')
  await expect(async () => {
    await page.goto(pageOf(claims[0]))
    for (const { article } of [EARLY_OCTOBER, LATER])
      await expect(said.locator(`a[href^="${articleOf(article)}"]`).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'What later articles say' })).toContainText('27 to 29')
  await expectAccessible(page)
})

test('the two of October are opened too, and all three are one event', async ({ page, browser }) => {
  test.slow()
  await signInAs(page, 'reviewer')
  for (const claimId of claims.slice(1)) await open(page, browser, claimId)
  await page.goto(pageOf(claims[0]))
  const link = page.getByRole('button', { name: /^Link: it (narrows|moves) this one/ })
  for (let left = await link.count(); left > 0; left--) {
    await link.first().click()
    await expect(link).toHaveCount(left - 1)
  }
})

/** Links what is suggested, submits as the reviewer who is signed in, and approves as an editor. */
async function resolve(page: Page, browser: Browser): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Predictions that it resolves' })).toBeVisible()
  const [listed, suggested] = [
    page.locator('[data-link]'),
    page.getByRole('region', { name: 'About the same event' }).getByRole('listitem').getByRole('button'),
  ]
  for (let linked = await listed.count(); linked < 3; linked++) {
    await suggested.first().click()
    await expect(listed).toHaveCount(linked + 1)
  }
  await page.getByRole('button', { name: 'Submit for approval' }).click()
  await expect(page.getByText('You cannot approve it.')).toBeVisible()
  const outcome = new URL(page.url()).pathname
  const editor = await as(browser, 'editor', outcome)
  await editor.getByRole('button', { name: 'Approve and resolve' }).click()
  await expect(editor.locator('[data-resolution=came_true]')).toHaveCount(3)
  await editor.context().close()
  return outcome
}

let outcomePath = ''

test('what the later article says begins the outcome, and a second person resolves all three', async ({
  page,
  browser,
}) => {
  test.slow()
  await signInAs(page, 'reviewer', pageOf(claims[0]))
  const item = page.locator('[data-news]', { has: page.locator(`a[href^="${articleOf(LATER.article)}"]`) }).first()
  await item.getByRole('button', { name: 'Record an outcome' }).click()
  await page.getByLabel('What happened').fill('The visit took place on three days in Tokyo.')
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('When it happened').fill('27-29 Oct 2025')
  await expect(page.getByRole('main')).toContainText('With it as a source')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.locator('[data-source]')).toContainText('27 to 29')
  outcomePath = await resolve(page, browser)
})

/** Each prediction as it stands on its public page. */
async function expectPublic(page: Page, standing: 'came_true' | 'open'): Promise<void> {
  for (const claimId of claims) {
    await page.goto(`/desk/claims/${claimId}`)
    const link = page.locator('a[href^="/predictions/"]').first()
    const path = (await link.getAttribute('href')) ?? ''
    await expect(async () => {
      await page.goto(path)
      await expect(page.locator('[data-standing]').first()).toHaveAttribute('data-standing', standing, {
        timeout: 1000,
      })
    }).toPass({ timeout: 20_000 })
  }
}

test('readers see it: the three pages, the ledger, and the records of speaker and phrase', async ({ page }) => {
  await signInAs(page, 'reviewer')
  await expectPublic(page, 'came_true')
  await page.goto('/predictions?view=resolved')
  await expect(page.getByRole('main').locator('a[href^="/predictions/"]')).toHaveCount(3)
  await expectAccessible(page)
  await page.goto('/phrases/will')
  await expect(page.getByRole('main')).toContainText(/1 of 1|1 came true|n = 1/)
  await page.goto('/speakers')
  await page.getByRole('main').locator('a[href^="/speakers/"]').first().click()
  await expect(page.getByRole('main')).toContainText(/came true/i)
  await expectAccessible(page)
})

test('undone with a reason all three are open again; recorded again they are resolved as before', async ({
  page,
  browser,
}) => {
  test.slow()
  const editor = await as(browser, 'editor', outcomePath)
  await editor.getByText('Undo this outcome').click()
  await editor.getByLabel('Why it is undone').fill('Approved before the visit was over.')
  await editor.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(editor.getByRole('heading', { name: 'What it had resolved' })).toBeVisible()
  await editor.context().close()
  await signInAs(page, 'reviewer')
  await expectPublic(page, 'open')
  await page.goto(outcomePath)
  await page.getByRole('link', { name: /again/ }).click()
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await resolve(page, browser)
  await expectPublic(page, 'came_true')
})
