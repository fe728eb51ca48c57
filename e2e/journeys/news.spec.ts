import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { acceptFrom, as } from '../triage'

// One open prediction and what later articles say of it: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const PLACE = `Almarhaven${Date.now() % 1_000_000}`
const LIST = '/desk/predictions/news'
let claimId = ''

test.beforeAll(async () => {
  const text = `President Arno Berg is expected to visit ${PLACE} in the second half of 2025, the ministry said.`
  const args = ['--import', 'tsx', 'e2e/make-open-prediction.ts', text, '2025-02-07', '2025-07-01', '2025-12-31']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  claimId = stdout.trim().split('\n').at(-1) ?? ''
  expect(claimId).toMatch(/^[0-9a-f-]{36}$/)
})

const pageOf = () => `/desk/predictions/${claimId}`
const itemOf = (page: Page, words: string): Locator => page.locator('[data-news]', { hasText: words })
const done = (page: Page): Locator => page.locator('[data-done]')

/** The worker finds it within a moment. */
async function shown(page: Page, path: string, words: string): Promise<Locator> {
  await expect(async () => {
    await page.goto(path)
    await expect(itemOf(page, words)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('[data-news-list]')).toHaveAttribute('data-keys', 'on')
  return itemOf(page, words)
}

test('a later article narrows it: whoever opened it is told, and one key takes it as evidence, one takes that back', async ({
  page,
  browser,
}) => {
  const importing = await acceptFrom(browser, {
    story: `President Arno Berg will visit ${PLACE} from October 27 to 29, his office announced. Farmers hope for rain.`,
    title: `Berg comes to ${PLACE} in October`,
    publisher: 'The Almar Herald',
  })
  await importing.goto('/desk/predictions')
  await expect(async () => {
    await importing.reload()
    await expect(importing.getByRole('link', { name: /^News of open predictions/ })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await importing.context().close()

  const editor = await as(browser, 'editor', '/desk/notices?view=unread')
  const notice = editor.getByRole('listitem').filter({ hasText: '27–29 Oct 2025' })
  await expect(async () => {
    await editor.reload()
    await expect(notice.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await notice.first().getByRole('link').first().click()
  await expect(editor).toHaveURL(new RegExp(`${pageOf()}#news$`))
  await expect(editor.getByRole('heading', { name: 'What later articles say' })).toBeVisible()
  await editor.context().close()

  await as(browser, 'reviewer', LIST).then((other) => other.context().close())
  const reviewer = await as(browser, 'reviewer', LIST)
  const item = await shown(reviewer, LIST, PLACE)
  await expect(item).toContainText('This newer article says 27–29 Oct 2025, within Jul–Dec 2025')
  await expect(item).toContainText('Narrows')
  await expectAccessible(reviewer)
  // the queue's first is lit from the start; ours may stand behind others
  while ((await item.getAttribute('data-lit')) === null) await reviewer.keyboard.press('j')
  await reviewer.keyboard.press('e')
  await expect(done(reviewer)).toContainText('Taken as evidence of the claim: The Almar Herald says 27–29 Oct 2025')
  await expect(itemOf(reviewer, PLACE)).toHaveCount(0)
  await reviewer.keyboard.press('u')
  await expect(done(reviewer)).toContainText('Taken back')
  await expect(itemOf(reviewer, PLACE)).toBeVisible()
  await expect(reviewer.locator('[data-news-list]')).toHaveAttribute('data-keys', 'on')
  while ((await itemOf(reviewer, PLACE).getAttribute('data-lit')) === null) await reviewer.keyboard.press('j')
  await reviewer.keyboard.press('e')
  await expect(done(reviewer)).toContainText('Taken as evidence')
  await reviewer.goto(`/desk/claims/${claimId}`)
  await expect(reviewer.locator('#evidence')).toContainText(`Berg comes to ${PLACE} in October`)
  await expect(reviewer.locator('#evidence')).toContainText('from October 27 to 29')
  await reviewer.context().close()

  await page.goto(LIST)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('one that says it happened begins the outcome, with its words, its day and the prediction', async ({
  browser,
}) => {
  const reviewer = await acceptFrom(browser, {
    story: `President Arno Berg visited ${PLACE} on Tuesday. Schools were closed for the day.`,
    title: `Berg in ${PLACE}`,
    publisher: 'The Almar Herald',
  })
  const item = await shown(reviewer, pageOf(), 'says that it happened')
  await expectAccessible(reviewer)
  await item.getByRole('button', { name: 'Record an outcome' }).click()
  await expect(reviewer).toHaveURL(/\/desk\/outcomes\/new\?/)
  await expect(reviewer.getByLabel('What happened', { exact: true })).toHaveValue(
    `President Arno Berg visited ${PLACE} on Tuesday.`,
  )
  await expect(reviewer.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await expect(reviewer.getByLabel('When it happened')).toHaveValue('30 Sep 2025')
  await expect(reviewer.locator('#outcome')).toContainText(`Berg in ${PLACE}`)
  await expectAccessible(reviewer)
  await reviewer.getByRole('button', { name: 'Save and go on to its sources' }).click()
  await expect(reviewer).toHaveURL(/\/desk\/outcomes\/[0-9a-f-]{36}$/)
  await expect(reviewer.getByRole('main')).toContainText('came true', { ignoreCase: true })
  await reviewer.goto(pageOf())
  await expect(itemOf(reviewer, 'says that it happened')).toContainText('Taken as the source of an outcome')
  await reviewer.context().close()
})

test('without a script it is dismissed and taken back by the same buttons', async ({ browser }) => {
  const importing = await acceptFrom(browser, {
    story: `President Arno Berg cancelled his visit to ${PLACE} on Monday.`,
    title: `No visit to ${PLACE}`,
    publisher: 'The Almar Herald',
  })
  await shown(importing, pageOf(), 'called off')
  const cookies = await importing.context().cookies()
  await importing.context().close()
  const context = await browser.newContext({ javaScriptEnabled: false })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(pageOf())
  await itemOf(page, 'called off').getByRole('button', { name: 'Dismiss' }).click()
  await expect(itemOf(page, 'called off')).toContainText('Dismissed by Ada Marsh')
  await itemOf(page, 'called off').getByRole('button', { name: 'Undo' }).click()
  await expect(itemOf(page, 'called off').getByRole('button', { name: 'Take as evidence' })).toBeVisible()
  await context.close()
})
