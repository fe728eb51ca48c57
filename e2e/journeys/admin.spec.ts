import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { fillSignIn, signInAs } from '../personas'

const PASSWORD = 'marble ferry window salt'

/** A person of this test alone, invited by the admin whose page is given; in a browser of their own. */
async function inviteAndJoin(page: Page, browser: Browser, name: string) {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${Date.now()}@newsroom.example`
  await page.goto('/desk/admin/people/invite')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('The link').inputValue()
  const own = await browser.newContext()
  const theirs = await own.newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Your name').fill(name)
  await theirs.getByLabel('Choose a password').fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Join and sign in' }).click()
  await expect(theirs).toHaveURL(/\/desk$/)
  return { email, link, theirs }
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto('/desk/admin/people')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('a colleague is invited by link and joins with it, once', async ({ page, browser }) => {
  await signInAs(page, 'admin', '/desk/admin/people')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Invite a colleague' }).click()
  await page.getByLabel('E-mail address').fill('no address')
  await page.getByRole('checkbox', { name: 'Reviewer' }).uncheck()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(problems(page)).toContainText('Not an e-mail address')
  await expect(problems(page)).toContainText('Choose at least one role')
  await expectAccessible(page)

  const { link, theirs } = await inviteAndJoin(page, browser, 'Emil Novak')
  await expect(page.getByText('shown only now')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByText(link)).toHaveCount(0)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'does not open any more' })).toBeVisible()
  await expectAccessible(theirs)
})

test('an invited person finds no admin pages, whatever the address', async ({ page, browser }) => {
  await signInAs(page, 'admin')
  const { theirs } = await inviteAndJoin(page, browser, 'Freya Holm')
  for (const path of ['people', 'people/invite', 'settings', 'jobs', 'audit']) {
    await theirs.goto(`/desk/admin/${path}`)
    await expect(theirs.getByRole('heading', { name: 'Not here, or not for your role' })).toBeVisible()
  }
  await theirs.goto('/desk/account')
  await expect(theirs.getByRole('link', { name: 'Admin' })).toHaveCount(0)
})

test('a disabled person is out at the next request and comes back when enabled', async ({ page, browser }) => {
  await signInAs(page, 'admin')
  const { email, theirs } = await inviteAndJoin(page, browser, 'Gus Adler')
  await openPerson(page, 'Gus Adler')
  await expectAccessible(page)
  await page.getByText('Disable Gus Adler …').click()
  await page.getByRole('button', { name: 'Yes, disable' }).click()
  await expect(page.getByText('The account is disabled, and signed out.')).toBeVisible()

  await theirs.goto('/desk/account')
  await expect(theirs.getByText('Your session has ended.')).toBeVisible()
  await fillSignIn(theirs, email, PASSWORD)
  await expect(problems(theirs)).toContainText('do not belong together')

  await page.getByRole('button', { name: 'Enable Gus Adler' }).click()
  await expect(page.getByText('Disable Gus Adler …')).toBeVisible()
  await fillSignIn(theirs, email, PASSWORD)
  await expect(theirs.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

test('roles are changed, and a reset link gives a new password', async ({ page, browser }) => {
  await signInAs(page, 'admin')
  const { email, theirs } = await inviteAndJoin(page, browser, 'Hana Sato')
  await openPerson(page, 'Hana Sato')
  await page.getByRole('checkbox', { name: 'Editor' }).check()
  await page.getByRole('button', { name: 'Save the roles' }).click()
  await expect(page.getByText('count at once')).toBeVisible()
  await theirs.goto('/desk/account')
  await expect(theirs.getByRole('main').getByText('Editor')).toBeVisible()

  await page.getByRole('button', { name: 'Make a reset link' }).click()
  const link = await page.getByLabel('The link').inputValue()
  await theirs.context().clearCookies()
  await theirs.goto(link)
  await expectAccessible(theirs)
  await theirs.getByLabel('New password').fill('quiet orchard brass kite')
  await theirs.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(theirs).toHaveURL(/\/desk$/)
  await theirs.context().clearCookies()
  await theirs.goto('/sign-in?next=/desk/account')
  await fillSignIn(theirs, email, 'quiet orchard brass kite')
  await expect(theirs.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

test('the audit log tells who did what, and is filtered by the address', async ({ page, browser }) => {
  await signInAs(page, 'admin')
  await inviteAndJoin(page, browser, 'Ines Moreau')
  await openPerson(page, 'Ines Moreau')
  await page.getByRole('link', { name: 'In the audit log' }).click()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: 'Ines Moreau accepted the invitation' })).toBeVisible()
  await expect(rows.filter({ hasText: 'Cleo Brandt invited' })).toBeVisible()
  await page.getByLabel('What').selectOption('user.joined')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/type=user\.joined/)
  await expect(rows.filter({ hasText: 'Cleo Brandt invited' })).toHaveCount(0)
  await rows.filter({ hasText: 'Ines Moreau accepted' }).locator('summary').click()
  await expect(page.getByText('"name": "Ines Moreau"')).toBeVisible()
  await expectAccessible(page)
})
