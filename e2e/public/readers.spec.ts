import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../axe'

let count = 0
/** A word that no other test of the run has. */
const freshWord = () => `Reader${Date.now().toString(36)}${++count}`

/** Makes something through the commands, in a process of its own; answers its slug. */
async function publish(what: 'accepted' | 'verdict' | 'prediction', sentence: string): Promise<string> {
  const args = ['--import', 'tsx', 'e2e/publish.ts', what, sentence]
  return (await promisify(execFile)(process.execPath, args)).stdout.trim()
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a verdict by its words, reads it with its evidence, and goes on to the predictions', async ({
    page,
  }) => {
    const word = freshWord()
    const statement = `The ${word} harbour has 9,140 berths.`
    const prediction = `The ${word} ferry will sail in November.`
    await publish('verdict', statement)
    await publish('prediction', prediction)

    await expect(async () => {
      await page.goto('/')
      await page.getByLabel('Search what was claimed').fill(word.toLowerCase())
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByRole('heading', { name: `2 claims for “${word.toLowerCase()}”` })).toBeVisible({
        timeout: 500,
      })
    }).toPass({ timeout: 15_000 })

    await page.getByRole('link', { name: statement }).click()
    await expect(page.getByRole('heading', { level: 1, name: statement })).toBeVisible()
    await expect(page.getByText('Mostly false', { exact: true })).toBeVisible()
    await expect(page.getByText(/^Published .* by Ada Marsh, approved by Ben Okafor$/)).toBeVisible()
    const evidence = page.getByRole('region', { name: 'The evidence' })
    await expect(evidence.getByText('Refutes')).toBeVisible()
    await expect(evidence.getByRole('link', { name: 'Harbour register' })).toHaveAttribute(
      'href',
      /^https:\/\/register/,
    )
    await expect(page.getByRole('region', { name: 'Where it was said' }).getByRole('blockquote')).toContainText(word)
    // the rest of the article stays the publisher's
    await expect(page.getByText('It will meet again.')).toHaveCount(0)

    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Predictions' }).click()
    await page.getByRole('link', { name: prediction }).click()
    await expect(page.getByRole('heading', { level: 1, name: prediction })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Said 1 Oct 2025; due Nov 2025/ })).toBeVisible()
    await expect(page.getByText('stands for 95 %', { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: 'What counts' })).toContainText('The ferry carries passengers.')
  })

  test('a search that finds nothing, and one that is too long, keep what was typed', async ({ page }) => {
    await page.goto('/search?q=qwertyuiopasdf')
    await expect(page.getByText('Nothing published speaks of “qwertyuiopasdf”.')).toBeVisible()
    await page.getByLabel('Search what was claimed').fill('harbour '.repeat(40))
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByText(/at most 200 characters/)).toBeVisible()
    await expect(page.getByLabel('Search what was claimed')).toHaveValue(/^harbour harbour/)
  })
})

test('what another process publishes shows within five seconds on a page that came from the cache', async ({
  page,
}) => {
  // other journeys publish at the same time, and each begins a new edition
  await expect(async () => {
    expect((await page.request.get('/claims')).headers()['x-nextjs-cache']).toBe('HIT')
  }).toPass({ intervals: [0, 100] })
  const word = freshWord()
  await publish('verdict', `The ${word} pier is 410 metres long.`)
  const publishedAt = Date.now()
  await expect(async () => {
    expect(await (await page.request.get('/claims')).text()).toContain(word)
  }).toPass({ intervals: [200], timeout: 5000 })
  expect(Date.now() - publishedAt).toBeLessThan(5000)
})

test('what is not published is not found, and looks like what never was', async ({ page }) => {
  const slug = await publish('accepted', `The ${freshWord()} quay has 12 cranes.`)
  for (const path of [`/claims/${slug}`, `/predictions/${slug}`, `/claims/${slug}/versions/1`, '/claims/never-was']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  }
})

test('a prediction among the claims, and a claim among the predictions, lead to their own address for good', async ({
  request,
}) => {
  const word = freshWord()
  const claim = await publish('verdict', `The ${word} mole was built by 90 people.`)
  const prediction = await publish('prediction', `The ${word} mole will be lengthened.`)
  for (const [from, to] of [
    [`/claims/${prediction}`, `/predictions/${prediction}`],
    [`/predictions/${claim}`, `/claims/${claim}`],
  ] as const) {
    const response = await request.get(from, { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    expect(response.headersArray().filter(({ name }) => name.toLowerCase() === 'location')).toHaveLength(1)
    expect(new URL(response.headers().location ?? '', response.url()).pathname).toBe(to)
  }
})

test('a verdict carries one ClaimReview for search engines', async ({ page }) => {
  const word = freshWord()
  const slug = await publish('verdict', `The ${word} dock holds 12 ships.`)
  await page.goto(`/claims/${slug}`)
  const scripts = page.locator('script[type="application/ld+json"]')
  await expect(scripts).toHaveCount(1)
  const review = JSON.parse((await scripts.textContent()) ?? '')
  expect(review).toMatchObject({
    '@type': 'ClaimReview',
    url: page.url(),
    claimReviewed: expect.stringContaining(word),
    reviewRating: { alternateName: 'Mostly false', ratingValue: 2, bestRating: 5, worstRating: 1 },
    itemReviewed: { '@type': 'Claim', author: { '@type': 'Person' } },
  })
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', page.url())
})

test('addresses that no page has are refused without a fault', async ({ request }) => {
  for (const path of [
    '/claims/%00',
    '/claims/%ff',
    '/predictions/x%0Ay',
    '/claims/x/versions/0',
    '/~12345678-1-20260101',
  ])
    expect((await request.get(path)).status(), path).toBe(404)
  for (const path of ['/search?q=%00', '/search?q=a&q=b', '/predictions?after=2025-02-31.x', '/claims?before=1.x'])
    expect((await request.get(path)).status(), path).toBe(200)
})

test('the pages of readers are accessible, light and dark, wide and narrow', async ({ page }) => {
  test.slow()
  const word = freshWord()
  const claim = await publish('verdict', `The ${word} lock is 31 metres wide.`)
  const prediction = await publish('prediction', `The ${word} lock will be widened.`)
  for (const path of [
    ...['/', '/claims', '/predictions', '/predictions?view=resolved', `/search?q=${word}`, '/nowhere'],
    ...[`/claims/${claim}`, `/claims/${claim}/versions/1`, `/predictions/${prediction}`],
  ]) {
    await page.goto(path)
    await expectAccessible(page)
  }
})
