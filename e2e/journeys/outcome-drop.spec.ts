import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'

test('an outcome begun by mistake is dropped with a reason, stays readable, and is out of the list', async ({
  page,
}) => {
  const statement = `The ferry of Norhaven sank ${Date.now()}`
  await signInAs(page, 'reviewer', '/desk/outcomes/new')
  await page.getByLabel('What happened').fill(statement)
  await page.getByRole('radio', { name: 'No' }).check()
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(statement)

  await page.locator('summary', { hasText: 'Drop this draft' }).click()
  await page.getByRole('button', { name: 'Drop the draft' }).click()
  await expect(problems(page)).toContainText('The reason is needed.')
  await page.getByLabel('Why it is dropped').fill('It was another ferry.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Drop the draft' }).click()
  await expect(page.getByText(/^Dropped by /)).toBeVisible()
  await expect(page.getByText('It was another ferry.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Drop the draft' })).toHaveCount(0)
  await expectAccessible(page)

  await page.goto('/desk/outcomes')
  await expect(page.getByRole('link', { name: statement })).toHaveCount(0)
  await page.getByRole('link', { name: /^Dropped/ }).click()
  await expect(page.getByRole('link', { name: statement })).toBeVisible()
})
