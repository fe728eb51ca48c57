import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs } from '../personas'
import { submittedBy } from '../submitted'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find anything' })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Imports an article with claims to decide, under words that nothing else has; leaves the admin's page there. */
async function importStory(page: Page, town: string): Promise<void> {
  await signInAs(page, 'admin', '/desk/articles/import')
  const text = `Boats of ${town} | Quay Daily\nPublished: 2 October 2025\n\nThe port of ${town} handled 54,000 containers in 2024. The mayor of ${town} said the port will open a second quay in 2027.`
  await page.getByLabel('Text of the article').fill(text)
  await page.getByRole('button', { name: 'Show what is understood' }).click()
  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByRole('link', { name: `Boats of ${town}`, exact: true })).toBeVisible()
  await openStory(page, town)
}

async function openStory(page: Page, town: string): Promise<void> {
  await page.goto('/desk/articles')
  await page.getByRole('link', { name: `Boats of ${town}`, exact: true }).click()
  await expect(page.locator('[data-keys]')).toBeVisible({ timeout: 20_000 })
}

/** The page of a reviewer who has the article open. */
async function openAsReviewer(page: Page, browser: Browser): Promise<Page> {
  const town = freshTown()
  await importStory(page, town)
  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, 'both')
  await openStory(desk, town)
  return desk
}

/** Until the page listens. */
async function listening(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
}

const freshTown = (): string =>
  `Varn${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

test('the palette reaches pages, actions and what the desk holds, and gives the focus back', async ({ page }) => {
  const town = freshTown()
  await importStory(page, town)
  const link = page.locator('[data-open-link]').first()
  await link.focus()
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(link).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('outcomes')
  await expect(palette(page).getByRole('option', { name: /^Outcomes/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/outcomes$/)
  await expect.poll(() => focused(page)).not.toBe('')

  await page.getByRole('button', { name: /^Find/ }).click()
  await page.keyboard.type(`boats ${town.slice(0, 8)}`)
  await palette(page)
    .getByRole('option', { name: new RegExp(`Boats of ${town}`) })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Boats of ${town}`)
})

test('an action of the page is done from the palette, and keys lead from page to page', async ({
  page: admin,
  browser,
}) => {
  const page = await openAsReviewer(admin, browser)
  await page.keyboard.press('j')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('reject')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Not worth checking')).toBeFocused()
  // a letter in a field is typed, not done
  await page.getByLabel('In a few words').fill('ga')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys on this page' })
  await expect(help.getByText('Make a claim from words')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/desk\/speakers$/)
  await expect(page.getByRole('searchbox').first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox').first()).toBeFocused()
})

test('each person chooses keys: collisions are refused, letters can be off, the defaults come back', async ({
  page: admin,
  browser,
}) => {
  const page = await openAsReviewer(admin, browser)
  const reader = page.url()

  await page.goto('/desk/account#keys')
  await page.getByLabel('Accept', { exact: true }).fill('r')
  await page.getByRole('button', { name: 'Save the keys' }).click()
  await expect(page.getByText('“Reject” has R.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Accept', { exact: true }).fill('Y')
  await page.getByRole('button', { name: 'Save the keys' }).click()
  await expect(page.getByText('Your keys are saved.')).toBeVisible()
  await expect(page.getByText('Usually A')).toBeVisible()

  await page.goto(reader)
  await expect(page.locator('[data-keys]')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.keyboard.press('y')
  await expect(page).toHaveURL(/do=accept/)

  await page.goto('/desk/account#keys')
  await page.getByLabel('Letters, digits and signs are keys').uncheck()
  await page.getByRole('button', { name: 'Save the keys' }).click()
  await expect(page.getByText('Your keys are saved.')).toBeVisible()
  await page.goto(reader)
  await expect(page.locator('[data-keys]')).toBeVisible()
  await page.locator('[data-open-link]').first().focus()
  await page.keyboard.press('y')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await expect(page).not.toHaveURL(/do=accept/)
  await page.keyboard.type('accept')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/do=accept/)

  await page.goto('/desk/account#keys')
  await page.getByRole('button', { name: 'Back to the defaults' }).click()
  await expect(page.getByLabel('Letters, digits and signs are keys')).toBeChecked()
  await expect(page.getByLabel('Accept', { exact: true })).toHaveValue('A')
})

test('keys and palette reach every move of a claim that this person may make, and decide nothing by themselves', async ({
  page: ben,
  browser,
}) => {
  const path = await submittedBy('The harbour book counts fewer stones.')
  const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict', exact: true })
  await signInAs(ben, 'editor', path)
  await listening(ben)
  await ben.keyboard.press('Control+k')
  await expect(palette(ben).getByRole('combobox')).toBeFocused()
  await ben.keyboard.type('approve what')
  await ben.keyboard.press('Enter')
  await expect(ben.getByRole('button', { name: 'Approve and publish revision 2' })).toBeFocused()
  await ben.keyboard.press('b')
  await expect(ben.getByLabel('What is to be changed')).toBeFocused()
  await ben.keyboard.press('Escape')

  const ada = await (await browser.newContext()).newPage()
  await signInAs(ada, 'reviewer', path)
  await listening(ada)
  await ada.keyboard.press('p')
  await expect(ada.getByRole('button', { name: /Approve/ })).toHaveCount(0)
  await ada.keyboard.press('u')
  await expect(ada.getByRole('button', { name: 'Take it back' })).toBeFocused()
  await ada.keyboard.press('Enter')
  await expect(ada.getByRole('button', { name: 'Save and submit' })).toBeVisible()
  await ada.keyboard.press('Shift+S')
  await expect(ada.getByRole('button', { name: 'Save and submit' })).toBeFocused()
  await ada.keyboard.press('t')
  await expect(ada.getByText('Ada Marsh (you)')).toBeVisible()
  await ada.keyboard.press('?')
  const help = ada.getByRole('dialog', { name: 'Keys on this page' })
  await expect(help.getByText('Drop the draft')).toBeVisible()
  await expect(help.getByText('Send it back')).toHaveCount(0)
  await ada.keyboard.press('Escape')
  await ada.keyboard.press('Shift+S')
  await ada.keyboard.press('Enter')
  await expect(verdict(ada)).toContainText('waits for approval')

  await ben.reload()
  await listening(ben)
  await ben.keyboard.press('p')
  await ben.keyboard.press('Enter')
  await expect(verdict(ben)).toContainText('approved by Ben Okafor')
  await ben.keyboard.press('o')
  await expect(ben.getByRole('group', { name: 'Kind of correction' }).getByRole('radio').first()).toBeFocused()
  await ben.keyboard.press('Escape')
  await ben.keyboard.press('Shift+W')
  await expect(ben.getByLabel('Public note on the withdrawal')).toBeFocused()
  await ben.keyboard.press('Escape')
  await ben.keyboard.press('r')
  await expect(ben.getByLabel('Why it still stands')).toBeFocused()
  await expectAccessible(ben)
  await ada.context().close()
})
