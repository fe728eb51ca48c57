import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { persona, signInAs } from '../personas'

test('a claim is taken by one person, seen as taken by another, handed over, and listed as mine', async ({
  page,
  browser,
}) => {
  const figure = String(Date.now() % 1_000_000_000)
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', `The shipyard counted ${figure} boats.`, figure, 'boat']
  const path = `/desk/claims/${(await promisify(execFile)(process.execPath, args)).stdout.trim()}`
  const ben = await (await browser.newContext()).newPage()
  await signInAs(ben, 'editor', path)
  await signInAs(page, 'reviewer', path)
  await page.getByRole('button', { name: 'Take it' }).click()
  await expect(page.getByText(`${persona('reviewer').name} (you)`)).toBeVisible()
  await expectAccessible(page)

  await ben.getByRole('button', { name: 'Take it' }).click()
  await expect(problems(ben)).toContainText(`assigned to ${persona('reviewer').name}`)

  await page.getByLabel('Person').selectOption(persona('editor').name)
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(page.getByText(`Assigned to ${persona('editor').name}.`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    `assigned the claim to ${persona('editor').name}`,
  )
  await ben.goto('/desk/claims?view=mine')
  const row = ben.getByRole('listitem').filter({ has: ben.locator(`a[href="${path}"]`) })
  await expect(row).toContainText(`Assigned to ${persona('editor').name}`)
  await expectAccessible(ben)
  await ben.goto(path)
  await ben.getByRole('button', { name: 'Give it back' }).click()
  await expect(ben.getByText('Assigned to nobody now.')).toBeVisible()
  await ben.goto('/desk/claims?view=mine')
  await expect(ben.locator(`a[href="${path}"]`)).toHaveCount(0)
  await ben.context().close()
})
