import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs } from '../personas'

/** An accepted prediction that older rules read as the first quarter of 2027; newer ones read its latter half. */
async function readBefore(port: string): Promise<{ articleId: string; candidateId: string; claimId: string }> {
  const args = ['--import', 'tsx', 'e2e/read-before.ts', port]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const [articleId = '', candidateId = '', claimId = ''] = stdout.trim().split('\n').at(-1)?.split(' ') ?? []
  return { articleId, candidateId, claimId }
}

const letters = (digits: string): string => digits.replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))
const freshPort = (): string => `Rereadhaven${letters(Date.now().toString(36))}`

test('an admin has old readings renewed; a reviewer keeps one as decided and takes another over', async ({
  page,
  browser,
}) => {
  const [kept, taken] = [await readBefore(freshPort()), await readBefore(freshPort())]
  await signInAs(page, 'admin', '/desk/articles')
  await page.getByRole('button', { name: 'Read them again' }).click()
  await expect(page.getByRole('button', { name: 'Read them again' })).toBeHidden()
  await expect(page.getByText('read differently now')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: 'see them all' }).click()
  await expect(page.getByText('Another window').first()).toBeVisible()
  await expectAccessible(page)

  const desk = await (await browser.newContext()).newPage()
  await signInAs(desk, 'reviewer', '/desk/articles/differences')
  await desk.locator(`a[href*="${kept.candidateId}"]`).click()
  const difference = desk.locator('[data-difference]')
  await expect(difference).toContainText('Newer rules read this differently')
  await expect(difference).toContainText('Jan–Mar 2027')
  await expect(difference).toContainText('Jul–Dec 2027, from “latter half of 2027”')
  await desk.getByText('Why it was marked').click()
  await expect(desk.locator('[data-firings]')).toContainText('will')
  await expectAccessible(desk)
  await difference.getByRole('button', { name: 'Keep as decided' }).click()
  await expect(difference).toBeHidden()
  await expect(desk.locator(':focus')).toContainText('kept what was decided, against newer rules.')

  await desk.goto(`/desk/claims/${taken.claimId}`)
  await desk.getByRole('button', { name: 'Take over' }).click()
  await expect(desk.locator('[data-difference]')).toBeHidden()
  await expect(desk.getByText('took over what newer rules read.')).toBeVisible()
  await desk.goto(`/desk/predictions/${taken.claimId}`)
  await expect(desk.getByLabel('Window', { exact: true })).toHaveValue('2027-07-01 to 2027-12-31')
  await desk.goto(`/desk/predictions/${kept.claimId}`)
  await expect(desk.getByLabel('Window', { exact: true })).toHaveValue('2027-01-01 to 2027-03-31')
})
