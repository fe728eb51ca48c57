import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { problems } from './forms'

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
  await expect(page.getByRole('heading', { name: 'The Harbour Desk is open' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Invite a colleague' })).toBeVisible()
  await expectAccessible(page)

  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  await other.goto('/welcome')
  await expect(other).toHaveURL(/\/sign-in$/)
  await stranger.close()
})

test('the people of the journeys are there', async () => {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/people.ts'])
})
