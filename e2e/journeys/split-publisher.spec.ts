import { expect, type Page, test } from '@playwright/test'
import { actionOf, postAction } from '../actions'
import { expectAccessible } from '../axe'
import { doneNotice, problems } from '../forms'
import { signInAs } from '../personas'
import { acceptFrom, as } from '../triage'

// One publisher that is two: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const mark = Date.now().toString(36)
const paper = `Tidewater Times ${mark}`
const evening = `Tidewater Evening ${mark}`
const stays = `Herons of Estwick ${mark}`
const goes = `Ferries of Estwick ${mark}`

const group = (publisher: string) => `Unnamed sources in ${publisher}`
const lead = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true })

async function openPublisher(page: Page, name: string): Promise<void> {
  await page.goto('/desk/publishers')
  await page.getByRole('table').getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Which groups of unnamed sources the desk knows by this publisher's name, with how many places they count. */
async function placesOfGroup(page: Page, publisher: string): Promise<string[]> {
  await page.goto(`/desk/speakers?${new URLSearchParams({ q: group(publisher) })}`)
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ hasText: group(publisher) })
  return rows.evaluateAll((all) => all.map((row) => row.querySelectorAll('td')[3]?.textContent ?? ''))
}

test('an editor looks at what moves, splits articles off and reads what was done', async ({ page, browser }) => {
  test.slow()
  const first = await acceptFrom(browser, {
    ...{ title: stays, publisher: paper },
    story: `The council of Estwick counted 4,${mark.length}11 herons in May, it said.\n\nMore of them will follow next year.`,
  })
  await first.context().close()
  const second = await acceptFrom(browser, {
    ...{ title: goes, publisher: paper, words: ['12 ferries'] },
    story: `Port officials said the town of Estwick ${mark} will buy 12 ferries by June 2027.\n\nThe mayor would not say more.`,
  })
  await second.context().close()
  expect(await signedIn(page)).toEqual(['1'])

  await openPublisher(page, paper)
  await page.getByRole('link', { name: 'Choose articles to split off' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go on with the chosen' }).click()
  await expect(problems(page)).toContainText('Choose at least one article.')
  await page.getByLabel('Words of the title, byline or address').fill('ferries')
  await page.getByRole('main').getByRole('button', { name: 'Find' }).click()
  await expect(page.getByLabel(stays)).toHaveCount(0)
  await page.getByLabel(goes).check()
  await page.getByLabel('Words of the title, byline or address').fill('')
  await page.getByRole('main').getByRole('button', { name: 'Find' }).click()
  await expect(page.getByLabel(goes)).toBeChecked()
  await expect(page.getByLabel(stays)).not.toBeChecked()
  await page.goto(`${page.url()}&article=not-an-id`)
  await expect(page.getByLabel(goes)).toBeChecked()
  await page.getByRole('button', { name: 'Go on with the chosen' }).click()
  await expect(page.getByRole('region', { name: 'What moves, and where to' })).toContainText(
    `1 article with 1 place where claims were made would count under the other publisher instead of ${paper}, and so would the unnamed sources in one of them.`,
  )
  await expectAccessible(page)

  await page.getByLabel('Reason').fill('Two papers of one name.')
  await page.getByRole('button', { name: 'Split off 1 article' }).click()
  await expect(problems(page)).toContainText('Name the other publisher')
  await expect(problems(page)).toBeFocused()
  await page.getByLabel(/^Name of the other publisher/).fill(paper.toUpperCase())
  await page.getByRole('button', { name: 'Split off 1 article' }).click()
  await expect(problems(page)).toContainText(`The articles are with ${paper} already`)
  await expect(page.getByLabel('Reason')).toHaveValue('Two papers of one name.')
  await page.getByLabel(/^Name of the other publisher/).fill(evening)
  await page.getByRole('button', { name: 'Split off 1 article' }).click()
  await expect(doneNotice(page)).toContainText(`1 article moved to ${evening}. This can be undone here.`)
  await expect(doneNotice(page)).toBeFocused()
  await expect(lead(page, '1 article')).toBeVisible()
  await expectAccessible(page)

  await openPublisher(page, evening)
  await expect(page.getByRole('link', { name: goes, exact: true })).toBeVisible()
  await expect.poll(() => placesOfGroup(page, evening)).toEqual(['1'])
  expect(await placesOfGroup(page, paper)).toEqual(['0'])

  async function signedIn(editor: Page): Promise<string[]> {
    await signInAs(editor, 'editor')
    return placesOfGroup(editor, paper)
  }
})

test('a reviewer sees the split and undoes nothing, not with a forged form either', async ({ page, browser }) => {
  await signInAs(page, 'editor')
  await openPublisher(page, paper)
  const address = new URL(page.url()).pathname
  const undo = page.getByRole('button', { name: /^Undo this split/ })
  const formId = await undo.locator('xpath=ancestor::form').getAttribute('id')
  const form = await actionOf(page.context(), address, formId ?? '')

  const reviewer = await as(browser, 'reviewer', address)
  await expect(reviewer.getByText(`1 article to ${evening}`)).toBeVisible()
  await expect(reviewer.getByRole('button', { name: /^Undo this split/ })).toHaveCount(0)
  await expect(reviewer.getByRole('link', { name: 'Choose articles to split off' })).toHaveCount(0)
  await reviewer.goto(`${address}/split`)
  await expect(reviewer.getByRole('heading', { level: 1 })).not.toContainText('Split')
  await postAction(reviewer.context(), form, [])
  await page.reload()
  await expect(undo).toBeVisible()
  await expect(lead(page, '1 article')).toBeVisible()
})

test('the undo brings back exactly what moved', async ({ page }) => {
  await signInAs(page, 'editor')
  await openPublisher(page, paper)
  await page.getByRole('button', { name: /^Undo this split/ }).click()
  await expect(doneNotice(page)).toContainText('The split is undone; 1 article moved back.')
  await expect(doneNotice(page)).toBeFocused()
  await expect(lead(page, '2 articles')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo this split/ })).toHaveCount(0)
  await expect.poll(() => placesOfGroup(page, paper)).toEqual(['1'])
  expect(await placesOfGroup(page, evening)).toEqual(['0'])
})

test('an undo is refused once an article went on', async ({ page }) => {
  await signInAs(page, 'editor')
  await openPublisher(page, paper)
  await page.getByRole('link', { name: 'Choose articles to split off' }).click()
  await page.getByLabel(goes).check()
  await page.getByRole('button', { name: 'Go on with the chosen' }).click()
  await page.getByLabel(/^Or one that is in the list/).selectOption({ label: evening })
  await page.getByLabel('Reason').fill('It was the other one after all.')
  await page.getByRole('button', { name: 'Split off 1 article' }).click()
  await expect(doneNotice(page)).toContainText(`1 article moved to ${evening}`)
  const address = page.url()

  await page.getByRole('link', { name: evening, exact: true }).click()
  await page.getByRole('link', { name: `Details of ${goes}` }).click()
  await page.getByLabel('Publisher', { exact: true }).selectOption({ label: paper })
  await page.getByRole('region', { name: 'Details' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(address)
  await page.getByRole('button', { name: /^Undo this split/ }).click()
  await expect(problems(page)).toContainText('1 of the 1 articles went on')
  await expect(problems(page)).toBeFocused()
})
