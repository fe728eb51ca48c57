import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { fillSignIn, persona, signInAs, signOut } from '../personas'

const refused = (page: Page) => expect(problems(page)).toContainText('do not belong together')

test('signing in leads back to the page that was asked for, signing out shuts it', async ({ page }) => {
  await page.goto('/desk/account?from=bookmark')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expectAccessible(page)
  await fillSignIn(page, persona('reviewer').email)
  await expect(page).toHaveURL(/\/desk\/account\?from=bookmark$/)
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expectAccessible(page)
  await signOut(page)
  await page.goto('/desk/account')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a wrong password and an unknown account get the same answer, and what was typed stays', async ({ page }) => {
  await page.goto('/sign-in')
  await fillSignIn(page, persona('reviewer').email, 'not this one')
  await refused(page)
  const answer = await problems(page).innerText()
  await expect(page.getByLabel('E-mail address')).toHaveValue(persona('reviewer').email)
  await page.goto('/sign-in')
  await fillSignIn(page, 'nobody@newsroom.example', 'not this one')
  await refused(page)
  expect(await problems(page).innerText()).toBe(answer)
  await expectAccessible(page)
})

test('after ten wrong tries an account is shut for a while and says until when', async ({ page }) => {
  await page.goto('/sign-in')
  for (let tries = 0; tries < 10; tries++) {
    await fillSignIn(page, 'guessed@newsroom.example', `guess ${tries}`)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await refused(page)
  }
  await fillSignIn(page, 'guessed@newsroom.example', 'guess 11')
  await expect(problems(page)).toContainText(/try again in \d+ minutes/)
})

test('after signing in nobody is led to another site', async ({ page }) => {
  await page.goto('/sign-in?next=//elsewhere.example/desk')
  await fillSignIn(page, persona('reviewer').email)
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/desk$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('signing in and out works, and what was typed comes back after a refusal', async ({ page }) => {
    await page.goto('/sign-in?next=/desk/account')
    await fillSignIn(page, persona('editor').email, 'not this one')
    await refused(page)
    await expect(page.getByLabel('E-mail address')).toHaveValue(persona('editor').email)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    await fillSignIn(page, persona('editor').email)
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
    await signOut(page)
  })

  test('a form that another site sends is refused', async ({ page, request }) => {
    await page.goto('/sign-in')
    const hidden = await page
      .locator('form input[type=hidden]')
      .evaluateAll((inputs) =>
        inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
      )
    const multipart = { ...Object.fromEntries(hidden), email: persona('editor').email, password: 'x' }
    const send = (headers: Record<string, string>) => request.post('/sign-in', { multipart, headers })
    const bare = await send({})
    expect(await bare.text()).toContain('sent from another site')
    const cross = await send({ 'sec-fetch-site': 'cross-site' })
    expect(await cross.text()).toContain('sent from another site')
    const own = await send({ 'sec-fetch-site': 'same-origin' })
    expect(await own.text()).toContain('do not belong together')
  })
})

test('a session that is ended elsewhere is out at its next request', async ({ page, browser }) => {
  await signInAs(page, 'both')
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await signInAs(other, 'both')
  await page.reload()
  await page.getByRole('button', { name: 'Sign out elsewhere' }).click()
  await expect(page.getByRole('main').getByText(/other sessions? ended/)).toBeVisible()
  await other.goto('/desk/account')
  await expect(other).toHaveURL(/\/sign-in/)
  await expect(other.getByText('Your session has ended.')).toBeVisible()
  await elsewhere.close()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
})

test('the cookie is out of reach of scripts and names no one', async ({ page, context }) => {
  await signInAs(page, 'reviewer')
  const [cookie] = (await context.cookies()).filter(({ name }) => name.includes('session'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('session')
  expect(cookie?.value).not.toContain('ada')
})
