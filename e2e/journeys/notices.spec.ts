import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { unsubscribeToken } from '../../lib/notices/rules/unsubscribing'
import { expectAccessible } from '../axe'
import { persona, signInAs } from '../personas'

/** An accepted claim of this test alone; the path of its page, and its statement. */
async function newClaim(what: string): Promise<{ path: string; statement: string }> {
  const figure = String(Date.now() % 1_000_000_000)
  const statement = `The shipyard counted ${figure} ${what}.`
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', statement, figure, what]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return { path: `/desk/claims/${stdout.trim()}`, statement }
}

async function signedIn(browser: Browser, who: 'reviewer' | 'editor', path: string, javaScriptEnabled = true) {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signInAs(page, who, path)
  return page
}

const rowOf = (page: Page, statement: string): Locator => page.getByRole('listitem').filter({ hasText: statement })

/** The worker tells within a moment. */
async function openNoticeOf(page: Page, statement: string): Promise<void> {
  await expect(async () => {
    await page.goto('/desk/notices?view=unread')
    await expect(rowOf(page, statement)).toBeVisible({ timeout: 500 })
  }).toPass()
}

test('who is given a claim finds a notice, opens it, and has read it', async ({ page, browser }) => {
  const { path, statement } = await newClaim('barges')
  const ben = await signedIn(browser, 'editor', path)
  await ben.getByLabel('Person').selectOption(persona('reviewer').name)
  await ben.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(ben.getByText(`Assigned to ${persona('reviewer').name}.`)).toBeVisible()
  await ben.context().close()

  await signInAs(page, 'reviewer', '/desk')
  await openNoticeOf(page, statement)
  await expect(page.getByRole('link', { name: /^Notices, .*unread notice/ })).toBeVisible()
  await expect(rowOf(page, statement)).toContainText(`${persona('editor').name} assigned a claim to you`)
  await expectAccessible(page)
  await rowOf(page, statement).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(statement)

  await page.goto('/desk/notices')
  await rowOf(page, statement).getByRole('button', { name: 'Mark as unread' }).click()
  await expect(rowOf(page, statement).getByRole('button', { name: 'Mark as read' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(rowOf(page, statement).getByRole('button', { name: 'Mark as unread' })).toBeVisible()
  await page.getByRole('link', { name: 'Unread', exact: true }).click()
  await expect(page).toHaveURL(/view=unread/)
  await expect(page.getByRole('link', { name: 'Unread', exact: true })).toHaveAttribute('aria-current', 'page')
  await expect(rowOf(page, statement)).toHaveCount(0)
})

test('a name is offered after an @, taken by keyboard, and its person is told', async ({ page, browser }) => {
  const { path, statement } = await newClaim('lighters')
  await signInAs(page, 'editor', path)
  const comment = page.getByLabel('Comment', { exact: true })
  await comment.pressSequentially('Is that right, @ad')
  const names = page.getByRole('listbox', { name: 'People of the desk' })
  await expect(names.getByRole('option', { name: persona('reviewer').name })).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await comment.press('Escape')
  await expect(names).toHaveCount(0)
  await comment.press('Backspace')
  await comment.press('Enter')
  await expect(comment).toHaveValue(`Is that right, @${persona('reviewer').name} `)
  await comment.pressSequentially('or @nobody?')
  await page.getByRole('button', { name: 'Add the comment' }).click()
  const said = page.getByRole('region', { name: 'Discussion' })
  await expect(said.getByText(`@${persona('reviewer').name}`)).toBeVisible()
  await expect(said).toContainText('or @nobody?')
  await expectAccessible(page)

  const ada = await signedIn(browser, 'reviewer', '/desk')
  await openNoticeOf(ada, statement)
  await expect(rowOf(ada, statement)).toContainText(`${persona('editor').name} mentioned you in a comment`)
  await rowOf(ada, statement).getByRole('link').click()
  await expect(ada).toHaveURL(new RegExp(`${path}#discussion$`))
  await expect(ada.getByText(`@${persona('reviewer').name} (you)`)).toBeVisible()
  await ada.context().close()
})

test('without JavaScript names are typed, and notices read', async ({ page, browser }) => {
  const { path, statement } = await newClaim('dredgers')
  const ben = await signedIn(browser, 'editor', path, false)
  await ben.getByLabel('Comment', { exact: true }).fill(`@${persona('reviewer').name}: seen?`)
  await ben.getByRole('button', { name: 'Add the comment' }).click()
  await expect(ben.getByRole('region', { name: 'Discussion' })).toContainText(': seen?')
  await ben.context().close()

  // Waiting for the worker takes a browser that can ask again; reading does not.
  await signInAs(page, 'reviewer', '/desk')
  await openNoticeOf(page, statement)
  const ada = await signedIn(browser, 'reviewer', '/desk/notices', false)
  await rowOf(ada, statement).getByRole('button', { name: 'Mark as read' }).click()
  await expect(rowOf(ada, statement).getByRole('button', { name: 'Mark as unread' })).toBeVisible()
  await ada.context().close()
})

test('the digest is chosen at the account, and switched off from a mail without signing in', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'reviewer', '/desk/account')
  await page.getByLabel('Sent at').selectOption('16:00')
  await page.getByRole('button', { name: 'Save the digest' }).click()
  await expect(page.getByText('It comes at 16:00 now.')).toBeVisible()
  await expectAccessible(page)

  const admin = await (await browser.newContext()).newPage()
  await signInAs(admin, 'admin', '/desk/admin/people')
  const link = await admin.getByRole('link', { name: persona('reviewer').name, exact: true }).getAttribute('href')
  const token = unsubscribeToken(process.env.NEXTAUTH_SECRET ?? '', link?.split('/').at(-1) ?? '')
  const mailProgram = await (await browser.newContext()).newPage()
  await mailProgram.goto(`/unsubscribe/${token}`)
  await expectAccessible(mailProgram)
  await mailProgram.getByRole('button', { name: 'Switch it off' }).click()
  await expect(mailProgram.getByText('The daily digest is switched off.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Sent at')).toHaveValue('off')

  // As mail programs do it (RFC 8058): no cookie, no origin.
  await page.getByLabel('Sent at').selectOption('07:00')
  await page.getByRole('button', { name: 'Save the digest' }).click()
  await expect(page.getByText('It comes at 07:00 now.')).toBeVisible()
  const form = { 'List-Unsubscribe': 'One-Click' }
  expect((await mailProgram.request.post(`/api/unsubscribe/${token}x`, { form })).status()).toBe(404)
  expect((await mailProgram.request.post(`/api/unsubscribe/${token}`, { form })).status()).toBe(200)
  await page.reload()
  await expect(page.getByLabel('Sent at')).toHaveValue('off')
})

test('an invitation is mailed; where no server is set up an admin finds it among the caught mails', async ({
  page,
}) => {
  await signInAs(page, 'admin', '/desk/admin/people/invite')
  const email = `olga.${Date.now()}@newsroom.example`
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Name').fill('Olga Prist')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText('It was caught on this machine')).toBeVisible()
  const link = await page.getByLabel('The link').inputValue()
  await page.goto('/desk/admin/mail')
  await expectAccessible(page)
  await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${persona('admin').name} invites you to`)
  await expect(page.locator('pre')).toContainText(link)
  await expectAccessible(page)
  const [shown] = await Promise.all([
    page.waitForResponse(/\/html$/),
    page.getByRole('link', { name: 'See it as HTML' }).click(),
  ])
  expect(await shown.headerValue('content-security-policy')).toContain('sandbox')
  await expect(page.getByRole('link', { name: link })).toBeVisible()
})

test('nobody reads another person’s notices, counts without signing in, or sees caught mail without being an admin', async ({
  page,
  request,
}) => {
  expect((await request.get('/desk/notices/unread', { maxRedirects: 0 })).ok()).toBe(false)
  await signInAs(page, 'reviewer', '/desk/notices')
  expect((await page.request.get('/desk/notices/01890000-0000-7000-8000-000000000001')).status()).toBe(404)
  for (const path of ['', '/01890000-0000-7000-8000-000000000001']) {
    await page.goto(`/desk/admin/mail${path}`)
    await expect(page.getByRole('heading', { name: 'Not here, or not for your role' })).toBeVisible()
  }
})
