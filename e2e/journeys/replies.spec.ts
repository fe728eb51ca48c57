import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { actionOf, postAction } from '../actions'
import { expectAccessible } from '../axe'
import { doneNotice, problems } from '../forms'
import { signInAs } from '../personas'
import { as } from '../triage'

// Right of reply, from the form to the reader: one process and one preparation for all of it.
test.describe.configure({ mode: 'default' })

const run = Date.now()
const verdictSays = `The mole of Tarnvik has ${run} lamps.`
const predictionSays = `The ferry of Tarnvik will carry ${run} people.`
const otherSays = `The pier of Tarnvik has ${run} planks.`
const slugs = { verdict: '', prediction: '', other: '' }

async function publish(what: 'verdict' | 'prediction', sentence: string): Promise<string> {
  const args = ['--import', 'tsx', 'e2e/publish.ts', what, sentence]
  return (await promisify(execFile)(process.execPath, args)).stdout.trim()
}

/** The desk's page of what says this, found as people find it. */
async function openAtDesk(page: Page, list: string, sentence: string): Promise<void> {
  await page.goto(`${list}&words=${run}`)
  await page.getByRole('link', { name: sentence }).first().click()
  await expect(replies(page)).toBeVisible()
}
const replies = (page: Page) => page.locator('#replies')
const form = (page: Page) => page.locator('form#reply')
const added = (page: Page) => replies(page).getByText('Added. Readers see it now.')

async function fillIn(page: Page, { byName, body, url = '' }: { byName: string; body: string; url?: string }) {
  await replies(page).getByText('Add a reply', { exact: true }).click()
  await form(page).getByLabel('Whose reply it is').fill(byName)
  await form(page).getByLabel('The reply', { exact: true }).fill(body)
  await form(page).getByLabel('Link').fill(url)
}
const show = (page: Page) => page.getByRole('button', { name: 'Show it as readers will see it' }).click()
const publishIt = (page: Page) => page.getByRole('button', { name: 'Publish the reply' }).click()

/** What readers find at a public page, by whoever opens it with no session. */
async function asReader(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(path)
  return page
}

/** What changed stands on a public page within seconds, so it is opened until it does. */
const expectReply = (reader: Page, path: string, words: string | RegExp): Promise<void> =>
  expect(async () => {
    await reader.goto(path)
    await expect(reader.locator('[data-reply]')).toContainText(words, { timeout: 1000 })
  }).toPass({ timeout: 20_000 })

test.beforeAll(async () => {
  slugs.verdict = await publish('verdict', verdictSays)
  slugs.prediction = await publish('prediction', predictionSays)
  slugs.other = await publish('verdict', otherSays)
})

test('a reply to a claim is looked at before it is public, and then stands in its sender’s words', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'editor', '/desk')
  await openAtDesk(page, '/desk/claims?view=all', verdictSays)
  await fillIn(page, { byName: '', body: 'We counted them again.\nThere are more.' })
  await show(page)
  await expect(problems(page)).toContainText('The name is needed.')
  await form(page).getByLabel('Whose reply it is').fill('The harbor master of Tarnvik')
  await form(page).getByLabel('Link').fill('https://harbor.example/lamps')
  await show(page)
  const look = page.getByRole('heading', { name: 'As readers will see it' })
  await expect(form(page).locator('> div', { has: look })).toBeFocused()
  await expect(page.locator('[data-reply]')).toContainText('There are more.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(form(page).getByLabel('The reply', { exact: true })).toHaveValue(
    'We counted them again.\nThere are more.',
  )
  await form(page).getByLabel('The reply', { exact: true }).fill('We counted them again.\nThere are many more.')
  await show(page)
  const reader = await asReader(browser, `/claims/${slugs.verdict}`)
  await expect(reader.locator('[data-reply]')).toHaveCount(0)
  await publishIt(page)
  await expect(added(page)).toBeVisible()
  await expect(replies(page).getByText('There are many more.')).toHaveCount(1)

  const shown = reader.locator('[data-reply]')
  await expectReply(reader, `/claims/${slugs.verdict}`, 'The harbor master of Tarnvik, received')
  await expect(shown.getByRole('blockquote')).toHaveText('We counted them again.\nThere are many more.')
  await expect(shown.getByRole('link')).toHaveAttribute('rel', /nofollow/)
  await expectAccessible(reader)
  await reader.getByRole('link', { name: 'Right of reply' }).click()
  await expect(reader).toHaveURL(/\/methodology#reply$/)
  await expect(reader.getByRole('heading', { name: 'Right of reply' })).toBeInViewport()
  await expectAccessible(reader)
  await reader.context().close()
})

