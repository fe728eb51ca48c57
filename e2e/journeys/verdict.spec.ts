import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs, type Who } from '../personas'
import { inMarkdown } from '../rationale'

/** An accepted claim of this test alone; answers the address of its workspace. */
async function freshClaim(): Promise<string> {
  const figure = String(Date.now() % 1_000_000_000)
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', `The harbour counted ${figure} boats.`, figure, 'boat']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return `/desk/claims/${stdout.trim()}`
}

/** Another person, in a browser of their own. */
async function alsoOpen(browser: Browser, who: Who, path: string): Promise<Page> {
  const context = await browser.newContext()
  await inMarkdown(context)
  const page = await context.newPage()
  await signInAs(page, who, path)
  return page
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name })
const unfold = async (page: Page, name: string | RegExp): Promise<void> =>
  page.locator('summary', { hasText: name }).first().click()
const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click()
const submit = (page: Page) => page.getByRole('button', { name: 'Save and submit' }).click()

test.beforeEach(({ page }) => inMarkdown(page))

/** The address of the claim's public page, from its workspace. */
const publicPageOf = async (page: Page): Promise<string> =>
  (await page.getByRole('link', { name: 'The public page' }).getAttribute('href')) ?? ''

async function addEvidence(page: Page): Promise<void> {
  const evidence = part(page, 'Evidence')
  await evidence.getByLabel('Address of the source').fill('https://register.example/boats')
  await evidence.getByLabel('Title').fill('Register of boats')
  await evidence.getByRole('radio', { name: 'Primary' }).check()
  await evidence.getByLabel('Excerpt').fill('At the end of the year 120 boats were registered.')
  await evidence.getByRole('radio', { name: 'Refutes' }).check()
  await evidence.getByLabel('Why it counts').fill('It is the official count.')
  await evidence.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(evidence.getByRole('listitem').getByText('It is the official count.').first()).toBeVisible()
}

async function startVerdict(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the verdict' }).click()
  await expect(page.getByLabel('Summary', { exact: true })).toBeVisible()
}

async function fillVerdict(page: Page, summary: string): Promise<void> {
  await page.getByRole('radio', { name: /^Mostly false/ }).check()
  await page.getByLabel('Summary', { exact: true }).fill(summary)
  await page.getByLabel('Rationale', { exact: true }).fill('The **register** counts every boat.')
  await page.getByRole('group', { name: 'Was the speaker asked for comment?' }).getByLabel('No').check()
  await page.getByLabel('Why not').fill('The register is public.')
}

/** A claim whose verdict `who` wrote and submitted. */
async function submitted(page: Page, who: Who): Promise<string> {
  const path = await freshClaim()
  await signInAs(page, who, path)
  await addEvidence(page)
  await startVerdict(page)
  await fillVerdict(page, 'The register lists fewer boats.')
  await submit(page)
  await expect(
    part(page, 'Verdict')
      .getByText(/waits for approval/)
      .first(),
  ).toBeVisible()
  // the long form is gone: what stands in its place is shown from its beginning
  await expect(part(page, 'Verdict').getByRole('heading').first()).toBeInViewport()
  return path
}

