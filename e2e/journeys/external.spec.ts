import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { test } from '../local-site'
import { signInAs, signOut } from '../personas'

/** A word that no other run has, in letters only. */
const freshWord = (): string =>
  `Nesvik${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

async function publishVerdict(sentence: string): Promise<string> {
  const args = ['--import', 'tsx', 'e2e/publish.ts', 'verdict', sentence]
  return (await promisify(execFile)(process.execPath, args)).stdout.trim()
}

const review = (claim: string, by: string, address: string) => ({
  '@type': 'ClaimReview',
  url: address,
  author: { '@type': 'Organization', name: by, url: 'https://checks.example' },
  claimReviewed: claim,
  itemReviewed: { '@type': 'Claim', author: { name: 'Desmond Pike' } },
  reviewRating: { alternateName: 'Pants on the line' },
  datePublished: '2025-10-09',
})
const pageWith = (data: unknown): string =>
  `<!doctype html><html lang="en"><title>A check</title><script type="application/ld+json">${JSON.stringify(data)}</script><p>We looked at it.`

async function lookAtAddress(page: Page, address: string): Promise<void> {
  await page.goto('/desk/external/import')
  await page.getByLabel('Address of the fact-check, or of a feed').fill(address)
  await page.getByRole('button', { name: 'Fetch it and take a look' }).click()
}

test('what another desk ruled is brought in once, confirmed at the claim, and told to readers until it is hidden', async ({
  page,
  site,
}) => {
  test.slow()
  const word = freshWord()
  const statement = `The ${word} quay cost 41 million crowns in 2024.`
  const path = `/claims/${await publishVerdict(statement)}`
  const by = `${word} Checks`
  await signInAs(page, 'admin', '/desk/external/import')
  await expectAccessible(page)
  await lookAtAddress(page, site.put('/plain', { body: '<p>No check here.' }))
  await expect(problems(page)).toContainText('no ClaimReview in JSON-LD')
  const check = site.put('/check', { body: pageWith(review(statement, by, 'https://checks.example/quay')) })
  await lookAtAddress(page, check)
  await expect(page.getByRole('table', { name: 'Rows' })).toContainText('Pants on the line')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Store 1 new verdict' }).click()
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('dl')).toContainText(/^stored1/)
  await lookAtAddress(page, check)
  await expect(page.getByText('There is nothing new to store.')).toBeVisible()
  await signOut(page)

  await signInAs(page, 'editor', '/desk/claims')
  await page.getByRole('link', { name: statement }).first().click()
  const others = page.getByRole('region', { name: 'Others ruled' })
  await expect(others).toContainText(`${by} ruled “Pants on the line”`)
  await expect(others.getByRole('link', { name: /Read it at/ })).toHaveAttribute('rel', 'nofollow noopener noreferrer')
  await expectAccessible(page)
  await others.getByRole('button', { name: /It is the same claim/ }).click()
  await expect(others).toContainText('Readers see it.')

  const shown = page.getByRole('region', { name: 'Others ruled' })
  await expect(async () => {
    await page.goto(path)
    await expect(shown).toContainText(`${by} ruled “Pants on the line”`, { timeout: 500 })
  }).toPass({ timeout: 15_000 })
  await expectAccessible(page)
  const own = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(own.join('')).not.toContain(by)

  await page.goto(`/desk/external?q=${word}`)
  await page.getByRole('link', { name: /Where it came from/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: statement })).toBeVisible()
  await expect(page.getByRole('link', { name: statement, exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hide it' }).click()
  await expect(problems(page)).toContainText('The reason is needed.')
  await page.getByLabel('Why it should be hidden').fill('They took it off their site.')
  await page.getByRole('button', { name: 'Hide it' }).click()
  await expect(page.getByText('They took it off their site.')).toBeVisible()
  await expect(async () => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: statement })).toBeVisible()
    await expect(shown).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 15_000 })
})

test('a file tells its rows apart, and a person who may not bring anything in is told so', async ({ page }) => {
  const word = freshWord()
  const csv = [
    'Claim,Item page URL,Status,Report Published at',
    `The ${word} ferry is free,https://checkmedia.org/${word.toLowerCase()}-desk/media/1,False,2025-10-09`,
    `The ${word} ferry is red,https://checkmedia.org/${word.toLowerCase()}-desk/media/2,In Progress,`,
  ].join('\n')
  await signInAs(page, 'admin', '/desk/external/import')
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'check.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  })
  await page.getByRole('button', { name: 'Take a look at the file' }).click()
  await expect(page.getByText('Nobody has ruled on it yet (In Progress).')).toBeVisible()
  await expect(page.getByRole('table')).toContainText(`${word.toLowerCase()}-desk`)
  await signOut(page)
  await signInAs(page, 'editor', '/desk/external/import')
  await expect(page.getByText('Only admins bring in fact-checks')).toBeVisible()
})
