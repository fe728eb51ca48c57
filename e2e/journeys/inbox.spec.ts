import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { persona, signInAs, type Who } from '../personas'

/** Puts fresh candidates of a paper of their own into the inbox; answers the address that shows only these. */
async function freshInbox(page: Page, count: number, who: Who = 'reviewer'): Promise<string> {
  const seed = String(Date.now() % 1_000_000_000)
  const program = ['--import', 'tsx', 'e2e/fill-inbox.ts', String(count), seed]
  const publisher = (await promisify(execFile)(process.execPath, program)).stdout.trim()
  await signInAs(page, who)
  return `/desk/inbox?publisher=${publisher}`
}

/** Presses keys and counts them; how long the page took to answer a decision is read where it answers, in the page. */
function keyboardOf(page: Page) {
  let pressed = 0
  const times: number[] = []
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      pressed++
      await page.keyboard.press(key)
    }
  }
  const left = page.locator('[data-left]')
  /** Decides by keys; waits until the page says how many are left. */
  const decide = async (leftAfter: number, ...keys: string[]) => {
    const before = pressed
    await press(...keys)
    await expect(left).toHaveText(`${leftAfter} left`)
    times.push(await page.evaluate(() => Number(document.documentElement.dataset.answerMs ?? Number.NaN)))
    return pressed - before
  }
  return { press, decide, times, pressed: () => pressed }
}

/** The page shows a decision at once and stores it beside; it says how many are on their way. */
const stored = (page: Page) => expect(page.locator('[data-sending]')).toHaveCount(0, { timeout: 30_000 })

/** Reads the page anew, until it listens: by then it has said that somebody is here. */
async function reloaded(page: Page): Promise<void> {
  const heard = page.waitForResponse(/\/desk\/presence$/)
  await page.reload()
  await heard
}

/** Measures in the page, from the key to the picture in which the list has changed. */
const watchAnswers = (page: Page) =>
  page.evaluate(() => {
    let since = 0
    document.addEventListener('keydown', () => (since = performance.now()), true)
    const list = document.querySelector('[data-candidates]')
    const observer = new MutationObserver((changes) => {
      if (!changes.some(({ removedNodes, addedNodes }) => removedNodes.length + addedNodes.length > 0)) return
      requestAnimationFrame(() =>
        setTimeout(() => {
          document.documentElement.dataset.answerMs = String(performance.now() - since)
        }),
      )
    })
    if (list) observer.observe(list, { childList: true })
  })

test('twenty candidates are triaged by keyboard alone, in at most three keys each, and taken back', async ({
  page,
}) => {
  // an editor, who decides on nothing else meanwhile: what was decided last is one's own, wherever it was decided
  const address = await freshInbox(page, 24, 'editor')
  await page.goto(address)
  await expect(page.locator('[data-left]')).toHaveText('24 left')
  await expect(page.locator('[data-candidate]')).toHaveCount(24)
  await expectAccessible(page)
  await watchAnswers(page)
  const { press, decide, times } = keyboardOf(page)
  const said = page.locator('[data-announcer]')

  await press('j', 'k')
  await expect(page.locator('[data-current]')).toHaveCount(1)
  const keys: number[] = []
  for (let n = 0; n < 20; n++) {
    const leftAfter = 23 - n
    keys.push(n % 3 === 1 ? await decide(leftAfter, 'r', String((n % 6) + 1)) : await decide(leftAfter, 'a'))
    if (n === 0) await expect(said).toHaveText('Accepted. 23 left. Press U to undo.')
    if (n === 1) await expect(said).toHaveText('Rejected. 22 left. Press U to undo.')
  }
  expect(Math.max(...keys)).toBeLessThanOrEqual(3)
  const sorted = [...times].sort((a, b) => a - b)
  test.info().annotations.push({
    type: 'figures',
    description: `${keys.length} decisions, ${keys.reduce((a, b) => a + b)} keys; key to picture: median ${sorted[10]?.toFixed(0)} ms, most ${sorted.at(-1)?.toFixed(0)} ms`,
  })
  expect(sorted.every((ms) => ms < 3000)).toBe(true)

  const last = page.locator('[data-current] [data-open-link]')
  await press('u')
  await expect(said).toHaveText('Taken back.')
  await expect(page.locator('[data-left]')).toHaveText('5 left')
  const back = await last.textContent()
  await expect(last).toBeFocused()
  await stored(page)

  await reloaded(page)
  await expect(page.locator('[data-left]')).toHaveText('5 left')
  await expect(page.locator('[data-open-link]', { hasText: back ?? '' })).toHaveCount(1)
  await page.keyboard.press('u')
  await expect(page.locator('[data-left]')).toHaveText('6 left')
  await stored(page)
  await page.reload()
  await expect(page.locator('[data-left]')).toHaveText('6 left')
})

