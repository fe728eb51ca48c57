import { expect, test } from '@playwright/test'
import { bareShares } from '@/lib/testing/shares'
import { DEMO_PEOPLE, signInToDemo } from '../demo-people'

test('every page of the demo says that it is one, and asks not to be indexed', async ({ page }) => {
  for (const path of ['/', '/claims', '/predictions', '/methodology', '/sign-in']) {
    await page.goto(path)
    await expect(page.getByText('invented people, publishers and articles'), path).toBeVisible()
    await expect(page.getByText('npm run newsroom'), path).toBeVisible()
    await expect(page.locator('meta[name="robots"]'), path).toHaveAttribute('content', /noindex/)
  }
})

test('readers meet a living newsroom: verdicts, what falls due, and how it held up', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Latest verdicts' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Predictions falling due' })).toBeVisible()
  await expect(
    page
      .getByText(/overdue since/i)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await expect(
    page
      .getByText(/held up of n = \d+/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
})

for (const person of DEMO_PEOPLE) {
  test(`${person.name} (${person.role}) signs in and lands at the desk`, async ({ page }) => {
    await page.goto('/sign-in')
    await signInToDemo(page, person)
    await expect(page).toHaveURL(/\/desk$/)
    await expect(page.getByRole('banner').getByText(person.name, { exact: true }).first()).toBeVisible()
    await expect(page.getByText('invented people, publishers and articles')).toBeVisible()
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  })
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader goes from the phrases to one of them, to its picture as a table, and to the list behind a figure', async ({
    page,
  }) => {
    await page.goto('/phrases')
    await expect(page.getByRole('img', { name: /^Of \d+ phrases with at least 5 outcomes/ })).toBeVisible()
    await page.getByRole('table').getByRole('link', { name: '“plans to”' }).first().click()
    await expect(page.getByText('When the news says “plans to”, it happened as said 3 of 5 times.')).toBeVisible()
    await expect(page.getByText(/“plans to” stands for 70 % here; with n = 5, luck alone/)).toBeVisible()
    await expect(page.getByRole('img', { name: /^(Said .*){5}/ })).toBeVisible()
    const table = page.getByRole('table', { name: 'Predictions by when their window closes and how they ended' })
    await expect(table).toBeHidden()
    await page.getByText('The figures as a table').first().click()
    await expect(table.getByRole('row', { name: 'All 3 1 1' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Who says it' })).toContainText('Strait Business Weekly')
    await page.getByRole('link', { name: '5 predictions that are counted' }).click()
    await expect(page).toHaveURL(/\/predictions\?phrase=plans-to&standing=counted$/)
    await expect(page.getByRole('main').getByRole('link', { name: /by \w+ \d{4}$/ })).toHaveCount(5)
  })

  test('no page says a share without its interval and what it is counted over', async ({ page }) => {
    const paths = new Set(['/', '/phrases'])
    for (const index of ['/speakers', '/publishers', '/phrases', '/topics']) {
      await page.goto(index)
      for (const link of await page.getByRole('main').locator(`a[href^="${index}/"]`).all())
        paths.add(String(await link.getAttribute('href')))
    }
    expect(paths.size).toBeGreaterThan(30)
    let shares = 0
    for (const path of paths) {
      const html = await (await page.request.get(path)).text()
      shares += html.match(/ data-interval/g)?.length ?? 0
      expect.soft(bareShares(html), path).toEqual([])
    }
    expect(shares).toBeGreaterThan(3)
  })

  test('the tables of the pictures stand open on paper, and nothing of the navigation', async ({ page }) => {
    await page.goto('/publishers/strait-business-weekly')
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    for (const name of ['Predictions by when their window closes and how they ended', /^What words stand for/])
      await expect(page.getByRole('table', { name })).toBeVisible()
    await expect(page.getByText('The figures as a table').first()).toBeHidden()
    await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden()
  })

  test('whoever has too few outcomes has no rate, and why is said', async ({ page }) => {
    await page.goto('/speakers/desmond-pike')
    await expect(page.getByText(/too few for a rate, which is shown from 5\./)).toBeVisible()
    await expect(page.locator('[data-interval]')).toHaveCount(0)
    await expect(page.locator('[data-plot="calibration"]')).toHaveCount(0)
  })

  test('what a publisher reports of others is no record of its own', async ({ page }) => {
    await page.goto('/publishers/the-harbor-courier')
    const reported = page.getByRole('region', { name: 'By people it named' })
    await expect(reported).toContainText('no rate of this publisher follows from them')
    await expect(reported.locator('[data-interval]')).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'In its own voice' }).locator('[data-interval]')).toHaveCount(1)
  })
})
