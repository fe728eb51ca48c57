import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs } from '../personas'

/** Jobs that the worker will fail at, queued while the page is open. */
const queueBroken = (name: string, many: number) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/failed-jobs.ts', name, String(many)])

const rowsOf = (page: Page, words: string) =>
  page.getByRole('table', { name: 'Failed jobs' }).getByRole('row').filter({ hasText: words })

test('a job that fails shows by itself, is tried again and discarded, and the audit log tells', async ({ page }) => {
  await signInAs(page, 'admin', '/desk/admin/jobs')
  await expect(page.getByRole('table', { name: 'Processes' }).getByText('Alive')).toBeVisible()
  const words = 'Move unnamed groups'
  await expect(rowsOf(page, words)).toHaveCount(0)
  await queueBroken('regroup_unnamed', 1)
  await expect(rowsOf(page, words)).toContainText('queued with data that the job cannot read')
  await expectAccessible(page)

  const number =
    (
      await rowsOf(page, words)
        .getByText(/^job \d+/)
        .innerText()
    ).match(/\d+/)?.[0] ?? ''
  await rowsOf(page, words)
    .getByRole('button', { name: `Try again job ${number}` })
    .click()
  await expect(page.getByText('1 job is tried again from now.')).toBeVisible()
  // Its cause is not mended: it comes back under the same number.
  await expect(rowsOf(page, `job ${number}`)).toContainText('1 try')
  await rowsOf(page, words).locator('summary').click()
  await expectAccessible(page)
  await rowsOf(page, words)
    .getByRole('button', { name: `Yes, discard job ${number}` })
    .click()
  await expect(page.getByText('1 job was discarded.')).toBeVisible()
  await expect(rowsOf(page, words)).toHaveCount(0)

  await page.goto('/desk/admin/audit?type=jobs.discarded')
  await expect(page.getByText('discarded 1 failed job (regroup unnamed)')).toBeVisible()
})

test('all failed jobs of a kind are discarded at once, also without JavaScript', async ({ browser, page }) => {
  await signInAs(page, 'admin', '/desk/admin/jobs')
  await queueBroken('rename_unnamed_group', 3)
  await expect(rowsOf(page, 'Rename an unnamed group')).toHaveCount(3)
  const plain = await (
    await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  ).newPage()
  await plain.goto('/desk/admin/jobs')
  await plain.locator('summary', { hasText: 'Discard all 3: Rename an unnamed group' }).click()
  await plain.getByRole('button', { name: 'Yes, discard all 3' }).click()
  await expect(plain.getByText('3 jobs were discarded.')).toBeVisible()
  await expect(rowsOf(page, 'Rename an unnamed group')).toHaveCount(0)
})
