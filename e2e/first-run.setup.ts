import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { problems } from './forms'
import { fillSignIn } from './personas'

// The second makes people, after which there is no first run any more.
test.describe.configure({ mode: 'serial' })

/** Before all journeys: the database is empty, so the newsroom is opened in the browser, as its first admin does. */
test('an empty newsroom is opened by its first admin, and by nobody afterwards', async ({ page, browser }) => {
  for (const path of ['/', '/claims', '/predictions']) {
    await page.goto(path)
    await expect(page, path).toHaveURL(/\/welcome$/)
  }
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/welcome$/)
  await expect(page.getByRole('heading', { name: 'Open your newsroom' })).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/London')
  await expectAccessible(page)

  await page.getByLabel('Name', { exact: true }).fill('The Harbour Desk')
  await page.getByLabel('Your name').fill('Opal Reyes')
  await page.getByLabel('E-mail address').fill('opal@newsroom.example')
  await page.getByLabel('Choose a password').fill('password1234')
  await page.getByRole('button', { name: 'Open the newsroom' }).click()
  await expect(problems(page)).toContainText('among the first that are guessed')
  await expect(page.getByLabel('Your name')).toHaveValue('Opal Reyes')

  await page.getByLabel('Choose a password').fill('tram lantern otter rain')
  await page.getByRole('button', { name: 'Open the newsroom' }).click()
  await expect(page).toHaveURL(/\/desk\/start$/)
  await expect(page.getByRole('heading', { name: 'The Harbour Desk is open' })).toBeVisible()
  await expectAccessible(page)

  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  await other.goto('/welcome')
  await expect(other).toHaveURL(/\/sign-in$/)
  await stranger.close()
})

const ADMIN = { email: 'opal@newsroom.example', password: 'tram lantern otter rain' }
const bar = (page: Page) => page.getByRole('complementary', { name: 'The way to the first verdict' })

/** Goes where the bar says that the next step is done. */
async function goOn(page: Page, step: string): Promise<void> {
  await bar(page).getByRole('link', { name: step }).click()
}

/** The colleague takes the link that the admin made. */
async function join(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill('Ines Duarte')
  await page.getByLabel('Choose a password').fill('marble ferry window salt')
  await page.getByRole('button', { name: 'Join and sign in' }).click()
  await expect(page).toHaveURL(/\/desk$/)
  return page
}

async function importFirst(page: Page): Promise<void> {
  await goOn(page, 'Import an article')
  await page
    .getByLabel('Text of the article')
    .fill('The ferry line to Norholm carried 412,000 passengers in 2024, Mayor Lena Ostrow said on Thursday.')
  await page.getByLabel(/^Title/).fill('Ferry line grows')
  await page.getByLabel(/^Publisher \(/).fill('The Quay Daily')
  await page.getByLabel('Published on').fill('2025-10-02')
  await page.getByRole('button', { name: 'Show what is understood' }).click()
  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByText('Its claims are being extracted')).toBeVisible()
}

/** The five-minute start: from the empty newsroom, by the guide alone, to a verdict that readers see. */
test('the guide leads from an empty newsroom to the first published verdict', async ({ page, browser }, info) => {
  test.slow()
  const from = Date.now()
  await page.goto('/sign-in')
  await fillSignIn(page, ADMIN.email, ADMIN.password)
  await expect(page).toHaveURL(/\/desk$/)
  await goOn(page, 'All steps')
  await page.getByRole('button', { name: 'Keep this scale' }).click()
  await expect(bar(page)).toContainText('Step 3 of 8')

  await goOn(page, 'Invite a second person')
  await page.getByLabel('E-mail address').fill('ines@newsroom.example')
  await expect(page.getByRole('checkbox', { name: /^Editor/ })).toBeChecked()
  await page.getByRole('button', { name: 'Make the link' }).click()
  const colleague = await join(browser, await page.getByLabel('The link').inputValue())
  await importFirst(page)

  await goOn(page, 'Accept a claim')
  await page.locator('[data-candidate]').getByRole('link').first().click({ timeout: 20_000 })
  await page
    .locator('[data-candidate]')
    .getByRole('link', { name: /^Accept/ })
    .click()
  await page.getByRole('button', { name: 'Accept as a new claim' }).click()
  await expect(bar(page)).toContainText('Step 6 of 8')

  await goOn(page, 'Add evidence')
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await evidence.getByLabel('Address of the source').fill('https://statistics.example/ferries')
  await evidence.getByLabel('Title').fill('Passengers by line')
  await evidence.getByLabel('Excerpt').fill('Norholm: 398,000 passengers in 2024.')
  await evidence.getByRole('radio', { name: 'Primary' }).check()
  await evidence.getByRole('radio', { name: 'Refutes' }).check()
  await evidence.getByLabel('Why it counts').fill('It counts every ticket that was sold.')
  await evidence.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(bar(page)).toContainText('Step 7 of 8')

  await page.getByRole('button', { name: 'Start the verdict' }).click()
  await page.getByRole('radio', { name: /^Mostly true/ }).check()
  await page.getByLabel('Summary', { exact: true }).fill('It was 398,000, three percent fewer than the mayor said.')
  await page.locator('[data-field=rationale]').scrollIntoViewIfNeeded()
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible()
  await page
    .getByRole('textbox', { name: 'Rationale', exact: true })
    .fill('The statistics office counts every ticket that was sold.')
  await page.getByRole('group', { name: 'Was the speaker asked for comment?' }).getByLabel('No').check()
  await page.getByLabel('Why not').fill('The figures are public.')
  await page.getByRole('button', { name: 'Save and submit' }).click()
  await expect(bar(page)).toContainText('Step 8 of 8')
  await page.goto('/desk/start')
  await expectAccessible(page)

  await colleague.goto('/desk')
  await colleague
    .getByRole('region', { name: /approval/i })
    .locator('a[href*="/desk/claims/"]')
    .first()
    .click()
  await colleague.getByRole('button', { name: /Approve and publish/ }).click()
  await expect(colleague.getByText(/approved by Ines Duarte/).first()).toBeVisible()
  await colleague.context().close()

  await page.goto('/desk/start')
  await expect(page.getByRole('heading', { name: 'The first verdict is published' })).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'See it as readers do' }).click()
  await expect(page.getByText('It was 398,000, three percent fewer')).toBeVisible()
  const seconds = Math.round((Date.now() - from) / 1000)
  info.annotations.push({ type: 'From the empty newsroom to the first verdict', description: `${seconds} s` })
  expect(seconds).toBeLessThan(300)
})

test('the people of the journeys are there', async () => {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/people.ts'])
})
