import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { csvLine } from '@/lib/core/csv'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'

/** Another town for each run, so that nothing meets what an earlier run stored. */
const freshTown = (): string =>
  `Tablemere${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

const textOf = (town: string, k: number) =>
  `The council of ${town} voted on Friday to open school number ${k}. It will cost $${k + 2} million, the mayor said.`

const table = (town: string): string =>
  [
    ['headline', 'body', 'source', 'published_on', 'shelf'],
    ...Array.from({ length: 8 }, (_, k) => [
      `School ${k} for ${town}`,
      textOf(town, k),
      'Table Post',
      '2026-11-02',
      'B',
    ]),
    [`=HYPERLINK("x") of ${town}`, '', 'Table Post', '2026-11-02', 'B'],
    [`Tomorrow in ${town}`, textOf(town, 99), 'Table Post', '2031-01-01', 'B'],
  ]
    .map(csvLine)
    .join('')

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel('Table', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const count = (page: Page, label: string) => page.locator('dl div', { hasText: label }).locator('dd')

test('an admin tries a table, sees which rows are refused and why, and imports the others', async ({ page }) => {
  const town = freshTown()
  await signInAs(page, 'admin', '/desk/articles/import/batch')
  await choose(page, `${town}.csv`, table(town))
  await page.getByRole('button', { name: 'Bring in the table' }).click()

  await expect(page.getByRole('heading', { level: 1, name: `${town}.csv` })).toBeVisible()
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 30_000 })
  await expect(count(page, 'would be new').first()).toHaveText('8')
  const refused = page.getByRole('table')
  await expect(refused.getByRole('row').nth(1)).toContainText('It has no text')
  await expect(refused.getByRole('row').nth(2)).toContainText('This day is still to come')
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'All of them as CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(csv).toContain('9,"It has no text')

  await page.goto('/desk/articles')
  await expect(page.getByRole('link', { name: `School 0 for ${town}` })).toHaveCount(0)
  await page.goBack()
  await page.getByRole('button', { name: 'Import these rows' }).click()
  await expect(page.getByText('A dry run')).toBeHidden()
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 30_000 })
  await expect(count(page, 'new').first()).toHaveText('8')
  await page.goto('/desk/articles')
  await expect(page.getByRole('link', { name: `School 7 for ${town}`, exact: true })).toBeVisible()

  await page.goto('/desk/articles/import/batch')
  await expect(page.getByRole('link', { name: `${town}.csv`, exact: true })).toBeVisible()
})

test('a table of 30 MB arrives whole', async ({ page }) => {
  const town = freshTown()
  const row = (k: number) => csvLine([`Long ${k} of ${town}`, `${textOf(town, k)} `.repeat(1000), 'Table Post'])
  const text = csvLine(['title', 'text', 'publisher']) + Array.from({ length: 320 }, (_, k) => row(k)).join('')
  expect(text.length).toBeGreaterThan(30_000_000)
  await signInAs(page, 'admin', '/desk/articles/import/batch')
  await choose(page, `${town}.csv`, text)
  await page.getByRole('button', { name: 'Bring in the table' }).click()
  await expect(page.getByText('of 320 ·')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Cancelled').first()).toBeVisible({ timeout: 30_000 })
})

test('a table without texts, and none at all, are refused with words, and what was chosen stays', async ({ page }) => {
  await signInAs(page, 'admin', '/desk/articles/import/batch')
  await page.getByRole('button', { name: 'Bring in the table' }).click()
  await expect(problems(page)).toContainText('Choose a file.')
  await choose(page, 'phones.csv', 'name,phone\nAnn,1\n')
  await page.getByRole('button', { name: 'Bring in the table' }).click()
  await expect(problems(page)).toContainText('No column is called "text" or "html"')
  await expect(page).toHaveURL(/\/import\/batch$/)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a table is brought in, and its page loaded again tells how far it is', async ({ page }) => {
    const town = freshTown()
    await signInAs(page, 'admin', '/desk/articles/import/batch')
    await choose(page, `${town}.csv`, table(town))
    await page.getByRole('button', { name: 'Bring in the table' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `${town}.csv` })).toBeVisible()
    await expect(async () => {
      await page.reload()
      await expect(count(page, 'would be new').first()).toHaveText('8', { timeout: 500 })
    }).toPass({ timeout: 30_000 })
  })
})
