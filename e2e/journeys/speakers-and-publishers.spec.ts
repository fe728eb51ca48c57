import { expect, type Page, test } from '@playwright/test'
import { actionOf, postAction } from '../actions'
import { expectAccessible } from '../axe'
import { doneNotice, problems } from '../forms'
import { signInAs } from '../personas'
import { acceptFrom, as } from '../triage'

// One mayor from the first quotation to the undone merge: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const letters = Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))
const port = `Westmole${letters}`
const mayor = `Lena Ostrow${letters}`
const pilot = `Per Dahl${letters}`
const misspelt = `Quay Dailly ${port}`
const paper = `Quay Daily ${port}`

const STORY = `Mayor ${mayor} said the port of ${port} will open a second quay in the latter half of 2027.

${pilot} said the port of ${port} will hire 300 people by June 2027.

The mayor called it a proud day for the whole coast.`

const waiting = (page: Page, alias: string) =>
  page
    .getByRole('region', { name: 'To confirm' })
    .getByRole('listitem')
    .filter({ hasText: `“${alias}”` })

async function openSpeaker(page: Page, name: string, search = ''): Promise<void> {
  await page.goto(`/desk/speakers?${new URLSearchParams({ q: letters })}${search}`)
  await page.getByRole('table').getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('a spelling comes with the acceptance, waits for an editor and is known once confirmed', async ({
  page,
  browser,
}) => {
  test.slow()
  const reviewer = await acceptFrom(browser, {
    ...{ story: STORY, title: `Work in ${port}`, publisher: misspelt },
    words: ['second quay', '300 people'],
  })
  await reviewer.goto('/desk/speakers')
  await expect(waiting(reviewer, `Mayor ${mayor}`)).toContainText(`is ${mayor}`)
  await expect(reviewer.getByText('An editor confirms these.')).toBeVisible()
  await expect(reviewer.getByRole('button', { name: /^Confirm that/ })).toHaveCount(0)
  await expectAccessible(reviewer)
  await reviewer.context().close()

  await signInAs(page, 'editor', '/desk/speakers')
  await expectAccessible(page)
  for (const alias of [mayor, `Mayor ${mayor}`]) {
    await page.getByRole('button', { name: `Confirm that “${alias}” is ${mayor}` }).click()
    await expect(waiting(page, alias)).toHaveCount(0)
    await expect(doneNotice(page)).toContainText('Confirmed')
    await expect(doneNotice(page)).toBeFocused()
  }
  await waiting(page, pilot)
    .getByRole('button', { name: /^Forget/ })
    .click()
  await expect(problems(page)).toContainText('stands in articles')
  await openSpeaker(page, mayor)
  await expect(page.getByText('confirmed', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('not confirmed yet')).toHaveCount(0)

  const again = STORY.replace('second quay', 'third quay')
  const later = await acceptFrom(browser, { story: again, title: `More work in ${port}`, publisher: misspelt })
  await later
    .locator('[data-candidate]', { hasText: 'third quay' })
    .getByRole('link')
    .first()
    .click({ timeout: 20_000 })
  await later.getByRole('link', { name: 'Accept' }).click()
  await expect(later.getByLabel('Speaker', { exact: true }).locator('option:checked')).toHaveText(
    `${mayor}: written exactly like this before (confirmed)`,
  )
})

test('two speakers are merged after a look at what moves, and the merge is undone', async ({ page }) => {
  await signInAs(page, 'editor')
  await openSpeaker(page, pilot)
  const merging = page.getByRole('region', { name: 'The same as another speaker' })
  await merging.getByLabel('Name of the other one').fill(mayor)
  await merging.getByRole('button', { name: 'Look' }).click()
  await merging.getByRole('link', { name: mayor, exact: true }).click()
  await expect(merging).toContainText(`1 claim, 1 place and 0 predictions of ${pilot} would count as those of`)
  await expect(merging.getByRole('listitem').filter({ hasText: '300 people' })).toBeVisible()
  await expectAccessible(page)
  await merging.getByRole('button', { name: `Merge into ${mayor}` }).click()
  await expect(doneNotice(page)).toContainText('Merged. This can be undone here.')
  await expect(doneNotice(page)).toBeFocused()
  await expect(page.getByText('Its claims are with')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Claims' })).toContainText('None at present.')
  await expectAccessible(page)
  await openSpeaker(page, mayor)
  await expect(page.getByRole('region', { name: 'Claims' }).getByRole('link')).toHaveCount(2)

  await openSpeaker(page, pilot, '&merged=1')
  await page.getByRole('button', { name: 'Undo this merge' }).click()
  await expect(doneNotice(page)).toContainText('The merge is undone')
  await expect(doneNotice(page)).toBeFocused()
  await expect(page.getByText('Its claims are with')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Claims' })).toContainText('300 people')
  await openSpeaker(page, mayor)
  await expect(page.getByRole('region', { name: 'Claims' }).getByRole('link')).toHaveCount(1)
})

test('a spelling that means somebody else is split off with what was said under it', async ({ page }) => {
  await signInAs(page, 'editor')
  await openSpeaker(page, mayor)
  const spelling = page.getByRole('region', { name: 'Spellings' }).getByRole('listitem')
  const titled = spelling.filter({ hasText: `Mayor ${mayor}` })
  await titled.getByText('Somebody else …').click()
  await titled.getByLabel('Name of the other speaker').fill('')
  await titled.getByRole('button', { name: 'Split off' }).click()
  await expect(problems(page)).toContainText('is needed')
  await titled.getByLabel('Name of the other speaker').fill(`Ida Ostrow${letters}`)
  await titled.getByRole('button', { name: 'Split off' }).click()
  await expect(titled).toHaveCount(0)
  await expect(doneNotice(page).getByRole('link', { name: `Ida Ostrow${letters}` })).toBeVisible()
  await expect(doneNotice(page)).toBeFocused()
  await openSpeaker(page, `Ida Ostrow${letters}`)
  await expect(page.getByRole('region', { name: 'Claims' })).toContainText('second quay')
  await expect(spelling.filter({ hasText: `Mayor ${mayor}` })).toBeVisible()
})

test('what a speaker is the same as has to be a web address, said at its field', async ({ page }) => {
  await signInAs(page, 'editor')
  await openSpeaker(page, mayor)
  await page.getByLabel(/^Role/).fill('Mayor of Norhaven')
  await page.getByLabel(/^Page that says who it is/).fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(problems(page)).toBeFocused()
  await expect(page.locator('[data-field="sameAs.0"]')).toContainText('begin with https://')
  await expect(page.getByLabel(/^Role/)).toHaveValue('Mayor of Norhaven')
  await expect(page.getByLabel(/^Page that says who it is/)).toHaveValue('javascript:alert(1)')
  await page.getByLabel(/^Page that says who it is/).fill('https://norhaven.example/mayor')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Mayor of Norhaven', { exact: true })).toBeVisible()
  await expect(page.getByLabel(/^Page that says who it is/)).toHaveValue('https://norhaven.example/mayor')
})

test('a reviewer confirms, merges and splits nothing, not with forged forms either', async ({ page, browser }) => {
  await signInAs(page, 'editor', '/desk/speakers')
  const confirm = page.getByRole('button', { name: `Confirm that “${pilot}” is ${pilot}` })
  const id = await confirm.locator('xpath=ancestor::form').getAttribute('id')
  const form = await actionOf(page.context(), '/desk/speakers', id ?? '')
  await openSpeaker(page, pilot)
  const address = page.url()

  const reviewer = await as(browser, 'reviewer', new URL(address).pathname)
  await expect(reviewer.getByRole('heading', { level: 1, name: pilot })).toBeVisible()
  await expect(reviewer.getByRole('heading', { name: 'The same as another speaker' })).toHaveCount(0)
  await expect(reviewer.getByText('Somebody else …')).toHaveCount(0)
  const isConfirmed = async () => {
    await page.goto(address)
    return (await page.getByRole('listitem').filter({ hasText: pilot }).textContent())?.includes('not') === false
  }
  await postAction(reviewer.context(), form, [])
  expect(await isConfirmed()).toBe(false)
  await postAction(page.context(), form, [])
  expect(await isConfirmed()).toBe(true)
})

test('a publisher is merged into another with a reason, and the merge is undone', async ({ page, browser }) => {
  await signInAs(page, 'editor', '/desk/publishers')
  await page.getByLabel('Name').fill(paper)
  await page.getByRole('button', { name: 'Add publisher' }).click()
  await expect(page.getByText('Added to the list.')).toBeVisible()
  await page.getByLabel('Name').fill(paper)
  await page.getByRole('button', { name: 'Add publisher' }).click()
  await expect(problems(page)).toContainText('is in the list already')
  await expect(page.getByLabel('Name')).toHaveValue(paper)

  await page.getByRole('table').getByRole('link', { name: misspelt, exact: true }).click()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(problems(page)).toContainText('Choose the publisher to merge it into.')
  await page.getByLabel('Into', { exact: true }).selectOption({ label: paper })
  await page.getByLabel('Reason').fill('A slip of the pen.')
  const address = page.url()
  const form = await actionOf(page.context(), new URL(address).pathname, 'merge-publisher')

  const reviewer = await as(browser, 'reviewer', new URL(address).pathname)
  await expect(reviewer.getByRole('heading', { level: 1, name: misspelt })).toBeVisible()
  await expect(reviewer.getByRole('heading', { name: 'Merge it into another one' })).toHaveCount(0)
  const intoId = await page.getByLabel('Into', { exact: true }).inputValue()
  await postAction(reviewer.context(), form, [
    ['intoId', intoId],
    ['reason', 'Forged.'],
  ])
  await reviewer.reload()
  await expect(reviewer.getByText('2 articles', { exact: true })).toBeVisible()
  await expect(reviewer.getByText(`Merged into ${paper}`)).toHaveCount(0)

  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(doneNotice(page)).toContainText('Merged; 2 articles moved.')
  await expect(doneNotice(page)).toBeFocused()
  await expect(page.getByText(`Merged into ${paper}`)).toBeVisible()
  await expect(page.getByText('0 articles', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: paper }).first().click()
  await expect(page.getByText('2 articles', { exact: true })).toBeVisible()

  await page.goto(address)
  await page.getByRole('button', { name: 'Undo this merge' }).click()
  await expect(doneNotice(page)).toContainText('2 articles moved back.')
  await expect(doneNotice(page)).toBeFocused()
  await expect(page.getByText(`Merged into ${paper}`)).toHaveCount(0)
  await expect(page.getByText('2 articles', { exact: true })).toBeVisible()
})
