import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Locator, type Page } from '@playwright/test'
import { makePdf } from '../../lib/testing/documents'
import { newsPage, PARAGRAPHS } from '../../lib/testing/pages'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { test } from '../local-site'
import { signInAs } from '../personas'

const EXCERPT = 'carried 41,200 people in the past year'

/** An accepted claim of this test alone; answers the address of its workspace. */
async function freshClaim(): Promise<string> {
  const figure = String(Date.now() % 1_000_000_000)
  const args = [
    '--import',
    'tsx',
    'e2e/make-claim.ts',
    `The ferry line carried 50,000 people, ${figure} said.`,
    '50,000',
    'people',
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return `/desk/claims/${stdout.trim()}`
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name })
const evidenceOf = (page: Page): Locator => part(page, 'Evidence')
/** The form that adds evidence: each piece that is there has the same fields in a form of its own. */
const formOf = (page: Page): Locator => page.locator('#evidence-form')
const unfold = (page: Page, name: string): Promise<void> =>
  evidenceOf(page).locator('summary', { hasText: name }).first().click()
const badge = (page: Page, state: string): Locator => evidenceOf(page).locator(`[data-badge=${state}]`)

/** Fetches an address into the form. */
async function read(page: Page, address: string): Promise<void> {
  await page.getByLabel('Address of the source').fill(address)
  await page.getByRole('button', { name: 'Fetch and read it' }).click()
}

/** Selects words in the copy as a person does with Shift and the arrows: from where they begin, sign by sign. */
async function selectByKeyboard(page: Page, words: string): Promise<void> {
  const text = page.getByLabel('Text of the copy')
  await text.evaluate((area: HTMLTextAreaElement, sought) => {
    area.focus()
    const at = area.value.indexOf(sought)
    area.setSelectionRange(at, at)
  }, words)
  for (const _ of words) await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: 'Use the selected words' }).press('Enter')
}

async function fillRest(page: Page, stance: 'Supports' | 'Refutes', note: string): Promise<void> {
  const form = formOf(page)
  await form.getByRole('radio', { name: 'Secondary' }).check()
  await form.getByRole('radio', { name: stance }).check()
  await form.getByLabel('Why it counts').fill(note)
  await form.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(evidenceOf(page).locator('p').filter({ hasText: note })).toBeVisible()
}

