import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'
import { submittedBy } from '../submitted'

const SUMMARY = 'The register lists fewer stones than the harbour office said.'
const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Verdict', exact: true })
const remark = (page: Page, words: string): Locator => verdict(page).locator('[data-remark]').filter({ hasText: words })
const unfold = (page: Page, name: string): Promise<void> => page.locator('summary', { hasText: name }).first().click()

test('a second person sends back with remarks on the words; the writer deals with them and submits again', async ({
  page,
  browser,
}) => {
  // Two people, and four looks at what they see.
  test.slow()
  const path = await submittedBy(SUMMARY)
  const ben = await (await browser.newContext()).newPage()
  await signInAs(ben, 'editor', path)
  await ben.evaluate((words) => {
    const run = [...document.querySelectorAll('[data-remark-field=summary] [data-at]')].find((one) =>
      one.textContent?.includes(words),
    )
    const text = run?.firstChild
    const start = text?.textContent?.indexOf(words) ?? -1
    if (text && start >= 0) document.getSelection()?.setBaseAndExtent(text, start, text, start + words.length)
  }, 'fewer stones')
  await ben.getByRole('button', { name: 'Remark on these words' }).click()
  await expect(ben.getByLabel('Words of it')).toHaveValue('fewer stones')
  await expect(ben.getByLabel('Remark', { exact: true })).toBeFocused()
  await ben.keyboard.type('How many fewer?')
  await ben.getByRole('button', { name: 'Add the remark' }).click()
  await expect(remark(ben, 'How many fewer?')).toContainText('“fewer stones”')
  await expect(verdict(ben).locator('mark', { hasText: 'fewer stones' })).toBeVisible()

  await ben.getByLabel('What it is about').selectOption('Rating')
  await ben.getByLabel('Remark', { exact: true }).fill('Why not false?')
  await ben.getByRole('button', { name: 'Add the remark' }).click()
  await expect(remark(ben, 'Why not false?')).toBeVisible()
  await expect(ben.getByText('2 remarks are still open.')).toBeVisible()
  await expectAccessible(ben)

  await unfold(ben, 'Send it back')
  await ben.getByRole('button', { name: 'Send it back' }).click()
  await expect(problems(ben)).toContainText('The reason is needed.')
  await ben.getByLabel('What is to be changed').fill('See the two remarks.')
  await ben.getByRole('button', { name: 'Send it back' }).click()
  await expect(verdict(ben).getByText('See the two remarks.')).toBeVisible()

  await signInAs(page, 'reviewer', path)
  await expect(page.getByText('Sent back by Ben Okafor')).toBeVisible()
  await expectAccessible(page)
  await remark(page, 'Why not false?').locator('summary', { hasText: 'Reply' }).click()
  const open = remark(page, 'Why not false?')
  await open.getByLabel(/^Reply to remark/).fill('Because a half of them is counted.')
  await open.getByRole('button', { name: 'Send the reply' }).click()
  await expect(remark(page, 'Why not false?')).toContainText('Because a half of them is counted.')
  await page
    .getByLabel('Summary', { exact: true })
    .fill('The register lists 120 stones less than the harbour office said.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(remark(page, 'How many fewer?')).toContainText('The words are gone from the text.')
  await remark(page, 'How many fewer?')
    .getByRole('button', { name: /^Dealt with/ })
    .click()
  await expect(verdict(page).locator('summary', { hasText: '1 dealt with' })).toBeVisible()
  await page.getByRole('button', { name: 'Save and submit' }).click()
  await expect(
    verdict(page)
      .getByText(/waits for approval/)
      .first(),
  ).toBeVisible()

  await ben.reload()
  await expect(ben.getByText('1 remark is still open.')).toBeVisible()
  await ben.locator('summary', { hasText: '1 dealt with' }).click()
  await remark(ben, 'How many fewer?')
    .getByRole('button', { name: /^Open again/ })
    .click()
  await expect(ben.getByText('2 remarks are still open.')).toBeVisible()
  await expectAccessible(ben)
  await ben.getByRole('button', { name: /Approve and publish/ }).click()
  await expect(verdict(ben).getByText(/approved by Ben Okafor/)).toBeVisible()
  await ben.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a remark is made by a form: the field, the words copied from it, and what there is to say', async ({
    page,
  }) => {
    await signInAs(page, 'editor', await submittedBy(SUMMARY))
    await unfold(page, 'Make a remark')
    await page.getByLabel('Words of it').fill('more stones')
    await page.getByLabel('Remark', { exact: true }).fill('Say it plainly.')
    await page.getByRole('button', { name: 'Add the remark' }).click()
    await expect(problems(page)).toContainText('These words do not stand in this field.')
    await expect(page.getByLabel('Remark', { exact: true })).toHaveValue('Say it plainly.')
    await page.getByLabel('Words of it').fill('fewer stones')
    await page.getByRole('button', { name: 'Add the remark' }).click()
    await expect(remark(page, 'Say it plainly.')).toContainText('“fewer stones”')
    await remark(page, 'Say it plainly.')
      .getByRole('button', { name: /^Dealt with/ })
      .click()
    await expect(verdict(page).locator('summary', { hasText: '1 dealt with' })).toBeVisible()
  })
})
