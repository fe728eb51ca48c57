import { expect, test } from '@playwright/test'
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
