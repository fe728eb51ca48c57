import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { ALL_LOOKS, expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs, type Who } from '../personas'

/** An accepted claim of this test alone; answers the address of its workspace. */
async function freshClaim(): Promise<string> {
  const figure = String(Date.now() % 1_000_000_000)
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', `The harbour repaired ${figure} nets.`, figure, 'net']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return `/desk/claims/${stdout.trim()}`
}

async function alsoOpen(browser: Browser, who: Who, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name })
const summary = (page: Page): Locator => page.getByLabel('Summary', { exact: true })
const rationale = (page: Page): Locator => page.getByRole('textbox', { name: 'Rationale', exact: true })
/** The control that is saved, whichever way it is written. */
const markdown = (page: Page): Locator => page.locator('textarea[name=rationale]')
const keeping = (page: Page): Locator => page.locator('[data-keeping]')
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save draft' }).click()

/** Waits for the formatted editor, which comes when its field comes into sight. */
async function formatted(page: Page): Promise<Locator> {
  await page.locator('[data-field=rationale]').scrollIntoViewIfNeeded()
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible()
  return rationale(page)
}

async function startVerdict(page: Page, who: Who, path: string): Promise<void> {
  await signInAs(page, who, path)
  await page.getByRole('button', { name: 'Start the verdict' }).click()
  await expect(summary(page)).toBeVisible()
}

async function addEvidence(page: Page, title: string): Promise<void> {
  const evidence = part(page, 'Evidence')
  const form = page.locator('form[id=evidence-form]')
  if (!(await form.isVisible())) await evidence.locator('summary', { hasText: /^Add evidence$/ }).click()
  await form
    .getByLabel('Address of the source')
    .fill(`https://register.example/${title.toLowerCase().replaceAll(' ', '-')}`)
  await form.getByLabel('Title').fill(title)
  await form.getByRole('radio', { name: 'Primary' }).check()
  await form.getByLabel('Excerpt').fill('At the end of the year 120 nets were repaired.')
  await form.getByRole('radio', { name: 'Refutes' }).check()
  await form.getByLabel('Why it counts').fill(`${title} is the official count.`)
  await form.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(evidence.getByRole('listitem').getByText(`${title} is the official count.`).first()).toBeVisible()
}

test('two browsers edit one verdict: the second sees both texts word by word, merges them, and nothing is lost', async ({
  page,
  browser,
}) => {
  test.slow()
  const path = await freshClaim()
  await startVerdict(page, 'reviewer', path)
  await (await formatted(page)).fill('The register counts nets every spring.')
  await save(page)
  await expect(page.getByText('Saved as revision 2.')).toBeVisible()

  const other = await alsoOpen(browser, 'both', path)
  await (await formatted(other)).fill('The public register counts nets every spring.')
  await summary(other).fill('Dora finds fewer nets.')
  await save(other)
  await expect(other.getByText('Saved as revision 3.')).toBeVisible()

  await rationale(page).fill('The register counts nets every spring and autumn.')
  await summary(page).fill('Ada finds fewer nets.')
  await save(page)
  const conflict = part(page, 'The two texts compared')
  await expect(conflict).toContainText('Dora Lindqvist saved revision 3')
  await expect(conflict.locator('[data-side=theirs] ins', { hasText: 'public' })).toBeVisible()
  await expect(conflict.locator('[data-side=mine] ins', { hasText: 'and autumn' })).toBeVisible()
  await expectAccessible(page, ALL_LOOKS)

  await expect(keeping(page)).toContainText('Kept')
  await page.reload()
  await expect(conflict.locator('[data-side=mine]').filter({ hasText: 'Ada finds fewer nets.' })).toBeVisible()
  await expect(conflict.locator('[data-side=theirs]').filter({ hasText: 'Dora finds fewer nets.' })).toBeVisible()

  await conflict.getByRole('button', { name: 'Rationale: edit the merge' }).click()
  await expect(markdown(page)).toHaveValue('The public register counts nets every spring and autumn.')
  await conflict.getByRole('button', { name: 'Summary: use theirs' }).click()
  await save(page)
  await expect(page.getByText('Saved as revision 4.')).toBeVisible()
  await expect(conflict).toHaveCount(0)
  await other.reload()
  await expect(summary(other)).toHaveValue('Dora finds fewer nets.')
  await expect(markdown(other)).toHaveValue('The public register counts nets every spring and autumn.')
  await other.context().close()
})

