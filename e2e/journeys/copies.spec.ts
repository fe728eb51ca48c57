import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../axe'
import { acceptFrom, as } from '../triage'

/** Another port for each run of a test, so that nothing meets what an earlier run stored. */
const freshPort = (): string =>
  `Copyhaven${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => 'qwrtpsdfgh'.charAt(Number(digit)))}`

const paragraphs = (port: string): string[] => [
  `The port of ${port} handled 54,000 containers in 2024, a tenth more than in the year before the storm.`,
  `Minister Lena Ostrow said the port of ${port} will open a second quay in the latter half of 2027, once the old basin is dredged.`,
  `About 1,200 fishing boats called at ${port} last year, and most of them came from the villages of the northern coast.`,
]
/** Says the place so often that the texts of two runs are no copies of each other. */
const tramStory = (port: string): string[] => [
  `The ${port} tram carried 31,000 passengers a day in 2024, ${port} council said, and ${port} drivers were proud of it.`,
  `Councillor Ivo Brandt of ${port} said the ${port} depot will get a second track in ${port} by the end of 2027.`,
  `In ${port} about 1,200 tickets were sold by ${port} kiosks each morning, the ${port} auditor of ${port} counted.`,
]
const textOf = (list: string[]): string => list.join('\n\n')
const candidate = (page: Page, words: string) => page.locator('[data-candidate]', { hasText: words })

test('of a changed text what was decided is carried, what it says no more is told, and the versions are compared', async ({
  browser,
}) => {
  test.slow()
  const port = freshPort()
  const title = `Boats of ${port}`
  const [containers = '', quay = '', boats = ''] = paragraphs(port)
  const desk = await acceptFrom(browser, {
    ...{ story: textOf(paragraphs(port)), title, publisher: 'Quay Daily' },
    words: ['54,000', '1,200'],
  })
  const articleId = new URL(desk.url()).pathname.split('/').at(-1) ?? ''

  const admin = await as(browser, 'admin', `/desk/articles/import?article=${articleId}`)
  await admin
    .getByLabel('Text of the article')
    .fill(textOf(['A storm came over the coast at night.', containers, quay.replace('second quay', 'third quay')]))
  await admin.getByRole('button', { name: 'Show what is understood' }).click()
  await admin.getByRole('button', { name: 'Add this version' }).click()
  await expect(admin.getByText('Added as a new version', { exact: true })).toBeVisible()

  await desk.goto(`/desk/articles/${articleId}`)
  await expect(candidate(desk, 'third quay')).toBeVisible({ timeout: 20_000 })
  await desk.goto(`/desk/articles/${articleId}`)
  const carried = candidate(desk, '54,000')
  await expect(carried).toHaveAttribute('data-state', 'accepted')
  await expect(carried).toContainText('since version 1')
  await expect(desk.locator('[data-mark]').filter({ hasText: '54,000' })).toBeVisible()
  const gone = desk.getByRole('region', { name: 'No longer in the text' })
  await expect(gone).toContainText('1,200 fishing boats')
  await expectAccessible(desk)
  await carried.getByRole('link').first().click()
  await expect(desk.getByText('Accepted by Ada Marsh')).toBeVisible()
  await expect(desk).not.toHaveURL(/version=/)
  await gone
    .getByRole('listitem')
    .filter({ hasText: '1,200' })
    .getByRole('link', { name: /^version 1/ })
    .click()
  await expect(desk.getByText('An earlier version of the text')).toBeVisible()
  await expect(candidate(desk, '1,200')).toHaveAttribute('data-state', 'accepted')

  await desk.getByRole('link', { name: 'what changed since' }).click()
  await expect(desk.getByRole('heading', { name: 'From version 1 to 2' })).toBeVisible()
  await expect(desk.getByText('4 paragraphs: 1 rewritten, 1 added, 1 removed, 1 unchanged.')).toBeVisible()
  await expect(desk.locator('del', { hasText: 'second' })).toBeVisible()
  await expect(desk.locator('ins', { hasText: 'third' })).toBeVisible()
  await expect(desk.getByText(boats)).toBeVisible()
  await expect(desk.getByText(containers)).toBeHidden()
  await desk.getByText('1 unchanged paragraph', { exact: true }).focus()
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(containers)).toBeVisible()
  await expectAccessible(desk)
  await desk.getByLabel('Earlier version').selectOption({ index: 0 })
  await desk.getByRole('button', { name: 'Compare' }).click()
  await expect(desk.getByText('The two read the same')).toBeVisible()
})

