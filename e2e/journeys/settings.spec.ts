import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'

// One set of settings for the whole newsroom: these take turns.
test.describe.configure({ mode: 'serial' })

const save = 'Save the settings'

test('settings are changed; what is wrong is told at its field and nothing typed is lost', async ({ page }) => {
  await signInAs(page, 'admin', '/desk/admin/settings')
  await expectAccessible(page)
  await page.getByLabel('Grace days').fill('many')
  await page.getByLabel('Least number for a rate').fill('6')
  await page.getByRole('button', { name: 'Add a rating' }).click()
  await page.getByLabel('Name', { exact: true }).last().fill('Not proven')
  await page.getByRole('button', { name: save }).click()
  await expect(problems(page)).toContainText('The number of days is needed, as a number.')
  await expect(problems(page)).toContainText('The meaning of the rating is needed.')
  await expect(page.getByLabel('Least number for a rate')).toHaveValue('6')
  await expectAccessible(page)

  await page.getByLabel('Grace days').fill('0')
  await page.getByLabel('What it means').last().fill('Searched, and neither side can show it.')
  await page.getByRole('button', { name: save }).click()
  await expect(page.getByRole('status').getByText(/Saved as version \d+\./)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Least number for a rate')).toHaveValue('6')
  await expect(page.getByLabel('Name', { exact: true }).last()).toHaveValue('Not proven')

  await page.getByRole('button', { name: 'Remove: Not proven' }).click()
  await page.getByLabel('Least number for a rate').fill('5')
  await page.getByRole('button', { name: save }).click()
  await expect(page.getByRole('status').getByText(/Saved as version \d+\./)).toBeVisible()
})

test('of two who change the settings at once, the second sees both and decides', async ({ page, browser }) => {
  await signInAs(page, 'admin', '/desk/admin/settings')
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signInAs(other, 'admin', '/desk/admin/settings')
  await other.getByLabel('Least number for a rate').fill('8')
  await other.getByRole('button', { name: save }).click()
  await expect(other.getByRole('status').getByText(/Saved as version/)).toBeVisible()

  await page.getByLabel('Grace days').fill('2')
  await page.getByRole('button', { name: save }).click()
  await expect(page.getByText(/Version \d+ was saved meanwhile/)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Least number for a rate8')
  await expect(page.getByLabel('Grace days')).toHaveValue('2')
  await expectAccessible(page)
  await page.getByRole('button', { name: /Save mine over version/ }).click()
  await expect(page.getByRole('status').getByText(/Saved as version/)).toBeVisible()

  await page.getByLabel('Grace days').fill('0')
  await page.getByRole('button', { name: save }).click()
  await expect(page.getByRole('status').getByText(/Saved as version/)).toBeVisible()
  await elsewhere.close()
})
