import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'
import { acceptFrom, as } from '../triage'

// One opened prediction, and two later statements with other windows: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const PLACE = `Wendelport${Date.now() % 1_000_000}`
let claimId = ''
const pageOf = () => `/desk/predictions/${claimId}`

test.beforeAll(async () => {
  const text = `President Arno Berg is expected to visit ${PLACE} in the second half of 2025, the ministry said.`
  const args = ['--import', 'tsx', 'e2e/make-open-prediction.ts', text, '2025-02-07', '2025-07-01', '2025-12-31']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  claimId = stdout.trim().split('\n').at(-1) ?? ''
})

const frozen = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: 'What was frozen' }) })
const windowField = (page: Page) => page.getByLabel('Window', { exact: true })
const relation = (page: Page) => page.locator('[data-window-relation]')

async function newsOf(page: Page, words: string) {
  const item = page.locator('[data-news]', { hasText: words })
  await expect(async () => {
    await page.goto(pageOf())
    await expect(item).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('[data-news-list]')).toHaveAttribute('data-keys', 'on')
  return item
}

test('news with a narrower window becomes a prediction of its own with one key and one press, opened by two', async ({
  page,
  browser,
}) => {
  const importing = await acceptFrom(browser, {
    story: `President Arno Berg will visit ${PLACE} from November 10 to 12, his office announced. Farmers hope for rain.`,
    title: `Berg comes to ${PLACE}`,
    publisher: 'The Almar Herald',
  })
  await importing.context().close()
  await signInAs(page, 'reviewer', pageOf())
  const item = await newsOf(page, '10–12 Nov 2025')
  const before = await frozen(page).innerText()
  await page.keyboard.press('j')
  await expect(item).toHaveAttribute('data-lit', '')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Another window was said later' })).toBeVisible()
  await expect(relation(page)).toContainText('Narrows the earlier one')
  await expectAccessible(page)

  await windowField(page).fill('Jul-Dec 2025')
  await page.getByLabel('Short form').fill('')
  await page.getByRole('button', { name: 'Draft it and link them' }).click()
  await expect(problems(page)).toContainText('That is the same window')
  await expect(problems(page)).toContainText('The short form is needed')
  await expect(windowField(page)).toHaveValue('Jul-Dec 2025')

  await windowField(page).fill('10-12 Nov 2025')
  await page.getByLabel('Short form').fill(`Berg visits ${PLACE} on 10 to 12 November`)
  await page.getByRole('button', { name: 'Draft it and link them' }).click()
  await expect(page.locator('[data-done]')).toContainText('Linked: it narrows')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(page.locator('[data-done]')).toBeFocused()
  await expect(page.locator('[data-done]')).toContainText('A second person can open it now')

  const editor = await as(browser, 'editor', new URL(page.url()).pathname)
  await editor.getByRole('button', { name: 'Open it' }).click()
  await expect(editor.locator('[data-done]')).toContainText('it is frozen and public')
  await editor.context().close()

  await page.goto(pageOf())
  const stack = page.getByRole('region', { name: /^Timeline/ }).getByRole('img')
  await expect(stack).toHaveAccessibleName(/due Jul–Dec 2025.*due 10–12 Nov 2025/)
  expect(await frozen(page).innerText()).toBe(before)
  await expect(page.locator('[data-news]')).toContainText('Taken as a prediction of its own')
  await expectAccessible(page)
})

test('without a script the same is chosen, corrected and drafted', async ({ browser }) => {
  const importing = await acceptFrom(browser, {
    story: `President Arno Berg will visit ${PLACE} in February 2026 instead, his office announced. It snowed all day.`,
    title: `Berg comes to ${PLACE} later`,
    publisher: 'The Almar Herald',
  })
  await importing.context().close()
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signInAs(page, 'reviewer', pageOf())
  await expect(async () => {
    await page.reload()
    await expect(page.locator('[data-news]', { hasText: 'Feb 2026 instead' })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Draft the other one' }).click()
  await page.getByLabel('Said on').fill('2025-01-01')
  await page.getByRole('button', { name: 'Draft it and link them' }).click()
  await expect(problems(page)).toContainText('later than that')
  await page.getByLabel('Said on').fill('2025-10-02')
  await page.getByRole('button', { name: 'Draft it and link them' }).click()
  await expect(page.locator('[data-done]')).toContainText('Linked: it moves')
  await page.context().close()
})