test('an address becomes a copy, an excerpt chosen by keyboard, a comparison and a badge; a check finds it changed, then gone', async ({
  page,
  site,
}) => {
  test.slow()
  const path = `/ferry-${Date.now()}`
  const title = `Ferry to Skarsund ${Date.now()}`
  const address = site.put(path, { body: newsPage({ title, paragraphs: PARAGRAPHS }) })
  const claim = await freshClaim()
  await signInAs(page, 'reviewer', claim)
  const evidence = evidenceOf(page)
  await formOf(page).getByLabel('Why it counts').fill('Typed before the fetch.')
  await read(page, address)
  await expect(formOf(page).getByLabel('Title')).toHaveValue(title)
  await expect(formOf(page).getByLabel('Publisher')).toHaveValue('Harbour Gazette')
  await expect(formOf(page).getByLabel('Published on')).toHaveValue('2025-10-02')
  await expect(formOf(page).getByLabel('Why it counts')).toHaveValue('Typed before the fetch.')

  await selectByKeyboard(page, EXCERPT)
  await expect(formOf(page).getByLabel('Excerpt', { exact: true })).toHaveValue(EXCERPT)
  await expect(formOf(page).getByLabel('As a number')).toHaveValue('41200')
  await expect(evidence.getByText('Does not fit.')).toBeVisible()
  await expectAccessible(page)
  await fillRest(page, 'Refutes', 'The board counts its passengers.')
  await expect(badge(page, 'verified')).toBeVisible()
  await expect(evidence.getByText('A suggestion; people decide.').first()).toBeVisible()

  await page.getByRole('link', { name: `The desk’s copy of ${title}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('[data-copy] mark')).toHaveText(EXCERPT)
  await expectAccessible(page)

  site.put(path, { body: newsPage({ title, paragraphs: PARAGRAPHS.map((text) => text.replace('41,200', '39,800')) }) })
  await page.getByRole('button', { name: 'Check it now' }).click()
  const changed = page.getByRole('region', { name: 'What changed from copy 1 to copy 2' })
  await expect(changed.locator('del')).toContainText('41,200')
  await expect(changed.locator('ins')).toContainText('39,800')
  await expectAccessible(page)
  await page.goto(claim)
  await expect(badge(page, 'changed')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/desk/sources')
  const alert = page.locator('[data-alerts] li').filter({ hasText: title })
  await expect(alert).toContainText('Excerpt gone')
  await expectAccessible(page)
  await alert.getByRole('button', { name: /I have looked at it/ }).click()
  await expect(page.locator('[data-alerts] li').filter({ hasText: title })).toHaveCount(0)

  site.put(path, { status: 410 })
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: 'Check it now' }).click()
  await expect(page.getByText('The page was taken away (410).').first()).toBeVisible()
  await page.goto(claim)
  await expect(badge(page, 'unreachable')).toBeVisible()
})

test('a page that cannot be had loses nothing that was typed, and the form goes on by hand', async ({ page, site }) => {
  await signInAs(page, 'reviewer', await freshClaim())
  const evidence = evidenceOf(page)
  await formOf(page).getByLabel('Title').fill('Typed by hand')
  await formOf(page).getByLabel('Excerpt', { exact: true }).fill('Nobody was counted.')
  await formOf(page).getByRole('radio', { name: 'Supports' }).check()
  await read(page, site.put(`/sold-${Date.now()}`, { status: 402 }))
  await expect(problems(page)).toContainText('The page is for subscribers (402)')
  await expect(evidence.getByText('It can go on by hand')).toBeVisible()
  await expectAccessible(page)
  await expect(formOf(page).getByLabel('Title')).toHaveValue('Typed by hand')
  await expect(formOf(page).getByRole('radio', { name: 'Supports' })).toBeChecked()
  await fillRest(page, 'Supports', 'It was read on paper.')
  await expect(badge(page, 'not_checked')).toBeVisible()
})

test('a PDF and a picture are uploaded; the excerpt is looked up in the one, the other is shown at the desk alone', async ({
  page,
  browser,
  baseURL,
}) => {
  const words = 'The harbour board counted 41,200 passengers in the year.'
  const pdf = makePdf([
    [
      { text: words, x: 60, y: 700 },
      { text: `Copy ${Date.now()} of the minutes.`, x: 60, y: 680 },
    ],
  ])
  await signInAs(page, 'reviewer', await freshClaim())
  const evidence = evidenceOf(page)
  await unfold(page, 'Upload a PDF or a picture')
  await evidence
    .getByLabel('File')
    .setInputFiles({ name: 'passengers_2025.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) })
  await formOf(page).getByRole('button', { name: 'Read the file' }).click()
  await expect(formOf(page).getByLabel('Title')).toHaveValue('passengers 2025')
  await expect(page.getByLabel('Text of the copy')).toHaveValue(new RegExp(words.slice(0, 30)))
  await formOf(page).getByLabel('Excerpt', { exact: true }).fill('counted  41,200 passengers')
  await fillRest(page, 'Refutes', 'They are the minutes.')
  await expect(badge(page, 'verified')).toBeVisible()
  await expect(evidence.getByText('counted 41,200 passengers').first()).toBeVisible()

  await unfold(page, 'Add evidence')
  await unfold(page, 'Upload a PDF or a picture')
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  await formOf(page).getByLabel('File').setInputFiles({ name: 'bars of 2025.png', mimeType: 'image/png', buffer: png })
  await formOf(page).getByRole('button', { name: 'Read the file' }).click()
  const picture = formOf(page).getByRole('img', { name: 'The picture: bars of 2025' })
  await expect(picture).toBeVisible()
  await expectAccessible(page)
  const src = (await picture.getAttribute('src')) ?? ''
  const served = await page.request.get(src)
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(served.headers()['content-security-policy']).toContain("default-src 'none'; frame-ancestors 'none'; sandbox")
  const reader = await browser.newContext({ baseURL })
  expect((await reader.request.get(src, { maxRedirects: 0 })).status()).toBeGreaterThanOrEqual(300)
  await reader.close()
})

test('evidence is put in order by keyboard, told to screen readers; a known source is used again for another claim', async ({
  page,
}) => {
  const stamp = Date.now()
  const add = async (title: string) => {
    await page.getByLabel('Address of the source').fill(`https://lanterns.example/${stamp}/${title.split(' ')[0]}`)
    await formOf(page).getByLabel('Title').fill(title)
    await formOf(page).getByLabel('Excerpt', { exact: true }).fill('There are nine.')
    await fillRest(page, 'Refutes', `It counts: ${title}.`)
  }
  await signInAs(page, 'reviewer', await freshClaim())
  await add(`Almanac ${stamp}`)
  await unfold(page, 'Add evidence')
  await add(`Yearbook ${stamp}`)
  await expect(evidenceOf(page).getByText('Needed: evidence for the claim.')).toBeVisible()
  await unfold(page, 'Change the order')
  const handle = page.getByRole('button', { name: `Move Yearbook ${stamp}` })
  await handle.focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(`Yearbook ${stamp} is taken up, at place 2 of 2.`)).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(/is over place 1 of 2/)).toBeAttached()
  await page.keyboard.press('Space')
  await expect(evidenceOf(page).getByText('The order is saved.')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(evidenceOf(page).locator('figure').first()).toContainText(`Yearbook ${stamp}`)
  await page.getByRole('button', { name: `Move down: Yearbook ${stamp}` }).click()
  await expect(evidenceOf(page).locator('figure').first()).toContainText(`Almanac ${stamp}`)

  await page.goto(await freshClaim())
  await unfold(page, 'Use a source that the desk knows')
  await formOf(page).getByLabel('Find it').fill(`almanac ${stamp}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Use Almanac ${stamp}` }).click()
  await expect(formOf(page).getByLabel('Title')).toHaveValue(`Almanac ${stamp}`)
  await formOf(page).getByLabel('Excerpt', { exact: true }).fill('There are ten.')
  await fillRest(page, 'Supports', 'Used again.')
  await page.getByRole('link', { name: `The desk’s record of Almanac ${stamp}` }).click()
  await expect(page.getByRole('region', { name: 'Cited by' }).getByRole('listitem')).toHaveCount(2)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('an address is read, the words are typed and looked up in the copy', async ({ page, site }) => {
    const title = `Quiet ferry ${Date.now()}`
    const address = site.put(`/quiet-${Date.now()}`, { body: newsPage({ title, paragraphs: PARAGRAPHS }) })
    await signInAs(page, 'reviewer', await freshClaim())
    await formOf(page).getByLabel('Why it counts').fill('The board counts them.')
    await read(page, address)
    await expect(formOf(page).getByLabel('Title')).toHaveValue(title)
    await expect(formOf(page).getByLabel('Why it counts')).toHaveValue('The board counts them.')
    await expect(formOf(page).getByRole('link', { name: 'Read the copy' })).toBeVisible()
    await formOf(page).getByRole('radio', { name: 'Secondary' }).check()
    await formOf(page).getByRole('radio', { name: 'Refutes' }).check()
    await formOf(page).getByLabel('Excerpt', { exact: true }).fill(EXCERPT)
    await formOf(page).getByRole('button', { name: 'Add the evidence' }).click()
    await expect(badge(page, 'verified')).toBeVisible()
  })
})
