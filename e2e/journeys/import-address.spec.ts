import { expect, type Page } from '@playwright/test'
import { newsPage, PARAGRAPHS } from '../../lib/testing/pages'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { test } from '../local-site'
import { signInAs } from '../personas'

/** A name that no other run has, in letters only. */
const freshName = (): string =>
  `Vestvik${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

const story = (name: string): string[] => [
  `The council of ${name} bought 14 electric buses last year, it said on Monday.`,
  ...PARAGRAPHS,
]
const understood = (page: Page) => page.locator('[data-understanding]')

async function fetchAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel('Address of the page').fill(address)
  await page.getByRole('button', { name: 'Fetch and read the page' }).click()
}

test('an admin fetches a page, corrects what was understood, and imports it; again, nothing is doubled', async ({
  page,
  site,
}) => {
  const name = freshName()
  const html = newsPage({ title: `Buses for ${name}`, publisher: `${name} Post`, paragraphs: story(name) })
  const address = site.put('/buses', { body: html })
  await signInAs(page, 'admin', '/desk/articles/import/address')
  await expectAccessible(page)
  await fetchAddress(page, address)
  await expect(page.getByRole('heading', { name: 'What was understood' })).toBeFocused()
  await expect(page.getByLabel('Title')).toHaveValue(`Buses for ${name}`)
  await expect(page.getByLabel('Publisher')).toHaveValue(`${name} Post`)
  await expect(page.getByLabel('Published on')).toHaveValue('2025-10-02')
  await expect(page.locator('[data-field=publishedOn]')).toContainText('From:')
  const stays = understood(page).getByRole('region', { name: 'The text that stays' })
  await expect(stays).toContainText('14 electric buses')
  await expect(stays).not.toContainText('morning letter')
  await expect(understood(page)).toContainText('morning letter')
  await expectAccessible(page)
  await page.getByLabel('Byline').fill('Ada Lind')
  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByText('Imported', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: `Buses for ${name}` }).click()
  await expect(page.getByText('Ada Lind').first()).toBeVisible()

  await page.goto('/desk/articles/import/address')
  await fetchAddress(page, address)
  await expect(page.getByText('The desk has this address already')).toBeVisible()
  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByText('Nothing changed', { exact: true })).toBeVisible()
})

test('a page that is sold says so, and its text is pasted with the address kept', async ({ page, site }) => {
  const address = site.put('/sold', { status: 402, body: newsPage() })
  await signInAs(page, 'admin', '/desk/articles/import/address')
  await fetchAddress(page, address)
  await expect(problems(page)).toContainText('The page is for subscribers (402)')
  await expect(page.getByLabel('Address of the page')).toHaveValue(address)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Paste the text of this address' }).click()
  await expect(page.getByLabel('Address')).toHaveValue(address)
})

test('a private address is not fetched, and a fetch under way can be stopped', async ({ page, site }) => {
  await signInAs(page, 'admin', '/desk/articles/import/address')
  await fetchAddress(page, 'http://169.254.169.254/latest/meta-data/')
  await expect(problems(page)).toContainText('private or reserved network')
  const silent = site.put('/silent', () => undefined)
  await fetchAddress(page, silent)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(problems(page)).toContainText('Stopped before all of it was there')
  await expect(page.getByLabel('Address of the page')).toHaveValue(silent)
})
