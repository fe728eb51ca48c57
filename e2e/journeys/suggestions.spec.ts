import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { doneNotice, problems } from '../forms'
import { signInAs } from '../personas'

const freshWord = (): string => `Suggested${Date.now().toString(36)}`

async function publishVerdict(sentence: string): Promise<string> {
  const args = ['--import', 'tsx', 'e2e/publish.ts', 'verdict', sentence]
  return (await promisify(execFile)(process.execPath, args)).stdout.trim()
}

const send = (page: Page) => page.getByRole('button', { name: 'Send the suggestion' }).click()

/**
 * Sends until the form has been open as long as people need at least (without JavaScript each refusal opens it anew); answers
 * the path of the status page.
 */
async function sendInTime(page: Page): Promise<string> {
  await expect(async () => {
    await send(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Your suggestion' })).toBeVisible({ timeout: 3_500 })
  }).toPass({ timeout: 20_000 })
  return new URL(page.url()).pathname
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader suggests a claim, loses nothing on the way, and is told where it stands', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Suggest a claim' }).click()
    await page.getByLabel('Where?').fill('not an address')
    await page.getByLabel('Who said it?').fill('The mayor')
    await send(page)
    await expect(problems(page)).toContainText('What was claimed is needed.')
    await expect(problems(page)).toContainText('This is not a web address.')
    await expect(page.getByLabel('Who said it?')).toHaveValue('The mayor')
    await page.getByLabel('What was claimed?').fill(`The ${freshWord()} bridge is the longest in the country.`)
    await page.getByLabel('Where?').fill('https://courier.example/bridge')
    await sendInTime(page)
    await expect(page.getByText('Nobody has looked at it yet.')).toBeVisible()
  })
})

test('a suggestion is looked at, taken up and leads its reader to the published claim', async ({ page, browser }) => {
  test.slow()
  const word = freshWord()
  const claim = `The ${word} lighthouse burns 900 litres of oil a year.`
  await page.goto('/suggest')
  await expectAccessible(page)
  await page.getByLabel('What was claimed?').fill(claim)
  await page.getByLabel('Where?').fill('https://courier.example/lighthouse')
  await page.getByLabel(/^How can we reach you/).fill('reader@mail.example')
  const path = await sendInTime(page)
  await expect(page.getByText('Nobody has looked at it yet.')).toBeVisible()
  await expectAccessible(page)
  const answer = await page.request.get(path)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.text()).toMatch(/<meta name="robots" content="noindex/)
  expect(await answer.text()).not.toContain('reader@mail.example')

  const slug = await publishVerdict(claim)
  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, 'admin', '/desk/suggestions')
  await expectAccessible(desk)
  await desk.getByRole('link', { name: claim }).click()
  await expect(desk.getByText('Reviewers and editors decide on suggestions.')).toBeVisible()
  const inbox = await (await browser.newContext()).newPage()
  await signInAs(inbox, 'reviewer', '/desk')
  await inbox.getByRole('region', { name: 'Suggested by readers' }).getByRole('link', { name: claim }).click()
  await expect(inbox.getByText('reader@mail.example')).toBeVisible()
  await expectAccessible(inbox)
  await inbox.getByRole('button', { name: 'I’ll look at it' }).click()
  await expect(doneNotice(inbox)).toContainText('You are looking at it')
  await page.reload()
  await expect(page.getByText('Being looked at')).toBeVisible()

  await inbox.getByRole('button', { name: 'Do not take it up' }).click()
  await expect(problems(inbox)).toContainText('Choose a reason.')
  await inbox.getByRole('button', { name: `It became this claim: ${claim}` }).click()
  await expect(doneNotice(inbox)).toContainText('It is taken up.')
  await page.reload()
  await page.getByRole('link', { name: claim }).click()
  await expect(page).toHaveURL(new RegExp(`/claims/${slug}$`))

  await inbox.getByRole('button', { name: 'Take this decision back' }).click()
  await inbox.getByRole('button', { name: 'It is spam' }).click()
  await expect(doneNotice(inbox)).toContainText('marked as spam')
  await expect(inbox.getByText('reader@mail.example')).toHaveCount(0)
  await page.goto(path)
  await expect(page.getByText('Not taken up')).toBeVisible()
})
