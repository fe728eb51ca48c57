import { expect, type Locator, type Page, test } from '@playwright/test'
import { actionOf, postAction } from '../actions'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'
import { copied, expectArticles, freshPort, sentence, titleOf } from '../port-articles'

const text = (page: Page) => page.getByLabel('Text of the article')
const understood = (page: Page) => page.locator('[data-understanding]')
const field = (page: Page, name: string) => page.locator(`form#paste [data-field=${name}]`)

async function read(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Show what is understood|Read it again/ }).click()
}

/** Pastes, looks, imports. */
async function importText(page: Page, body: string): Promise<void> {
  await page.goto('/desk/articles/import')
  await text(page).fill(body)
  await read(page)
  await page.getByRole('button', { name: 'Import this article' }).click()
}

test('an admin sees what is understood of a pasted text, imports it, and its claims appear', async ({ page }) => {
  const port = freshPort()
  await signInAs(page, 'admin', '/desk/articles/import')
  await text(page).fill(copied(port))
  await read(page)

  await expect(understood(page).getByRole('heading', { name: 'What was understood' })).toBeFocused()
  await expect(understood(page)).toContainText(`New quay for ${port} (read from the text)`)
  await expect(understood(page)).toContainText('Quay Daily (read from the text)')
  await expect(understood(page)).toContainText('These days fit the words of the text')
  const days = understood(page).locator('button[name=chosenDay]')
  await expect(days.first()).toBeVisible()
  await expect(
    understood(page)
      .getByRole('listitem')
      .filter({ has: page.locator('button[name=chosenDay]') })
      .first(),
  ).toContainText('Thursday')
  const cut = (reason: string) =>
    understood(page)
      .getByRole('listitem')
      .filter({ has: page.getByText(reason, { exact: true }) })
  await expect(cut('dateline')).toContainText('NORHAVEN (Coastwire) -')
  await expect(cut('comments')).toContainText('90,000 containers')
  await expect(cut('copyright')).toContainText('All rights reserved')
  const stays = understood(page).getByRole('region', { name: 'The text that stays' })
  await expect(stays).toContainText(sentence(port))
  await expect(stays).not.toContainText('Waverider')
  await expectAccessible(page)
  await expectArticles(page, titleOf(port), 0)

  await page.goto('/desk/articles/import')
  await text(page).fill(copied(port))
  await read(page)
  const day = (await days.first().textContent()) ?? ''
  await days.first().click()
  await expect(understood(page)).toContainText(`${day} (Given at import)`)
  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByText('Its claims are being extracted')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: `New quay for ${port}` }).click()
  const candidates = page.locator('[data-candidate]')
  await expect(candidates.filter({ hasText: '54,000' })).toBeVisible({ timeout: 20_000 })
  await expect(candidates.filter({ hasText: 'latter half of 2027' })).toBeVisible()
  await expect(candidates.filter({ hasText: '90,000' })).toHaveCount(0)
  await expect(page.locator('[data-mark]').filter({ hasText: '54,000' })).toBeVisible()
})