test('a connection that is gone loses nothing: kept here, sent when it is back, and there in another browser', async ({
  page,
  browser,
}) => {
  const path = await freshClaim()
  await startVerdict(page, 'reviewer', path)
  await summary(page).fill('Typed on the ferry.')
  await expect(keeping(page)).toContainText('Kept')

  await page.context().setOffline(true)
  await summary(page).fill('Typed on the ferry, in a tunnel.')
  await expect(keeping(page)).toContainText('Offline: kept in this browser')
  await save(page)
  await expect(problems(page)).toContainText('The desk could not be reached, so this is not saved yet.')
  await expect(summary(page)).toHaveValue('Typed on the ferry, in a tunnel.')
  await page.context().setOffline(false)
  await expect(keeping(page)).toContainText('Kept')

  const elsewhere = await alsoOpen(browser, 'reviewer', path)
  await expect(elsewhere.getByText('Text that was not saved yet')).toBeVisible()
  await expect(summary(elsewhere)).toHaveValue('Typed on the ferry, in a tunnel.')
  await elsewhere.context().close()
  await save(page)
  await expect(page.getByText('Saved as revision 2.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Text that was not saved yet')).toHaveCount(0)
})

test('what is typed while a save is under way is kept, over the revision that it made, and saved by the next', async ({
  page,
}) => {
  await startVerdict(page, 'reviewer', await freshClaim())
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/verdict/save', async (route) => {
    await held
    await route.continue()
  })
  const sent = page.waitForRequest('**/verdict/save')
  await summary(page).fill('The harbour mends nets.')
  await save(page)
  await sent
  await summary(page).fill('The harbour mends nets. Each spring.')
  goOn()
  await expect(page.getByText('Saved as revision 2.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Text that was not saved yet')).toBeVisible()
  await expect(summary(page)).toHaveValue('The harbour mends nets. Each spring.')
  await expect(part(page, 'The two texts compared')).toHaveCount(0)
  await save(page)
  await expect(page.getByText('Saved as revision 3.')).toBeVisible()
  await page.reload()
  await expect(summary(page)).toHaveValue('The harbour mends nets. Each spring.')
  await expect(page.getByText('Text that was not saved yet')).toHaveCount(0)
})

test('a form that did not arrive whole, is too large, or comes from nobody or elsewhere is refused, and nothing changes', async ({
  page,
}) => {
  const path = await freshClaim()
  await startVerdict(page, 'reviewer', path)
  const to = `${path}/verdict/save`
  const headers = { origin: new URL(page.url()).origin }
  const answerTo = async (given: { data?: string; headers?: Record<string, string> }) =>
    (await page.request.post(to, { headers, data: 'no form', ...given })).json()
  expect(await answerTo({})).toMatchObject({ status: 'error', code: 'BAD_INPUT', fields: {} })
  const large = 'x'.repeat(1_000_001)
  expect(await answerTo({ data: large })).toMatchObject({ status: 'error', code: 'TOO_LARGE' })
  const foreign = { origin: 'https://elsewhere.example' }
  expect(await answerTo({ data: large, headers: foreign })).toMatchObject({ status: 'error', code: 'FORBIDDEN' })
  await page.context().clearCookies()
  expect(await answerTo({ data: large })).toMatchObject({ status: 'error', code: 'NOT_SIGNED_IN' })
})