test('two people publish a verdict: one writes and submits, the other approves', async ({ page, browser }) => {
  // Looks at four states of the workspace in two modes and two widths.
  test.slow()
  const path = await freshClaim()
  await signInAs(page, 'reviewer', path)
  await expectAccessible(page)

  const evidence = part(page, 'Evidence')
  await evidence.getByLabel('Address of the source').fill('javascript:alert(1)')
  await evidence.getByLabel('Excerpt').fill('Typed before the refusal.')
  await evidence.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(problems(page)).toContainText('Only addresses that begin with http')
  await expect(evidence.getByLabel('Excerpt')).toHaveValue('Typed before the refusal.')
  await unfold(page, 'Figure found in the source')
  await evidence.getByLabel('Figure, as the source states it').fill('120')
  await evidence.getByLabel('As a number').fill('120')
  await evidence.getByLabel('Unit').fill('boat')
  await evidence.getByLabel('Compare with the claimed figure').selectOption({ index: 1 })
  await addEvidence(page)
  await expect(evidence.getByText('Does not fit.').first()).toBeVisible()
  await expect(evidence.getByText('A suggestion; people decide.').first()).toBeVisible()

  await startVerdict(page)
  await submit(page)
  await expect(problems(page)).toContainText('Choose a rating.')
  await expect(problems(page)).toContainText('Say whether the speaker was asked for comment.')
  await expectAccessible(page)
  await fillVerdict(page, 'The register lists fewer boats.')
  await page.getByLabel('Rationale', { exact: true }).fill('The <b>register</b> counts.')
  await submit(page)
  await expect(problems(page)).toContainText('HTML is not possible here')
  await expect(page.getByLabel('Rationale', { exact: true })).toHaveValue('The <b>register</b> counts.')
  await page.getByLabel('Rationale', { exact: true }).fill('The **register** counts.')
  await page.getByRole('button', { name: 'Preview the public page beside it' }).click()
  await expect(part(page, 'Preview of the public page').locator('strong')).toHaveText('register')
  await submit(page)
  await expect(page.getByText('This takes an editor.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Approve/ })).toHaveCount(0)

  const editor = await alsoOpen(browser, 'editor', path)
  await expectAccessible(editor)
  await editor.getByRole('button', { name: /Approve and publish revision 2/ }).click()
  await expect(part(editor, 'Verdict').getByText(/approved by Ben Okafor/)).toBeVisible()
  await expect(part(editor, 'History').getByText('approved and published the verdict')).toBeVisible()
  await expectAccessible(editor)
  await editor.context().close()
})

test('of two who edit at once the second sees both texts, chooses per field, and nothing is lost', async ({
  page,
  browser,
}) => {
  const path = await freshClaim()
  await signInAs(page, 'reviewer', path)
  await startVerdict(page)
  const other = await alsoOpen(browser, 'both', path)
  await other.getByLabel('Summary', { exact: true }).fill('Dora finds fewer boats.')
  await other.getByRole('radio', { name: /^False/ }).check()
  await save(other)
  await expect(other.getByText('Saved as revision 2.')).toBeVisible()

  await page.getByLabel('Summary', { exact: true }).fill('Ada finds many boats.')
  await page.getByLabel('Rationale', { exact: true }).fill('Only Ada wrote this.')
  await save(page)
  const conflict = part(page, 'The two texts compared')
  await expect(conflict).toContainText('Dora Lindqvist saved revision 2')
  await expect(conflict.locator('[data-side=mine]').filter({ hasText: 'Ada finds many boats.' })).toBeVisible()
  await expect(conflict.locator('[data-side=theirs]').filter({ hasText: 'Dora finds fewer boats.' })).toBeVisible()
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Ada finds many boats.')
  await expect(page.getByRole('radio', { name: /^False/ })).toBeChecked()
  await expectAccessible(page)

  await conflict.getByRole('button', { name: 'Summary: use theirs' }).click()
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Dora finds fewer boats.')
  await conflict.getByRole('button', { name: 'Summary: use mine' }).click()
  await save(page)
  await expect(page.getByText('Saved as revision 3.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Ada finds many boats.')
  await expect(page.getByLabel('Rationale', { exact: true })).toHaveValue('Only Ada wrote this.')
  await expect(page.getByRole('radio', { name: /^False/ })).toBeChecked()
  await other.context().close()
})

test('nobody approves what they wrote, whatever their browser sends', async ({ page, browser }) => {
  const path = await submitted(page, 'reviewer')
  const dora = await alsoOpen(browser, 'both', path)
  const approve = dora.getByRole('button', { name: 'Approve and publish revision 2' })
  await expect(approve).toBeVisible()

  const elsewhere = await dora.context().newPage()
  await elsewhere.goto(path)
  await unfold(elsewhere, 'Edit it')
  await elsewhere.getByLabel('Summary', { exact: true }).fill('Dora edits and submits again.')
  await submit(elsewhere)
  await expect(elsewhere.getByText('You saved revision 3, so another editor has to approve.')).toBeVisible()
  await expect(elsewhere.getByRole('button', { name: /Approve/ })).toHaveCount(0)

  await dora
    .locator('form', { has: approve })
    .locator('[name=revision]')
    .evaluate((input) => input.setAttribute('value', '3'))
  await approve.click()
  await expect(problems(dora)).toContainText('You saved revision 3, so another editor has to approve.')
  await elsewhere.reload()
  await expect(part(elsewhere, 'Verdict').getByText(/Revision 3 of the verdict waits for approval/)).toBeVisible()
  await dora.context().close()
})

test('text that was not saved is back after a reload', async ({ page }) => {
  await signInAs(page, 'reviewer', await freshClaim())
  await startVerdict(page)
  await page.getByLabel('Summary', { exact: true }).fill('Not saved yet.')
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Not saved yet.')
  await page.reload()
  await expect(page.getByText('Text that was not saved yet')).toBeVisible()
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Not saved yet.')
  await save(page)
  await expect(page.getByText('Saved as revision 2.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Text that was not saved yet')).toHaveCount(0)
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Not saved yet.')
})

test('a verdict is sent back, published, corrected and withdrawn, each by two people', async ({ page, browser }) => {
  // Three people, and the public page beside them.
  test.slow()
  const path = await submitted(page, 'reviewer')
  const ben = await alsoOpen(browser, 'editor', path)
  await unfold(ben, 'Send it back')
  await ben.getByRole('button', { name: 'Send it back' }).click()
  await expect(problems(ben)).toContainText('The reason is needed.')
  await ben.getByLabel('What is to be changed').fill('Say which year.')
  await ben.getByRole('button', { name: 'Send it back' }).click()
  await expect(part(ben, 'Verdict').getByText('Say which year.')).toBeVisible()

  await page.reload()
  await expect(page.getByText('Sent back by Ben Okafor')).toBeVisible()
  await page.getByLabel('Summary', { exact: true }).fill('In 2024 the register listed fewer boats.')
  await submit(page)
  await expect(
    part(page, 'Verdict')
      .getByText(/waits for approval/)
      .first(),
  ).toBeVisible()
  await ben.reload()
  await ben.getByRole('button', { name: /Approve and publish/ }).click()
  await expect(part(ben, 'Verdict').getByText(/version 1, as of/)).toBeVisible()

  await unfold(ben, 'Correct it')
  await ben.getByRole('radio', { name: 'Corrects a fact' }).check()
  await ben.getByLabel('Public note on the correction').fill('The year was wrong.')
  await ben.getByRole('button', { name: 'Begin the correction' }).click()
  await ben.getByLabel('Summary', { exact: true }).fill('In 2023 the register listed fewer boats.')
  const said = page.getByRole('main').locator('header')
  await page.goto(await publicPageOf(ben))
  await expect(said).toContainText('Said by Speaker of')
  await part(ben, 'Verdict')
    .getByLabel(/^Speaker/)
    .selectOption({ label: 'The publisher itself' })
  await expectAccessible(ben)
  await submit(ben)
  await expect(ben.getByText(/You saved revision 2, so another editor has to approve/)).toBeVisible()
  const dora = await alsoOpen(browser, 'both', path)
  await expect(part(dora, 'Verdict')).toContainText('the publisher itself, instead of Speaker of')
  await page.reload()
  await expect(said).toContainText('Said by Speaker of')
  await expectAccessible(dora)
  await dora.getByRole('button', { name: /Approve and publish/ }).click()
  await expect(part(dora, 'Verdict').getByText('A fact is corrected. The year was wrong.')).toBeVisible()
  await expect(part(dora, 'Verdict').locator('summary', { hasText: 'Version 1: Mostly false' })).toBeVisible()
  await page.reload()
  await expect(said).toContainText('Said by Quay Daily in its own voice')

  await unfold(dora, 'Withdraw it')
  await dora.getByLabel('Public note on the withdrawal').fill('The register was forged.')
  await dora.getByRole('button', { name: 'Propose the withdrawal' }).click()
  await expect(dora.getByText('You proposed this withdrawal, so another editor has to approve.')).toBeVisible()
  await expectAccessible(dora)
  await ben.reload()
  await ben.getByRole('button', { name: 'Withdraw the verdict' }).click()
  await expect(ben.getByText('The verdict is withdrawn. What it said stays readable below')).toBeVisible()
  await ben.context().close()
  await dora.context().close()
})

test('claims are listed by what waits, with the filters in the address', async ({ page, browser }) => {
  const path = await submitted(page, 'reviewer')
  const ben = await alsoOpen(browser, 'editor', '/desk/claims?view=waiting')
  await expect(ben.locator(`a[href="${path}"]`)).toBeVisible()
  await expectAccessible(ben)
  await ben.getByText('More filters').click()
  await ben.getByLabel('Kind').selectOption('prediction')
  await ben.getByRole('button', { name: 'Apply' }).click()
  await expect(ben).toHaveURL(/view=waiting.*kind=prediction/)
  await expect(ben.locator(`a[href="${path}"]`)).toHaveCount(0)
  await page.goto('/desk/claims?view=waiting')
  await expect(page.locator(`a[href="${path}"]`)).toHaveCount(0)
  await page.goto('/desk/claims?view=mine')
  await expect(page.locator(`a[href="${path}"]`)).toBeVisible()
  await ben.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a verdict is written and submitted by plain forms, and what was typed comes back after a refusal', async ({
    page,
  }) => {
    await signInAs(page, 'reviewer', await freshClaim())
    await addEvidence(page)
    await startVerdict(page)
    await fillVerdict(page, 'Written without a script.')
    await page.getByLabel('Rationale', { exact: true }).fill('<i>HTML</i>')
    await submit(page)
    await expect(problems(page)).toContainText('HTML is not possible here')
    await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Written without a script.')
    await page.getByLabel('Rationale', { exact: true }).fill('The register counts.')
    await submit(page)
    await expect(
      part(page, 'Verdict')
        .getByText(/waits for approval/)
        .first(),
    ).toBeVisible()
  })
})
