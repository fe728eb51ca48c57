import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page } from '@playwright/test'
import { newsPage, PARAGRAPHS } from '../../lib/testing/pages'
import { expectAccessible } from '../axe'
import { test } from '../local-site'
import { signInAs } from '../personas'

const EXCERPT = 'carried 41,200 people in the past year'

/** An accepted prediction with a figure, of this test alone. */
async function freshPrediction(sentence: string, figure: string, unit: string): Promise<string> {
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', sentence, figure, unit, 'prediction']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return `/desk/predictions/${stdout.trim()}`
}

async function asSecond(browser: Browser, path: string, decide: (page: Page) => Promise<void>): Promise<void> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, 'editor', path)
  await decide(page)
  await page.context().close()
}

const opened = (browser: Browser, path: string) =>
  asSecond(browser, path, async (page) => {
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect(page.getByRole('heading', { name: 'What was frozen' })).toBeVisible()
  })

/** Writes the window and the criteria of a prediction, and proposes it. */
async function proposed(page: Page, more: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  await page.getByLabel('Said on').fill('2024-12-02')
  await page.getByLabel('Window', { exact: true }).fill('2025')
  await page.getByLabel('Where the window comes from').fill('in 2025')
  await page.getByLabel('How the window is known').selectOption('stated')
  await page.getByRole('textbox', { name: 'Criteria' }).fill('The yearly report of the harbour board gives it.')
  await more(page)
  await page.getByRole('button', { name: 'Save and propose' }).click()
  await expect(page.getByRole('heading', { name: 'Proposed for opening' })).toBeVisible()
}

test('a figure is read from the claim, frozen in words, and resolved by the value that a source gives', async ({
  page,
  site,
  browser,
}) => {
  test.slow()
  const path = await freshPrediction(
    `The ferry will carry 41,000 people in 2025, line ${Date.now()} said.`,
    '41,000',
    'people',
  )
  await signInAs(page, 'reviewer', path)
  await expect(page.getByText('Read from “41,000”')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Value/ })).toHaveValue('41000')
  await expect(page.getByLabel('Tolerance')).toHaveValue('500')
  await expectAccessible(page)
  await proposed(page)
  await expect(page.getByText('41,000 people (40,500 to 41,500)')).toBeVisible()
  await opened(browser, path)

  await page.reload()
  await page.getByRole('link', { name: 'Record what happened' }).click()
  await page.getByLabel('What happened').fill(`The ferry carried its people in 2025 (${Date.now()}).`)
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('When it happened').fill('Jun 2025')
  await page.getByRole('textbox', { name: /^Figure/ }).fill('40.2 thousand people')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByText(/what counts is the value of the window’s last day, 31 Dec 2025/)).toBeVisible()

  const source = page.locator('#source')
  const address = site.put(`/ferry-${Date.now()}`, {
    body: newsPage({ title: 'The year of the ferry', paragraphs: PARAGRAPHS }),
  })
  await source.getByLabel('Address of the source').fill(address)
  await source.getByRole('button', { name: 'Fetch and read it' }).click()
  await expect(source.getByLabel('Title')).toHaveValue('The year of the ferry')
  const text = page.getByLabel('Text of the copy')
  await text.evaluate((area: HTMLTextAreaElement, sought) => {
    const at = area.value.indexOf(sought)
    area.focus()
    area.setSelectionRange(at, at + sought.length)
  }, EXCERPT)
  await page.getByRole('button', { name: 'Use the selected words' }).click()
  await expect(source.getByLabel('Excerpt')).toHaveValue(EXCERPT)
  await source.getByRole('radio', { name: 'Primary' }).check()
  await expectAccessible(page)
  await source.getByRole('button', { name: 'Add the source' }).click()
  const cited = page.locator('[data-source]')
  await expect(cited.locator('[data-badge=verified]')).toBeVisible()

  await page.getByText('Change what happened').click()
  await page.getByLabel('When it happened').fill('2025')
  await page.getByRole('textbox', { name: /^Figure/ }).fill('41,200 people')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(
    page.getByText(/^Came true: 41,200 people against 41,000 people \(40,500 to 41,500\): reached/),
  ).toBeVisible()
  await expect(cited).toHaveCount(1)
  await page.getByRole('button', { name: 'Submit for approval' }).click()
  await expect(page.getByText('You cannot approve it.')).toBeVisible()
  const outcome = new URL(page.url()).pathname
  await asSecond(browser, outcome, async (editor) => {
    await editor.getByRole('button', { name: 'Approve and resolve' }).click()
    await expect(editor.locator('[data-resolution=came_true]')).toHaveCount(1)
    await expectAccessible(editor)
    await editor.goto(path)
    await editor.getByRole('link', { name: 'Public page' }).click()
    await expect(editor.getByText('41,000 people (40,500 to 41,500)').first()).toBeVisible()
    await expect(editor.getByText(EXCERPT).first()).toBeVisible()

    // undone and recorded again from its text: days, figure and sources come along
    await editor.goto(outcome)
    await editor.getByText('Undo this outcome').click()
    await editor.getByLabel('Why it is undone').fill('The year was another.')
    await editor.getByRole('button', { name: 'Undo', exact: true }).click()
    await editor.getByRole('link', { name: 'Record it again' }).click()
    await expect(editor.getByRole('textbox', { name: /^Figure/ })).toHaveValue('41,200 people')
  })
})

test('a condition that failed is proposed as void, with its words, and where that is read is shown to readers', async ({
  page,
  browser,
}) => {
  const path = await freshPrediction(`The quay will grow by 90 metres, number ${Date.now()}.`, '90', 'metre')
  await signInAs(page, 'reviewer', path)
  await proposed(page, (form) => form.getByLabel('Condition').fill('if the bridge is sold'))
  await opened(browser, path)
  await page.reload()
  await page.getByText('Its condition failed, or it is too vague after all').click()
  const reason = page.getByLabel('The reason')
  await expect(reason).toHaveValue('It was said under the condition “if the bridge is sold”, which failed: ')
  await reason.fill('It was said under the condition “if the bridge is sold”, which failed: it was kept.')
  await page.getByLabel('Address').fill('https://harbour.example/bridge')
  await page.getByLabel('Title').fill('The bridge stays')
  await page.getByLabel('Excerpt').fill('The council keeps the bridge.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(page.getByText('The council keeps the bridge.')).toBeVisible()
  await asSecond(browser, path, async (editor) => {
    await editor.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(editor.locator('[data-resolution=void]').first()).toBeVisible()
    await editor.getByRole('link', { name: 'Public page' }).click()
    await expect(editor.getByText('The council keeps the bridge.')).toBeVisible()
    await expectAccessible(editor)
  })
})