test('a copy is shown as one story, its claims are taken over by a key and all at once, and an editor takes it out', async ({
  browser,
}) => {
  test.slow()
  const port = freshPort()
  const [title, copyTitle] = [`Trams of ${port}`, `${port} and its trams`]
  const words = ['31,000', 'second track', '1,200']
  const first = await acceptFrom(browser, { story: textOf(tramStory(port)), title, publisher: 'Quay Daily', words })
  const desk = await acceptFrom(browser, {
    story: textOf(['From our wire service.', ...tramStory(port)]),
    ...{ title: copyTitle, publisher: 'Coast Post' },
  })
  await expect(candidate(desk, '31,000')).toBeVisible({ timeout: 20_000 })
  await expect(async () => {
    await desk.reload()
    await expect(desk.getByRole('link', { name: 'Also in 1 other publication' })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  const head = desk.getByRole('banner').or(desk.getByRole('main'))
  await expect(head.getByText('first in Quay Daily')).toBeVisible()

  const offer = desk.getByRole('region', { name: 'Copy of the same story' })
  await expect(offer).toContainText('3 candidates say word for word')
  const copied = candidate(desk, '31,000')
  await expect(copied).toContainText('copy of a known claim')
  await copied.getByRole('link').first().click()
  await expect(desk.getByRole('button', { name: /Same claim as there/ })).toBeVisible()
  await expectAccessible(desk)
  await desk.keyboard.press('t')
  await expect(copied).toHaveAttribute('data-state', 'merged')
  await offer.getByRole('button', { name: 'Take all 2 over' }).click()
  await expect(offer).toBeHidden()
  for (const said of words) await expect(candidate(desk, said)).toHaveAttribute('data-state', 'merged')

  await first.goto('/desk/articles')
  await expect(first.getByRole('row').filter({ hasText: copyTitle })).toContainText('first in Quay Daily')
  await expect(first.getByRole('row').filter({ hasText: title })).toContainText('first here')

  const editor = await as(browser, 'editor', '/desk/articles')
  await editor
    .getByRole('row')
    .filter({ hasText: copyTitle })
    .getByRole('link', { name: /^Details/ })
    .click()
  await expect(editor.locator('[data-story]').getByRole('listitem')).toHaveCount(2)
  const address = editor.url()
  await editor.getByText('Take this article out of the story').click()
  await editor.getByRole('button', { name: 'Take it out' }).click()
  await expect(editor.getByText('The reason is needed.').first()).toBeVisible()
  await expectAccessible(editor)
  await editor.getByLabel('Why is it not a copy?').fill('Own reporting.')
  await editor.getByRole('button', { name: 'Take it out' }).click()
  await expect(editor.locator('[data-story]')).toHaveCount(0)
  await editor.goto('/desk/articles')
  await expect(editor.getByRole('row').filter({ hasText: copyTitle })).not.toContainText('first in')

  await editor.goto(address)
  await editor.getByText('Link another article by hand').click()
  await editor.getByLabel('Address of the other article').fill(first.url())
  await editor.getByRole('button', { name: 'Link as one story' }).click()
  await expect(editor.getByText('No article here has this address.').first()).toBeVisible()
  await first.getByRole('link', { name: title, exact: true }).click()
  await expect(first.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await editor.getByLabel('Address of the other article').fill(first.url())
  await editor.getByRole('button', { name: 'Link as one story' }).click()
  await expect(editor.locator('[data-story]').getByRole('listitem')).toHaveCount(2)
  await expect(editor.locator('[data-story]')).toContainText('linked by Ben Okafor')
})