test('the same text again changes nothing and says so; a changed one becomes a new version', async ({ page }) => {
  const port = freshPort()
  await signInAs(page, 'admin')
  await importText(page, copied(port))
  await page.getByRole('link', { name: `New quay for ${port}` }).click()
  await expect(page).toHaveURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const address = new URL(page.url()).pathname

  await importText(page, copied(port))
  await expect(page.getByText('Nothing changed', { exact: true })).toBeVisible()
  await expect(page.getByText('This text is here already, so nothing was stored.')).toBeVisible()
  await expect(page.getByRole('link', { name: `New quay for ${port}` })).toHaveAttribute('href', address)

  await page.goto(`/desk/articles/import?article=${address.split('/').at(-1)}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Add a new version' })).toBeVisible()
  await text(page).fill(copied(port).replace('54,000', '56,000'))
  await read(page)
  await page.getByRole('button', { name: 'Add this version' }).click()
  await expect(page.getByText('Added as a new version', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: `New quay for ${port}` }).click()
  await expect(page.locator('[data-candidate]').filter({ hasText: '56,000' })).toBeVisible({ timeout: 20_000 })
  await expectArticles(page, titleOf(port), 1)
})

test('of an address a changed text is a new version, without being told', async ({ page }) => {
  const port = freshPort()
  const url = `https://quay-daily.example/${port.toLowerCase()}`
  await signInAs(page, 'admin')
  for (const [figure, said] of [
    ['54,000', 'Imported'],
    ['57,000', 'Added as a new version'],
  ] as const) {
    await page.goto('/desk/articles/import')
    await text(page).fill(copied(port).replace('54,000', figure))
    await page.getByLabel('Address').fill(url)
    await read(page)
    await page.getByRole('button', { name: 'Import this article' }).click()
    await expect(page.getByText(said, { exact: true })).toBeVisible()
  }
  await expectArticles(page, titleOf(port), 1)
})

/** 30 February 2025 by the keyboard, in whichever order this browser asks for day and month. */
async function typeImpossibleDay(day: Locator): Promise<void> {
  for (const keys of ['02302025', '30022025']) {
    await day.fill('')
    await day.focus()
    await day.pressSequentially(keys)
    if (await day.evaluate((input: HTMLInputElement) => input.validity.badInput)) return
  }
  throw new Error('the browser made a day of it')
}

test('what cannot be imported is refused at its field, nothing is stored and nothing typed is lost', async ({
  page,
}) => {
  test.slow()
  const port = freshPort()
  await signInAs(page, 'admin', '/desk/articles/import')
  await page.setViewportSize({ width: 390, height: 844 })
  const title = page.getByLabel(/^Title/)
  await title.fill(`Kept ${port}`)
  const refused = async (name: string, words: string | RegExp) => {
    await read(page)
    await expect(problems(page)).toContainText(words)
    await expect(problems(page)).toBeFocused()
    await expect(problems(page)).toBeInViewport()
    await expect(field(page, name)).toContainText(words)
    await expect(title).toHaveValue(`Kept ${port}`)
    await expect(page.getByRole('button', { name: 'Import this article' })).toHaveCount(0)
  }
  await refused('text', 'Paste the text of the article.')
  await text(page).fill('   \n ')
  await refused('text', 'Paste the text of the article.')

  const large = copied(port) + `\n\n${sentence(port)}.`.repeat(120_000)
  await text(page).evaluate((area: HTMLTextAreaElement, value) => (area.value = value), large.slice(0, 10_000_000))
  await refused('text', 'longer than 2,000,000 characters')
  expect(await text(page).evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(
    Math.min(10_000_000, large.length),
  )
  await text(page).evaluate((area: HTMLTextAreaElement) => (area.value = 'ü'.repeat(14_000_000)))
  await refused('text', 'larger than a form can carry')
  expect(await text(page).evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(14_000_000)

  const nul = `${copied(port)}\0`
  await text(page).evaluate((area: HTMLTextAreaElement, value) => (area.value = value), nul)
  await refused('text', 'NUL bytes')
  await text(page).fill(copied(port).replace('54,000', '\u202e000,45\u202c'))
  await refused('text', 'hidden direction overrides')
  await expect(text(page)).toHaveValue(/\u202e000,45/)

  await text(page).fill(copied(port))
  await page.getByLabel('Address').fill('javascript:alert(1)')
  await refused('url', 'Only addresses that begin with http:// or https://')
  await expect(page.getByLabel('Address')).toHaveValue('javascript:alert(1)')
  await expectAccessible(page)
  await page.getByLabel('Address').fill('')

  await page.setViewportSize({ width: 390, height: 844 })
  const day = page.getByLabel('Published on')
  await typeImpossibleDay(day)
  await refused('publishedOn', 'Not a day of the calendar')
  await day.evaluate((input: HTMLInputElement) => {
    input.type = 'text'
    input.value = '2025-02-30'
  })
  await refused('publishedOn', 'Not a day of the calendar')
  await expect(text(page)).toHaveValue(copied(port))
  await expectArticles(page, `Kept ${port}`, 0)
})

test('a reviewer who is no admin imports nothing, not with a forged form either', async ({ page, browser }) => {
  const port = freshPort()
  await signInAs(page, 'admin')
  const form = await actionOf(page.context(), '/desk/articles/import', 'paste')
  const reviewer = await (await browser.newContext()).newPage()
  await signInAs(reviewer, 'reviewer', '/desk/articles/import')
  await expect(reviewer.getByText('Only admins import articles')).toBeVisible()
  await expect(reviewer.getByLabel('Text of the article')).toHaveCount(0)
  await expectAccessible(reviewer)

  const fields: [string, string][] = [
    ['text', copied(port)],
    ['move', 'import'],
  ]
  const answer = await postAction(reviewer.context(), form, fields)
  expect(answer.status()).toBeLessThan(500)
  await expectArticles(page, titleOf(port), 0)
  // the same form, sent by the admin, does import: the refusal is what made the difference
  expect((await postAction(page.context(), form, fields)).status()).toBe(200)
  await expectArticles(page, titleOf(port), 1)
})
