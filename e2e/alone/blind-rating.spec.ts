import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs, type Who } from '../personas'
import { submittedBy } from '../submitted'

const SECRET = 'Whoever reads this has seen the first text.'
const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Verdict', exact: true })

async function open(browser: Browser, who: Who, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

/** Of the whole desk, so nothing else may run meanwhile. */
async function switchBlindRating(page: Page, isOn: boolean): Promise<void> {
  await page.goto('/desk/admin/settings')
  await page.getByRole('checkbox', { name: /^Blind second rating/ }).setChecked(isOn)
  await page.getByRole('button', { name: /^Save/ }).first().click()
  await expect(page.getByText(/Saved|in force/).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: /^Blind second rating/ })).toBeChecked({ checked: isOn })
}

/** All that the server sends for an address, before any script has run. */
const served = async (page: Page, address: string): Promise<string> => (await page.request.get(address)).text()

async function rate(page: Page, rating: RegExp): Promise<void> {
  await page.getByRole('group', { name: 'Your rating' }).getByRole('radio', { name: rating }).check()
  await page.getByRole('button', { name: 'Give my rating' }).click()
}

test('two people rate a claim, the second without seeing the first; then both ratings are shown, and counted', async ({
  page: admin,
  browser,
}) => {
  // Four people, and the settings before and after.
  test.slow()
  await signInAs(admin, 'admin', '/desk/admin/settings')
  await expectAccessible(admin)
  await switchBlindRating(admin, true)
  const path = await submittedBy(SECRET)
  const ada = await open(browser, 'reviewer', path)
  await expect(verdict(ada)).toContainText(SECRET)

  const ben = await open(browser, 'editor', path)
  await expect(ben.getByRole('heading', { name: 'Your rating, before you see theirs' })).toBeVisible()
  await expect(ben.getByRole('button', { name: /Approve/ })).toHaveCount(0)
  for (const address of [path, '/desk', '/desk/claims?view=waiting', '/desk/claims?view=all', '/desk/notices'])
    expect(await served(ben, address), address).not.toContain(SECRET)
  expect(await served(ben, path)).not.toContain('The register is public.')
  await expectAccessible(ben)

  const dora = await open(browser, 'both', path)
  await rate(ben, /^False/)
  await expect(verdict(ben)).toContainText(SECRET)
  await expect(verdict(ben)).toContainText('They differ.')
  await expect(verdict(ben)).toContainText('Given blind.')
  await expectAccessible(ben)
  await ada.reload()
  await expect(verdict(ada)).toContainText('Second: Ben Okafor')
  await dora.reload()
  await expect(verdict(dora)).not.toContainText('Ben Okafor')

  await dora.locator('summary', { hasText: 'Show it to me without rating blind' }).click()
  await dora.getByRole('button', { name: 'Show the text' }).click()
  await expect(verdict(dora)).toContainText(SECRET)
  await expect(dora.getByText('so your rating is marked “not blind” and not counted')).toBeVisible()
  await expect(dora.getByRole('button', { name: /Approve/ })).toHaveCount(0)
  await rate(dora, /^Mostly false/)
  await expect(verdict(dora)).toContainText('They agree. Not blind, so not counted.')
  await expect(dora.getByRole('button', { name: 'Approve and publish revision 2' })).toBeVisible()
  await expectAccessible(dora)

  await ben.getByRole('button', { name: 'Approve and publish revision 2' }).click()
  await expect(verdict(ben)).toContainText('Mostly false')
  await expect(verdict(ben)).toContainText('approved by Ben Okafor')

  await admin.goto('/desk/admin/agreement')
  await expect(admin.getByRole('row', { name: /Ada Marsh first, Ben Okafor second/ })).toContainText('too few')
  await admin.getByRole('link', { name: /Ada Marsh first, Dora Lindqvist second/ }).click()
  await expect(admin.getByText('Not counted, not blind: had seen the text')).toBeVisible()
  await expectAccessible(admin)
  await switchBlindRating(admin, false)
  for (const one of [ada, ben, dora]) await one.context().close()
})
