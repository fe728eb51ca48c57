import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs, type Who } from '../personas'
import { submittedBy } from '../submitted'

const ITEM = 'A second source was read for the figure'
const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Verdict', exact: true })
const submit = (page: Page): Locator => page.getByRole('button', { name: 'Save and submit' })

async function open(browser: Browser, who: Who, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

const saveSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Save/ }).first().click()
  await expect(page.getByText(/Saved|in force/).first()).toBeVisible()
}

test('an item that an admin put on the checklist blocks submitting in words, until it is ticked', async ({
  page: admin,
  browser,
}) => {
  test.slow()
  const path = await submittedBy('The harbour book counts fewer stones than that.')
  await signInAs(admin, 'admin', '/desk/admin/settings')
  const checklist = admin.locator('section').filter({ has: admin.getByRole('heading', { name: 'Checklist' }) })
  await checklist.getByRole('button', { name: /^Add/ }).click()
  await checklist.getByLabel('What is to be ticked').last().fill(ITEM)
  await saveSettings(admin)
  await admin.reload()
  await expect(checklist.getByLabel('What is to be ticked').last()).toHaveValue(ITEM)

  const ada = await open(browser, 'reviewer', path)
  await ada.getByRole('button', { name: 'Take it back' }).click()
  await expect(ada.getByRole('checkbox', { name: ITEM })).not.toBeChecked()
  await submit(ada).click()
  await expect(verdict(ada).getByText(`Still open: “${ITEM}”`).first()).toBeVisible()
  await expectAccessible(ada)
  await ada.reload()
  await expect(submit(ada)).toBeVisible()
  await expect(verdict(ada)).not.toContainText('waits for approval')

  await ada.getByRole('checkbox', { name: ITEM }).check()
  await submit(ada).click()
  await expect(verdict(ada)).toContainText('waits for approval')

  const ben = await open(browser, 'editor', path)
  await expect(ben.getByRole('button', { name: /^Approve and publish revision/ })).toBeVisible()

  await checklist
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click()
  await saveSettings(admin)
  for (const page of [ada, ben]) await page.context().close()
})
