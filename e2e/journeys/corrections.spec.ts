import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs, type Who } from '../personas'

/** A claim of this test alone that Ada judged and Ben approved; `due`: to be checked again since some days. */
async function publishedClaim(due?: 'due'): Promise<{ desk: string; reader: string }> {
  const sentence = `The pier of Norhaven has ${Date.now() % 1_000_000_000} planks.`
  const args = ['--import', 'tsx', 'e2e/make-published.ts', sentence, ...(due ? [due] : [])]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const [id, slug] = stdout.trim().split(' ')
  return { desk: `/desk/claims/${id}`, reader: `/claims/${slug}` }
}

async function opened(browser: Browser, who: Who, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name })
const preview = (page: Page): Locator => part(page, 'What readers will see').first()
const unfold = (page: Page, name: string): Promise<void> => page.locator('summary', { hasText: name }).first().click()

const LEVELS = [
  { radio: 'Minor (wording, a link)', word: 'Minor correction', hasNotice: false },
  { radio: 'Adds what is new', word: 'Update', hasNotice: false },
  { radio: 'Corrects a fact', word: 'Factual correction', hasNotice: false },
  { radio: 'Changes the verdict', word: 'Verdict changed', hasNotice: true },
] as const

test('each kind of correction is previewed in its public words, and published by two people', async ({
  page,
  browser,
}) => {
  // Four corrections, each begun by one editor and approved by another, with the public page beside them.
  test.slow()
  const { desk, reader } = await publishedClaim()
  const people = [await opened(browser, 'editor', desk), await opened(browser, 'both', desk)] as const
  for (const [at, { radio, word, hasNotice }] of LEVELS.entries()) {
    const [writer, approver] = at % 2 === 0 ? people : [people[1], people[0]]
    const note = `Note ${at + 1}: the planks were counted anew.`
    await writer.goto(desk)
    await unfold(writer, 'Correct it')
    await expect(preview(writer)).toContainText('Choose the kind of correction to see it.')
    await writer.getByRole('radio', { name: radio }).check()
    await writer.getByLabel('Public note on the correction').fill(note)
    await expect(preview(writer).getByRole('listitem')).toContainText(word)
    await expect(preview(writer).getByRole('listitem')).toContainText(note)
    await expect(preview(writer).getByText('The verdict changed. What was wrong')).toHaveCount(hasNotice ? 1 : 0)
    if (hasNotice) await expectAccessible(writer)
    await writer.getByRole('button', { name: 'Begin the correction' }).click()
    if (hasNotice) await writer.getByRole('radio', { name: /^Half true/ }).check()
    await writer.getByLabel('Summary', { exact: true }).fill(`Counted for the ${at + 2}th time.`)
    await writer.getByRole('button', { name: 'Save and submit' }).click()
    await expect(writer.getByText(/so another editor has to approve/)).toBeVisible()

    await approver.goto(desk)
    await expect(preview(approver).getByRole('listitem')).toContainText(note)
    if (hasNotice) await expect(preview(approver)).toContainText('changed from “Mostly false” to “Half true”')
    await approver.getByRole('button', { name: /Approve and publish/ }).click()
    await expect(part(approver, 'Verdict').getByText(new RegExp(`version ${at + 2}, as of`))).toBeVisible()
    await page.goto(reader)
    await expect(page.getByRole('list', { name: 'Corrections' })).toContainText(note)
    const notice = page.getByRole('article').getByText(/The verdict changed from/)
    await expect(notice).toHaveCount(hasNotice ? 1 : 0)
    await expect(page.getByRole('link', { name: `Version ${at + 1}`, exact: true })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Version 1', exact: true }).click()
  await expect(page.getByText('The register lists fewer.')).toBeVisible()
  for (const person of people) await person.context().close()
})

test('any two versions are compared word by word, at an address that can be shared', async ({ page, browser }) => {
  // Three people, and two pages looked at in two modes and two widths.
  test.slow()
  const { desk } = await publishedClaim()
  const ben = await opened(browser, 'editor', desk)
  await unfold(ben, 'Correct it')
  await ben.getByRole('radio', { name: 'Corrects a fact' }).check()
  await ben.getByLabel('Public note on the correction').fill('The register was read wrongly.')
  await ben.getByRole('button', { name: 'Begin the correction' }).click()
  await ben.getByLabel('Summary', { exact: true }).fill('The register lists more.')
  await ben.getByRole('button', { name: 'Save and submit' }).click()
  await expect(ben.getByText(/so another editor has to approve/)).toBeVisible()
  await ben.context().close()

  const dora = await opened(browser, 'both', desk)
  await dora.getByRole('button', { name: /Approve and publish/ }).click()
  await expect(part(dora, 'Verdict').getByText(/version 2, as of/)).toBeVisible()
  await part(dora, 'History').getByRole('link', { name: 'Who saw what when' }).click()
  await expect(dora).toHaveURL(/\/history$/)
  const record = part(dora, 'Who saw what, when')
  await expect(record).toContainText('Revision 2 approved')
  await expect(record).toContainText('Dora Lindqvist')
  await expectAccessible(dora)
  await dora.getByRole('link', { name: /What changed: Dora Lindqvist approved and published version 2/ }).click()
  await expect(dora).toHaveURL(/compare\?from=v1&to=v2$/)
  await expect(part(dora, 'Summary').locator('del')).toHaveText('fewer')
  await expect(part(dora, 'Summary').locator('ins')).toHaveText('more')
  await expect(part(dora, 'Correction').locator('ins')).toContainText('The register was read wrongly.')
  await expect(dora.getByText(/^The same in both: Statement/)).toBeVisible()
  await expectAccessible(dora)

  await signInAs(page, 'reviewer', new URL(dora.url()).pathname + new URL(dora.url()).search)
  await expect(part(page, 'Summary').locator('del')).toHaveText('fewer')
  await page.getByRole('link', { name: 'The other way round' }).click()
  await expect(part(page, 'Summary').locator('del')).toHaveText('more')
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'As it stands now' })
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/from=v2&to=now$/)
  await expect(page.getByText('Nothing differs in what both of them keep.')).toBeVisible()
  await dora.context().close()
})