test('many are rejected at once and taken back at once; what somebody decided meanwhile says so', async ({
  page,
  browser,
}) => {
  const address = await freshInbox(page, 6)
  await page.goto(address)
  const rows = page.locator('[data-candidate]')
  await expect(rows).toHaveCount(6)
  const other = await colleague(browser, address)
  await other.keyboard.press('a')
  await expect(other.locator('[data-left]')).toHaveText('5 left')
  await stored(other)

  const taken = (await rows.first().locator('[data-open-link]').textContent()) ?? ''
  await rows.nth(0).getByRole('checkbox').click()
  await rows
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(page.getByText('4 selected', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('Too vague to check')
  await page.getByRole('button', { name: 'Reject 4' }).click()
  await expect(page.locator('[data-left]')).toHaveText('3 left')
  await expect(rows.filter({ hasText: taken })).toContainText(`${persona('both').name} has accepted this candidate`)
  await page.keyboard.press('u')
  await expect(rows).toHaveCount(6)
  await stored(page)
  await page.reload()
  await expect(rows).toHaveCount(5)
  await other.context().close()
})

test('away from the network a decision is told as not stored, and nothing is lost', async ({ page }) => {
  const address = await freshInbox(page, 3)
  await page.goto(address)
  const rows = page.locator('[data-candidate]')
  await expect(rows).toHaveCount(3)
  await page.context().setOffline(true)
  await page.keyboard.press('w')
  await page.getByLabel('Statement', { exact: true }).fill('Worded anew, away from the network.')
  await page.getByLabel('Short form').fill('Worded anew')
  await page.getByRole('button', { name: 'Accept as a new claim' }).click()
  await expect(rows.first()).toContainText('could not be reached')
  await expect(rows).toHaveCount(3)
  await page.context().setOffline(false)
  await rows.first().locator('[data-open-link]').click()
  await page.keyboard.press('w')
  await expect(page.getByLabel('Statement', { exact: true })).toHaveValue('Worded anew, away from the network.')
  await page.getByRole('button', { name: 'Accept as a new claim' }).click()
  await expect(rows).toHaveCount(2)
  await stored(page)
  await page.reload()
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'What you decided last' })).toContainText('Worded anew')
})

test('filters are kept as a view that the desk shares, and one sees who looks at what', async ({ page, browser }) => {
  const address = await freshInbox(page, 2)
  await page.goto(`${address}&kind=statistic`)
  const name = `Figures ${Date.now()}`
  await page.getByText('Keep these filters').click()
  await page.getByLabel('Name of the view').fill(name)
  await page.getByLabel('Share it with the desk').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('Change this view')).toBeVisible()

  const other = await colleague(browser, '/desk/inbox')
  await other.getByRole('link', { name }).click()
  await expect(other).toHaveURL(/kind=statistic&publisher=/)
  await page.goto(address)
  await other.goto(address)
  await expect(other.locator('[data-present]').first()).toContainText(`${persona('reviewer').name} looks at this now`, {
    timeout: 40_000,
  })
  await page.goto(`${address}&kind=statistic`)
  await page.getByText('Change this view').click()
  await page.getByRole('button', { name: 'Delete this view' }).click()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
  await other.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the inbox is narrowed, decided and taken back by plain forms', async ({ page }) => {
    const address = await freshInbox(page, 4)
    await page.goto(address)
    const rows = page.locator('[data-candidate]')
    await expect(rows).toHaveCount(4)
    await rows.first().locator('[data-open-link]').click()
    await page.getByRole('link', { name: /^Accept/ }).click()
    await page.getByRole('button', { name: 'Accept as a new claim' }).click()
    await page.goto(address)
    await expect(rows).toHaveCount(3)
    await rows.nth(0).getByRole('checkbox').check()
    await rows.nth(1).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Reject what is ticked' }).click()
    await expect(page.getByText('2 rejected.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo all of it' }).click()
    await page.goto(address)
    await expect(rows).toHaveCount(3)
  })
})

async function colleague(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, 'both', path)
  return page
}
