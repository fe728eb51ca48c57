import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'

// One visit, from three predictions to one outcome: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const pageOf = (claimId: string | undefined) => `/desk/predictions/${claimId}`
let claims: string[] = []
let outcomePath = ''

test.beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/make-predictions.ts'])
  claims = stdout.trim().split('\n').at(-1)?.split(' ') ?? []
  expect(claims).toHaveLength(3)
})

const criteria = (page: Page) => page.getByRole('textbox', { name: 'Criteria' })
const reading = (page: Page) => page.locator('[data-window-reading]')

/** Another person in a browser of their own. */
async function other(browser: Browser, who: 'editor' | 'both', path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

async function openedBySecond(browser: Browser, path: string): Promise<void> {
  const editor = await other(browser, 'editor', path)
  await editor.getByRole('button', { name: 'Open it' }).click()
  await expect(editor.getByRole('heading', { name: 'What was frozen' })).toBeVisible()
  await editor.context().close()
}

test('a prediction is written by one person, opened by another, and frozen', async ({ page, browser }) => {
  await signInAs(page, 'reviewer', '/desk/predictions')
  await expectAccessible(page)
  await page.getByRole('link', { name: /will visit Port Almar/ }).click()
  await expect(page).toHaveURL(new RegExp(pageOf(claims[0])))
  await expect(reading(page)).toContainText('1 Jul 2025 to 31 Dec 2025')
  await expectAccessible(page)

  await page.getByLabel('Window', { exact: true }).fill('31 Dec 2025 to 1 Jul 2025')
  await expect(reading(page)).toContainText('ends before it begins')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(problems(page)).toContainText('The window ends before it begins.')
  await expect(page.getByLabel('Window', { exact: true })).toHaveValue('31 Dec 2025 to 1 Jul 2025')

  await page.getByLabel('Window', { exact: true }).fill('Jul-Dec 2025')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(problems(page)).toContainText('Say what has to be seen')
  await criteria(page).fill('The president arrives in Port Almar on an official visit.')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(page.getByRole('heading', { name: 'Proposed for opening' })).toBeVisible()
  await expect(page.getByText('You cannot approve it.')).toBeVisible()
  await expectAccessible(page)

  await openedBySecond(browser, pageOf(claims[0]))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'What was frozen' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save draft' })).toHaveCount(0)
})

test('of two who write at once, the second sees both texts and loses nothing', async ({ page, browser }) => {
  await signInAs(page, 'reviewer', pageOf(claims[2]))
  const editor = await other(browser, 'both', pageOf(claims[2]))
  await criteria(editor).fill('The visit begins on the Monday.')
  await editor.getByRole('button', { name: 'Save draft' }).click()
  await expect(editor.getByText('Saved as a draft.')).toBeVisible()
  await editor.context().close()

  await criteria(page).fill('The visit begins on one of these days.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(problems(page)).toContainText('Somebody saved this')
  await expect(page.getByText('The visit begins on the Monday.')).toBeVisible()
  await expect(criteria(page)).toHaveValue('The visit begins on one of these days.')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(page.getByRole('heading', { name: 'Proposed for opening' })).toBeVisible()

  // whoever saved it once cannot open it, though that person is an editor
  const writer = await other(browser, 'both', pageOf(claims[2]))
  await expect(writer.locator('[data-why-not]')).toContainText('a second person has to approve it')
  await expect(writer.getByRole('button', { name: 'Open it' })).toHaveCount(0)
  await writer.context().close()
  await openedBySecond(browser, pageOf(claims[2]))
})

test('without a stated window it is given one, and the three are linked on one timeline', async ({ page, browser }) => {
  await signInAs(page, 'reviewer', pageOf(claims[1]))
  await expect(page.getByText('The article states no window')).toBeVisible()
  await page.getByLabel('Window', { exact: true }).fill('by 31 Dec 2025')
  await expect(reading(page)).toContainText('2 Oct 2025 to 31 Dec 2025')
  await page
    .getByLabel('Where the window comes from')
    .fill('Given: the end of the half year that the earlier report names.')
  await page.getByLabel('How the window is known').selectOption('given')
  await criteria(page).fill('The visit begins.')
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(page.getByRole('heading', { name: 'Proposed for opening' })).toBeVisible()
  await openedBySecond(browser, pageOf(claims[1]))

  await page.goto(pageOf(claims[0]))
  const link = page.getByRole('button', { name: /^Link: it narrows this one/ })
  await expect(link).toHaveCount(2)
  await link.first().click()
  await expect(link).toHaveCount(1)
  await link.first().click()
  await expect(link).toHaveCount(0)
  const stack = page.getByRole('region', { name: /^Timeline/ }).getByRole('img')
  await expect(stack).toHaveAccessibleName(/Said 7 Feb 2025.*Said 2 Oct 2025.*Said 14 Oct 2025; due 27–29 Oct 2025/)
  await expectAccessible(page)
})

test('one outcome, approved by a second person, resolves all three by the rules', async ({ page, browser }) => {
  await signInAs(page, 'reviewer', pageOf(claims[0]))
  await page.getByRole('link', { name: 'Record what happened' }).click()
  await expect(page.getByText('It will be linked to')).toBeVisible()
  await page
    .getByLabel('What happened')
    .fill('President Tor Vasland of Nordland visited Port Almar from 27 to 29 October 2025.')
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('When it happened').fill('29-27 Oct 2025')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(problems(page)).toContainText('ends before it begins')
  await page.getByLabel('When it happened').fill('27-29 Oct 2025')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save and go on' }).click()
  const source = page.locator('#source')
  await source.getByLabel('Address of the source').fill('javascript:alert(1)')
  await source.getByLabel('Title').fill('The president in Port Almar')
  await source.getByRole('radio', { name: 'Secondary' }).check()
  await source.getByLabel('Excerpt').fill('He stepped off the ferry on Monday morning.')
  await source.getByRole('button', { name: 'Add the source' }).click()
  await expect(problems(page)).toContainText(/begins? with http:\/\/ or https:\/\//)
  await source.getByLabel('Address of the source').fill('https://harbour-post.example/visit')
  await expectAccessible(page)
  await source.getByRole('button', { name: 'Add the source' }).click()
  await expect(page.locator('[data-source]')).toHaveCount(1)

  await expect(page.getByRole('heading', { name: 'Predictions that it resolves' })).toBeVisible()
  outcomePath = new URL(page.url()).pathname
  const listed = page.locator('[data-link]')
  await expect(listed).toHaveCount(1)
  // other journeys tell of visits too: only those of this one are taken
  const suggested = page.getByRole('region', { name: 'About the same event' })
  const own = suggested.getByRole('listitem').filter({ hasText: 'Tor Vasland' }).getByRole('button')
  await expect(own).toHaveCount(2)
  await expect(suggested.getByRole('button', { name: /^Add all/ })).toBeVisible()
  await own.first().click()
  await expect(listed).toHaveCount(2)
  await page
    .getByRole('button', { name: /^Take off the list/ })
    .first()
    .click()
  await expect(listed).toHaveCount(1)
  await own.first().click()
  await expect(listed).toHaveCount(2)
  await own.first().click()
  await expect(listed).toHaveCount(3)
  await expect(page.getByText('It began on 27 Oct 2025, inside its window 27–29 Oct 2025.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Submit for approval' }).click()
  await expect(page.getByText('You cannot approve it.')).toBeVisible()

  const editor = await other(browser, 'editor', outcomePath)
  await editor.getByRole('button', { name: 'Approve and resolve' }).click()
  await expect(editor.getByRole('heading', { name: 'What it resolved' })).toBeVisible()
  await expect(editor.locator('[data-resolution=came_true]')).toHaveCount(3)
  await expectAccessible(editor)
  await editor.context().close()

  await page.goto(pageOf(claims[0]))
  await expect(page.getByText('It began on 27 Oct 2025, inside its window Jul–Dec 2025.').first()).toBeVisible()
  await expect(page.getByRole('region', { name: /^Timeline/ }).getByRole('img')).toHaveAccessibleName(
    /came true, 27–29 Oct 2025.*came true, 27–29 Oct 2025/,
  )
})

test('undone with a reason, all three are open again and the log says so', async ({ page }) => {
  await signInAs(page, 'editor', outcomePath)
  await page.getByText('Undo this outcome').click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(problems(page)).toContainText('The reason is needed.')
  await page.getByLabel('Why it is undone').fill('The visit was to another port.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What it had resolved' })).toBeVisible()
  for (const claimId of claims) {
    await page.goto(pageOf(claimId))
    await expect(page.getByText(/^Open, overdue since/)).toBeVisible()
    await expect(page.getByText('“The visit was to another port.”')).toBeVisible()
  }
  await page.goto('/desk/predictions?view=overdue')
  await expect(page.getByRole('link', { name: /Tor Vasland/ })).toHaveCount(3)
})