test('a withdrawal is previewed, proposed by one editor and approved by another', async ({ page, browser }) => {
  const { desk, reader } = await publishedClaim()
  const ben = await opened(browser, 'editor', desk)
  await unfold(ben, 'Withdraw it')
  await ben.getByLabel('Public note on the withdrawal').fill('The register was forged.')
  const told = 'The register was forged. There is no verdict in force.'
  const own = ben.locator('form', { has: ben.getByRole('button', { name: 'Propose the withdrawal' }) })
  await expect(part(ben, 'What readers will see').filter({ hasText: told })).toBeVisible()
  await own.getByRole('button', { name: 'Propose the withdrawal' }).click()
  await expect(ben.getByText('You proposed this withdrawal, so another editor has to approve.')).toBeVisible()
  await ben.context().close()
  const dora = await opened(browser, 'both', desk)
  await expect(preview(dora)).toContainText(told)
  await expectAccessible(dora)
  await dora.getByRole('button', { name: 'Withdraw the verdict' }).click()
  await expect(dora.getByText('The verdict is withdrawn. What it said stays readable below')).toBeVisible()
  await page.goto(reader)
  await expect(page.getByRole('article')).toContainText(told)
  await dora.context().close()
})

test('a verdict that is due is marked as checked again, and readers are told the day', async ({ page, browser }) => {
  const { desk, reader } = await publishedClaim('due')
  const ada = await opened(browser, 'reviewer', desk)
  const checking = part(ada, 'Checking again')
  await expect(checking).toContainText('Due to be checked again')
  await expectAccessible(ada)
  await checking.getByRole('button', { name: 'It still stands' }).click()
  await expect(problems(ada)).toContainText('The note is needed.')
  await checking.getByLabel('Why it still stands').fill('The register of this year says the same.')
  await checking.getByLabel(/^Check again on/).fill('2020-01-01')
  await checking.getByRole('button', { name: 'It still stands' }).click()
  await expect(problems(ada)).toContainText('The day to check again lies in the future.')
  await expect(checking.getByLabel('Why it still stands')).toHaveValue('The register of this year says the same.')
  await checking.getByLabel(/^Check again on/).fill('2096-05-01')
  await checking.getByRole('button', { name: 'It still stands' }).click()
  await expect(checking).toContainText('To be checked again on 1 May 2096.')
  await expect(checking).toContainText('Checked again by Ada Marsh')
  await expect(part(ada, 'History').getByText('checked the verdict again: it still stands')).toBeVisible()
  await page.goto(reader)
  await expect(part(page, 'For the record')).toContainText('Checked again')
  await expect(part(page, 'For the record')).toContainText('1 May 2096')
  await expect(page.getByText('The register of this year says the same.')).toHaveCount(0)
  await ada.context().close()
})
