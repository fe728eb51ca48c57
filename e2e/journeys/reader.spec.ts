import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs } from '../personas'

/** Another port for each run of a test, so that nothing meets what an earlier run stored. */
const freshPort = (): string =>
  `Norhaven${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

const story = (port: string, tail = ''): string =>
  `The port of ${port} handled 54,000 containers in 2024${tail}.\n\nMinister Lena Ostrow said the port of ${port} will open a second quay in the latter half of 2027.\n\nThe mayor called it a proud day for the whole coast.`

type Story = { title: string; publisher: string; text: string }

/** Imports a text through the form, as the admin. */
async function importStory(page: Page, { title, publisher, text }: Story): Promise<void> {
  await signInAs(page, 'admin', '/desk/articles/import')
  const head = `${title} | ${publisher}\nPublished: 2 October 2025`
  await page.getByLabel('Text of the article').fill(`${head}\n\n${text}`)
  await page.getByRole('button', { name: 'Show what is understood' }).click()
  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

async function openStory(page: Page, title: string): Promise<void> {
  await page.goto('/desk/articles')
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.locator('[data-candidate]').first()).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('[data-keys]')).toBeVisible()
}

const state = (page: Page, words: string) => page.locator('[data-candidate]', { hasText: words }).first()

test('a reviewer triages an article by keyboard: accept, reject, undo', async ({ page, browser }) => {
  const port = freshPort()
  await importStory(page, { title: `Boxes in ${port}`, publisher: 'Quay Daily', text: story(port) })
  const own = await browser.newContext()
  const desk = await own.newPage()
  await signInAs(desk, 'reviewer')
  await openStory(desk, `Boxes in ${port}`)
  await expectAccessible(desk)

  await desk.keyboard.press('j')
  await expect(desk.locator('[data-mark][data-lit]').first()).toContainText('54,000')
  await desk.keyboard.press('a')
  await expect(desk.getByLabel('Statement')).toHaveValue(new RegExp(`The port of ${port} handled 54,000 containers`))
  await expectAccessible(desk)
  await expect(desk.getByRole('button', { name: 'Accept as a new claim' })).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(state(desk, '54,000')).toHaveAttribute('data-state', 'accepted')

  await state(desk, 'second quay').getByRole('link').first().click()
  await expect(desk.getByText('Jul–Dec 2027', { exact: true }).last()).toBeVisible()
  await desk.keyboard.press('r')
  await expect(desk.getByLabel('Not worth checking')).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(state(desk, 'second quay')).toHaveAttribute('data-state', 'rejected')
  await state(desk, 'second quay').getByRole('link').first().click()
  await expect(desk.getByText('Rejected by Ada Marsh: Not worth checking')).toBeVisible()
  await desk.keyboard.press('u')
  await expect(state(desk, 'second quay')).toHaveAttribute('data-state', 'new')
})

test('a copy in another paper is proposed as the same claim, with reasons', async ({ page, browser }) => {
  const port = freshPort()
  await importStory(page, { title: `Boxes in ${port}`, publisher: 'Quay Daily', text: story(port) })
  const own = await browser.newContext()
  const desk = await own.newPage()
  await signInAs(desk, 'both')
  await openStory(desk, `Boxes in ${port}`)
  await state(desk, '54,000').getByRole('link').first().click()
  await desk.getByRole('link', { name: 'Accept' }).click()
  await desk.getByRole('button', { name: 'Accept as a new claim' }).click()
  await expect(state(desk, '54,000')).toHaveAttribute('data-state', 'accepted')

  const copy = { title: `The same boxes in ${port}`, publisher: 'Coast Herald' }
  const another = await (await browser.newContext()).newPage()
  await importStory(another, { ...copy, text: story(port, ', the harbour board said') })
  await openStory(desk, `The same boxes in ${port}`)
  await expect(state(desk, '54,000')).toContainText('known claim')
  await state(desk, '54,000').getByRole('link').first().click()
  await desk.getByRole('link', { name: 'Same as' }).click()
  await expect(desk.getByText('same figure: 54,000').first()).toBeVisible()
  await expectAccessible(desk)
  await desk
    .getByRole('button', { name: /^Same claim/ })
    .first()
    .click()
  await expect(state(desk, '54,000')).toHaveAttribute('data-state', 'merged')
})

test('a claim is made by hand from words, word by word', async ({ page, browser }) => {
  const port = freshPort()
  await importStory(page, { title: `Boxes in ${port}`, publisher: 'Quay Daily', text: story(port) })
  const own = await browser.newContext()
  const desk = await own.newPage()
  await signInAs(desk, 'reviewer')
  await openStory(desk, `Boxes in ${port}`)
  await desk.keyboard.press('j')
  await desk.keyboard.press('c')
  const panel = desk.getByRole('region', { name: 'A claim from words' })
  await expect(panel).toContainText('The port of')
  await panel.getByRole('button', { name: 'End: one word back' }).click()
  await panel.getByRole('button', { name: 'Beginning: one word on' }).click()
  await expect(panel).not.toContainText('“The port')
  await panel.getByRole('button', { name: 'Mark these words' }).click()
  await expect(desk.getByLabel('Statement')).toHaveValue(/^Port of/)
  await expect(desk.locator('[data-open]')).toContainText('by hand')
})

test('the words of a claim are adjusted by keyboard and by dragging an edge, until somebody decided', async ({
  page,
  browser,
}) => {
  const port = freshPort()
  await importStory(page, { title: `Boxes in ${port}`, publisher: 'Quay Daily', text: story(port) })
  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, 'reviewer')
  await openStory(desk, `Boxes in ${port}`)
  await desk.keyboard.press('j')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('button', { name: /^Change this claim’s words/ })).toBeVisible()
  await desk.keyboard.press('s')
  const panel = desk.getByRole('region', { name: 'Other words for this claim' })
  await expect(panel.getByRole('button', { name: 'Use these words' })).toBeFocused()
  await expectAccessible(desk)
  await desk.keyboard.press('ArrowLeft')
  await desk.keyboard.press('ArrowLeft')
  await desk.keyboard.press('Shift+ArrowRight')
  await expect(panel).toContainText(`“port of ${port} handled 54,000 containers”`)
  await expect(desk.locator('[data-announcer]')).toHaveText('Begins with “port”.')
  await desk.keyboard.press('Enter')
  await expect(desk.locator('[data-open]')).toContainText('by hand')
  await expect(desk.locator('[data-open] [data-open-link]')).toHaveText(`port of ${port} handled 54,000 containers`)
  await expect(desk.locator('[data-open] [data-open-link]')).toBeFocused()
  await expect(desk.locator('[data-candidate][data-state="rejected"]')).toContainText('in 2024')

  const from = await desk.getByRole('slider', { name: 'End of the claim' }).boundingBox()
  if (!from) throw new Error('the grip is not on the page')
  await desk.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await desk.mouse.down()
  await desk.mouse.move(from.x + 90, from.y + from.height / 2, { steps: 8 })
  await desk.mouse.up()
  await expect(panel).toContainText('in 2024”')
  await panel.getByRole('button', { name: 'Use these words' }).click()
  await expect(desk.locator('[data-open] [data-open-link]')).toHaveText(
    /^port of \S+ handled 54,000 containers in 2024$/,
  )
  await desk.keyboard.press('r')
  await expect(desk.getByLabel('Not worth checking')).toBeFocused()
  await desk.keyboard.press('Enter')
  await state(desk, 'containers in 2024').getByRole('link').first().click()
  await expect(desk.getByText('Rejected by Ada Marsh').first()).toBeVisible()
  await expect(desk.getByRole('slider')).toHaveCount(0)
})

test('a reader without an account is asked to sign in', async ({ page }) => {
  await page.goto('/desk/speakers')
  await expect(page).toHaveURL(/\/sign-in/)
})
