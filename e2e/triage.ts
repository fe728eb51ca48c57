import { type Browser, expect, type Page } from '@playwright/test'
import { signInAs, type Who } from './personas'

/** Somebody in a browser of their own. */
export async function as(browser: Browser, who: Who, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

/** An article, and words of the candidates in it that are accepted. */
type Story = { story: string; title: string; publisher: string; words?: string[] }

/**
 * Imports a text as the admin and accepts, as a reviewer, the candidate with each of the words as it is proposed. The reviewer's
 * page is open at the article.
 */
export async function acceptFrom(browser: Browser, { story, title, publisher, words = [] }: Story): Promise<Page> {
  const admin = await as(browser, 'admin', '/desk/articles/import')
  await admin.getByLabel('Text of the article').fill(story)
  await admin.getByLabel(/^Title/).fill(title)
  await admin.getByLabel(/^Publisher \(/).fill(publisher)
  await admin.getByLabel('Published on').fill('2025-10-02')
  await admin.getByRole('button', { name: 'Show what is understood' }).click()
  await admin.getByRole('button', { name: 'Import this article' }).click()
  await expect(admin.getByText('Its claims are being extracted')).toBeVisible()
  await admin.context().close()

  const reviewer = await as(browser, 'reviewer', '/desk/articles')
  await reviewer.getByRole('link', { name: title, exact: true }).click()
  for (const said of words) {
    const candidate = reviewer.locator('[data-candidate]', { hasText: said })
    await candidate.getByRole('link').first().click({ timeout: 20_000 })
    await reviewer.getByRole('link', { name: 'Accept' }).click()
    await reviewer.getByRole('button', { name: 'Accept as a new claim' }).click()
    await expect(candidate).toHaveAttribute('data-state', 'accepted')
  }
  return reviewer
}