test('a reply to a prediction is added without JavaScript too, once, however often its form is sent', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, 'editor', '/desk')
  await openAtDesk(page, '/desk/predictions?view=overdue', predictionSays)
  await fillIn(page, { byName: 'The ferry line', body: 'It will, in spring.' })
  await show(page)
  await expect(page.locator('[data-reply]')).toContainText('It will, in spring.')
  await publishIt(page)
  await expect(added(page)).toBeVisible()
  // the same request once more, as a browser offers to send it
  await page.reload()
  await expect(replies(page).getByText('It will, in spring.')).toHaveCount(1)
  await context.close()
  const path = `/predictions/${slugs.prediction}`
  const reader = await asReader(browser, path)
  await expectReply(reader, path, /The ferry line.*It will, in spring\./s)
  await expectAccessible(reader)
  await reader.context().close()
})

test('a reviewer reads replies and adds none, not with a forged form either', async ({ page, browser }) => {
  await signInAs(page, 'editor', '/desk')
  await openAtDesk(page, '/desk/claims?view=all', otherSays)
  await fillIn(page, { byName: 'The pier’s owner', body: 'We count them each year.' })
  await show(page)
  await publishIt(page)
  await expect(added(page)).toBeVisible()
  const address = new URL(page.url()).pathname
  const forged = await actionOf(page.context(), address, 'reply')
  const reviewer = await as(browser, 'reviewer', address)
  await expect(replies(reviewer).getByText('We count them each year.')).toBeVisible()
  await expect(replies(reviewer).getByText('Add a reply')).toHaveCount(0)
  await expect(replies(reviewer).getByText(/^Withdraw/)).toHaveCount(0)
  const answer = await postAction(reviewer.context(), forged, [
    ...([
      ['move', 'publish'],
      ['byName', 'Nobody'],
      ['receivedOn', '2025-10-20'],
    ] as [string, string][]),
    ['body', 'Forged words.'],
  ])
  expect(answer.status()).toBeLessThan(500)
  await page.reload()
  await expect(page.getByText('Forged words.')).toHaveCount(0)
  await reviewer.context().close()
})

test('a reply to a speaker stays with whom they were merged into; a withdrawn one leaves the reason', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'editor', '/desk')
  const speakerOf = async (slug: string): Promise<{ path: string; name: string }> => {
    await page.goto(`/claims/${slug}`)
    const link = page.locator('main a[href^="/speakers/"]').first()
    return { path: (await link.getAttribute('href')) ?? '', name: (await link.textContent()) ?? '' }
  }
  const [from, into] = [await speakerOf(slugs.verdict), await speakerOf(slugs.other)]
  const open = async (name: string) => {
    await page.goto(`/desk/speakers?${new URLSearchParams({ q: name })}`)
    await page.getByRole('table').getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await open(from.name)
  await fillIn(page, { byName: 'Their office', body: 'We stand by it.' })
  await show(page)
  await publishIt(page)
  await expect(added(page)).toBeVisible()
  const reader = await asReader(browser, from.path)
  await expectReply(reader, from.path, 'We stand by it.')

  const merging = page.getByRole('region', { name: 'The same as another speaker' })
  await merging.getByLabel('Name of the other one').fill(into.name)
  await merging.getByRole('button', { name: 'Look' }).click()
  await merging.getByRole('link', { name: into.name, exact: true }).click()
  await merging.getByRole('button', { name: `Merge into ${into.name}` }).click()
  await expect(doneNotice(page)).toContainText('Merged.')
  await expectReply(reader, into.path, 'We stand by it.')

  await open(into.name)
  await replies(page).getByText('Withdraw the reply of Their office').click()
  await replies(page).getByLabel('Why it is withdrawn').fill('They asked us to.')
  await replies(page).getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(replies(page).getByText('Withdrawn by')).toBeVisible()
  await expectAccessible(page)
  await expectReply(reader, into.path, /Withdrawn on .*: They asked us to\./)
  await expect(reader.getByText('We stand by it.')).toHaveCount(0)
  await expectAccessible(reader)
  await reader.context().close()
})