test('a server that is away for a deploy and a session that ran out only delay', async ({ page }) => {
  await startVerdict(page, 'reviewer', await freshClaim())
  await page.route('**/verdict/copy', (route) => route.fulfill({ status: 503 }))
  await summary(page).fill('Typed while the server was away.')
  await expect(keeping(page)).toContainText('The desk does not answer: kept in this browser. Trying again.')
  await page.unroute('**/verdict/copy')
  await expect(keeping(page)).toContainText('Kept')

  await page.context().clearCookies()
  await summary(page).fill('Typed after the session ran out.')
  await expect(keeping(page)).toContainText('You are signed out: kept in this browser.')
  await save(page)
  await expect(problems(page)).toContainText('You are signed out.')
  const again = await page.context().newPage()
  await signInAs(again, 'reviewer')
  await again.close()
  await save(page)
  await expect(page.getByText('Saved as revision 2.')).toBeVisible()
  await expect(summary(page)).toHaveValue('Typed after the session ran out.')
})

test('a formatted rationale with citations is previewed and published as it was written', async ({ page, browser }) => {
  test.slow()
  const path = await freshClaim()
  await startVerdict(page, 'reviewer', path)
  await addEvidence(page, 'Register of nets')
  await addEvidence(page, 'Yearbook of nets')

  const text = await formatted(page)
  await text.click()
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('Counted')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type(' twice <b>a year</b>')
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' })
  await toolbar.getByRole('button', { name: 'Bold' }).focus()
  for (let n = 0; n < 7; n++) await page.keyboard.press('ArrowRight')
  await expect(toolbar.getByRole('button', { name: 'Cite evidence' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '[2] Yearbook of nets' }).click()
  await page.keyboard.type('.')
  await expect(markdown(page)).toHaveValue(
    /^\*\*Counted\*\* twice \\<b>a year\\<\/b>\[2\]\(evidence:[0-9a-f-]{36}\)\.$/,
  )

  const written = await markdown(page).inputValue()
  await page.getByRole('button', { name: 'Write Markdown instead' }).click()
  await page.getByRole('button', { name: 'Write formatted text instead' }).click()
  await expect(markdown(page)).toHaveValue(written)
  await expect(rationale(page).locator('[data-evidence]')).toHaveText('[2]')

  await page.getByRole('radio', { name: /^Mostly false/ }).check()
  await summary(page).fill('The yearbook lists fewer nets.')
  await page.getByRole('group', { name: 'Was the speaker asked for comment?' }).getByLabel('Yes').check()
  const request = page.getByRole('group', { name: 'Request 1' })
  await request.getByLabel('Asked on').fill('2025-10-20')
  await request.getByLabel('By which way').selectOption({ label: 'E-mail' })
  await request.getByLabel('Who was asked').fill('The harbour’s press office')
  await page.getByRole('button', { name: 'Preview the public page beside it' }).click()
  const preview = part(page, 'Preview of the public page')
  await expect(preview.getByRole('link', { name: 'Evidence 2' })).toHaveText('[2]')
  await preview.locator('summary', { hasText: 'ClaimReview' }).click()
  await expect(preview.locator('[data-claim-review]')).toContainText('"alternateName": "Mostly false"')
  await expectAccessible(page, ALL_LOOKS)
  await page.getByRole('button', { name: 'Save and submit' }).click()
  await expect(problems(page)).toContainText('Write what came, or that no answer came until when.')
  await request.getByLabel('What came').fill('None came until 22 October.')
  await page.getByRole('button', { name: 'Save and submit' }).click()
  await expect(page.getByText(/waits for approval/).first()).toBeVisible()

  const editor = await alsoOpen(browser, 'editor', path)
  await editor.getByRole('button', { name: /Approve and publish/ }).click()
  await expect(part(editor, 'Verdict').getByText(/approved by Ben Okafor/)).toBeVisible()
  await editor.goto((await editor.getByRole('link', { name: 'The public page' }).getAttribute('href')) ?? '')
  const main = editor.getByRole('main')
  await expect(main.locator('strong', { hasText: 'Counted' })).toBeVisible()
  await expect(main).toContainText('twice <b>a year</b>[2].')
  await expect(main).toContainText(
    'The harbour’s press office was asked on 20 Oct 2025 by e-mail. None came until 22 October.',
  )
  await main.getByRole('link', { name: 'Evidence 2' }).click()
  await expect(main.locator('[data-evidence]:target')).toContainText('Yearbook of nets')
  await editor.context().close()
})
