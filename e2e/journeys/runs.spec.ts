import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { signInAs } from '../personas'

async function step(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'e2e/run-step.ts', ...args])
  return stdout.trim().split('\n').at(-1) ?? ''
}

/** What the run's own stream tells until it is over: pieces done, each time that they change. */
const heard = (page: Page, id: string) =>
  page.evaluate(
    (path) =>
      new Promise<number[]>((resolve) => {
        const all: number[] = []
        const source = new EventSource(path)
        source.onmessage = ({ data }) => {
          const { done, state } = JSON.parse(data)
          if (all.at(-1) !== done) all.push(done)
          if (state !== 'finished') return
          source.close()
          resolve(all)
        }
      }),
    `/desk/runs/${id}/events`,
  )

const runOf = (page: Page, label: string) => page.getByRole('listitem').filter({ hasText: label })

test('a run is watched live, cancelled, resumed and finished', async ({ page }) => {
  const label = `quay-letters-${Date.now()}.csv`
  const id = await step('start', label, '40')
  await signInAs(page, 'admin', '/desk/admin/jobs')
  const run = runOf(page, label)
  await expect(run.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0')
  await step('advance', id, '17', '3')
  await expect(run.getByText('17 done, 3 refused, of 40')).toBeVisible()
  await expect(run.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')
  await expectAccessible(page)

  await run.getByRole('button', { name: 'Cancel' }).click()
  await expect(run.getByText('Cancelled', { exact: true })).toBeVisible()
  await run.getByRole('button', { name: 'Resume' }).click()
  await expect(run.getByText('Running', { exact: true })).toBeVisible()
  const told = heard(page, id)
  await step('advance', id, '20')
  await step('finish', id)
  expect(await told).toEqual([17, 37])
  await expect(run.getByText('Finished', { exact: true })).toBeVisible()
  await expect(run.getByText('Three rows were refused.')).toBeVisible()
  await expect(run.getByRole('button')).toHaveCount(0)
})

test('where no stream comes through, a run is asked for again and again', async ({ page }) => {
  const label = `pier-letters-${Date.now()}.csv`
  const id = await step('start', label, '10')
  await page.route(/\/events$/, (route) => route.abort())
  await signInAs(page, 'admin', '/desk/admin/jobs')
  const run = runOf(page, label)
  await expect(run.getByText('0 done, of 10')).toBeVisible()
  await step('advance', id, '4')
  await expect(run.getByText('4 done, of 10')).toBeVisible()
  await step('fail', id)
  await expect(run.getByText('The file is gone.')).toBeVisible()
  await expectAccessible(page)
})

test('readers are sent to sign in, and only admins hear of the queue', async ({ page, request }) => {
  const nobody = await request.get('/desk/runs/019aa000-0000-7000-8000-000000000000/events?once=1')
  expect(nobody.url()).toContain('/sign-in')
  await signInAs(page, 'reviewer')
  expect((await page.request.get('/desk/admin/jobs/events?once=1')).status()).toBe(404)
})
