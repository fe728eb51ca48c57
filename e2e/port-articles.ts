import { expect, type Page } from '@playwright/test'

/** Articles about a port that no other test writes of, for what imports them. */

/** Another port for each run of a test, so that nothing meets what an earlier run stored. */
export const freshPort = (): string =>
  `Eastmole${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

export const sentence = (port: string): string => `The port of ${port} handled 54,000 containers in the past year`

export const titleOf = (port: string): string => `New quay for ${port}`

/** As it is copied from a page: title and paper, dateline, text, comments, footer. The day is only hinted at. */
export const copied = (port: string): string =>
  [
    `${titleOf(port)} | Quay Daily`,
    '',
    `NORHAVEN (Coastwire) - ${sentence(port)}, the harbour board said on Thursday.`,
    '',
    `Minister Lena Ostrow said the port of ${port} will open a second quay in the latter half of 2027.`,
    '',
    'About 1,200 fishing boats called at the port, a tenth fewer than the year before.',
    '',
    '© Quay Daily. All rights reserved.',
    '',
    '2 Comments',
    'Waverider',
    'They will need 90,000 containers to pay for that quay.',
    'Oldsalt',
    'Too dear, and too late for the small boats.',
  ].join('\n')

/** How many articles of this title the desk has. */
export async function expectArticles(page: Page, title: string, count: number): Promise<void> {
  await page.goto('/desk/articles')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('table').getByRole('link', { name: title, exact: true })).toHaveCount(count)
}
