import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { actionOf, postAction } from '../actions'
import { expectAccessible } from '../axe'
import { doneNotice, problems } from '../forms'
import { signInAs } from '../personas'

type Made = { path: string; id: string; sentence: string }

/** An accepted claim of this test alone, with one place. */
async function freshClaim(about: string): Promise<Made> {
  const figure = String(Date.now() % 1_000_000_000)
  const sentence = `${about} ${figure}.`
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', sentence, figure, 'boat']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const id = stdout.trim()
  return { path: `/desk/claims/${id}`, id, sentence }
}

const claimPart = (page: Page): Locator => page.getByRole('region', { name: 'Claim', exact: true })
const places = (page: Page): Locator => claimPart(page).locator('blockquote')
const unfold = (page: Page, name: string): Promise<void> => page.locator('summary', { hasText: name }).click()
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 })

test('two claims are found to be one: looked at both ways, merged, undone, and split apart again', async ({ page }) => {
  test.slow()
  const [one, other] = [await freshClaim('The harbour counted boats:'), await freshClaim('The pier counted boats:')]
  await signInAs(page, 'reviewer', one.path)
  await unfold(page, 'It is the same as another claim')
  await page.getByLabel('Find the other claim').fill(other.id)
  await page.getByRole('button', { name: 'Find', exact: true }).last().click()
  await page.getByRole('link', { name: /^See what merging would do/ }).click()
  const preview = page.getByRole('region', { name: 'Which of the two stays?' })
  await expect(preview).toContainText('1 place where it was said moves: then 2 places in all.')
  await expect(preview).toContainText(other.sentence)
  await expectAccessible(page)
  await preview.getByRole('button', { name: 'Merge this claim into the other one' }).click()

  await expect(title(page)).toHaveText(other.sentence)
  await expect(places(page)).toHaveCount(2)
  const done = page.getByText('is now this claim.')
  await expect(done).toBeVisible()
  await expect(doneNotice(page)).toBeFocused()
  await expectAccessible(page)
  await page.goto(`${one.path}?done=unhidden`)
  await expect(doneNotice(page)).toHaveCount(0)
  await page.goto(one.path)
  await expect(page.getByText('This claim was merged into')).toBeVisible()
  await page.getByRole('button', { name: 'Undo this merge' }).click()
  await expect(doneNotice(page)).toContainText('The merge is undone')
  await expect(doneNotice(page)).toBeFocused()
  await page.reload()
  await expect(doneNotice(page)).toHaveCount(0)
  await expect(title(page)).toHaveText(one.sentence)
  await expect(places(page)).toHaveCount(1)

  await page.goto(`${one.path}?into=${other.id}#same`)
  await preview.getByRole('button', { name: 'Merge the other claim into this one' }).click()
  await expect(done).toBeVisible()
  await expect(places(page)).toHaveCount(2)
  await unfold(page, 'Split some of them off')
  await page.getByLabel('Statement of the new claim').fill('Typed before the refusal.')
  await page.getByRole('button', { name: 'Split off', exact: true }).click()
  await expect(problems(page)).toContainText('Choose at least one place.')
  await expect(page.getByLabel('Statement of the new claim')).toHaveValue('Typed before the refusal.')
  for (const place of await page.getByRole('checkbox').all()) await place.check()
  await page.getByRole('button', { name: 'Split off', exact: true }).click()
  await expect(problems(page)).toContainText('has to keep at least one of the places')
  await page.getByRole('checkbox', { name: one.sentence.slice(0, 20) }).uncheck()
  await page.getByLabel('Statement of the new claim').fill('The pier counted boats of its own.')
  await page.getByLabel('Its short form').fill('The pier counted boats')
  await page.getByRole('button', { name: 'Split off', exact: true }).click()
  await expect(title(page)).toHaveText('The pier counted boats of its own.')
  await expect(places(page)).toHaveCount(1)
  await page.getByRole('link', { name: 'merge it back' }).click()
  await preview.getByRole('button', { name: 'Merge this claim into the other one' }).click()
  await expect(title(page)).toHaveText(one.sentence)
  await expect(places(page)).toHaveCount(2)
})

test('an editor hides a claim with a reason and brings it back; a reviewer does neither, not with a forged form', async ({
  page,
  browser,
}) => {
  const claim = await freshClaim('The quay counted boats:')
  await signInAs(page, 'editor', claim.path)
  await unfold(page, 'Hide this claim')
  await page.getByRole('button', { name: 'Hide the claim' }).click()
  await expect(problems(page)).toContainText('The reason is needed.')
  await page.getByLabel('Why it is hidden').fill('It is only about a board game.')

  const reviewer = await (await browser.newContext()).newPage()
  await signInAs(reviewer, 'reviewer', claim.path)
  await expect(reviewer.getByText('Hiding a claim takes an editor.')).toBeVisible()
  await expect(reviewer.getByRole('button', { name: 'Hide the claim' })).toHaveCount(0)
  const form = await actionOf(page.context(), claim.path, 'hide-claim')
  await postAction(reviewer.context(), form, [['reason', 'Forged.']])
  await reviewer.reload()
  await expect(reviewer.getByText('Hiding a claim takes an editor.')).toBeVisible()

  await page.getByRole('button', { name: 'Hide the claim' }).click()
  await expect(page.getByText('It is only about a board game.').first()).toBeVisible()
  await expectAccessible(page)
  await reviewer.reload()
  await expect(reviewer.getByText('Bringing a claim back takes an editor.')).toBeVisible()
  await page.goto('/desk/claims?state=hidden')
  await page.getByRole('link', { name: claim.sentence }).click()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(doneNotice(page)).toContainText('The claim is back')
  await page.goto(`${claim.path}?done=unmerged`)
  await expect(doneNotice(page)).toHaveCount(0)
  await reviewer.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('claims are merged and the merge undone by plain forms', async ({ page }) => {
    const [one, other] = [await freshClaim('The marina counted boats:'), await freshClaim('The lock counted boats:')]
    await signInAs(page, 'reviewer', `${one.path}?into=${other.id}`)
    await page.getByRole('button', { name: 'Merge this claim into the other one' }).click()
    await expect(title(page)).toHaveText(other.sentence)
    await page.getByRole('button', { name: 'Undo the merge' }).click()
    await expect(title(page)).toHaveText(one.sentence)
  })
})
