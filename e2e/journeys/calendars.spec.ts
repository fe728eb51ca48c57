import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'

test('a calendar is made with the filters of a list, read by its secret address, renewed and revoked', async ({
  page,
  playwright,
}) => {
  await signInAs(page, 'reviewer', '/desk/predictions?view=open&whose=mine')
  await page.getByRole('link', { name: 'Calendar of these' }).click()
  await expect(page.getByLabel('Whose')).toHaveValue('mine')
  await page.getByRole('button', { name: 'Make the calendar' }).click()
  await expect(problems(page)).toContainText('The name is needed.')
  const name = `Mine ${Date.now()}`
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Make the calendar' }).click()
  await expect(page.getByText('shown only now')).toBeVisible()
  await expectAccessible(page)
  const first = await page.getByLabel('The address', { exact: true }).inputValue()

  // As calendar programs do: no cookie, no session.
  const program = await playwright.request.newContext()
  const answer = await program.get(first)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  const etag = answer.headers().etag ?? ''
  expect((await program.get(first, { headers: { 'If-None-Match': etag } })).status()).toBe(304)

  await page.reload()
  await expect(page.getByText('shown only now')).toHaveCount(0)
  const row = page.getByRole('listitem').filter({ hasText: name })
  await row.getByRole('button', { name: `Give ${name} a new address` }).click()
  const second = await row.getByLabel('The address', { exact: true }).inputValue()
  expect([(await program.get(first)).status(), (await program.get(second)).status()]).toEqual([404, 200])
  await row.getByRole('button', { name: `Revoke ${name}` }).click()
  await expect(row).toHaveCount(0)
  expect((await program.get(second)).status()).toBe(404)
  expect((await program.get(second.replace('.ics', ''))).status()).toBe(404)
})

test('lists of predictions are narrowed in the address, ordered, and gone through by key', async ({ page }) => {
  await signInAs(page, 'reviewer', '/desk/predictions?view=overdue')
  await page.getByRole('link', { name: 'Overdue the latest' }).click()
  await expect(page).toHaveURL(/sort=latest/)
  await page.getByLabel('Words', { exact: true }).fill('nothing is called zebra')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/view=overdue.*words=nothing/)
  await expect(page.getByText('No prediction fits these filters.')).toBeVisible()
  const pier = `pier ${Date.now()}`
  const args = [
    '--import',
    'tsx',
    'e2e/make-claim.ts',
    `The ${pier} will grow by 90 metres.`,
    '90',
    'metre',
    'prediction',
  ]
  await promisify(execFile)(process.execPath, args)
  await page.goto(`/desk/predictions?view=to_open&words=${encodeURIComponent(pier)}`)
  const first = page.locator('[data-open-link]').first()
  await expect(first).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(first).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/predictions\/[0-9a-f-]{36}$/)
})
