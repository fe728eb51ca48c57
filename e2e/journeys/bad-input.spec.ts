import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { actionOf, postAction } from '../actions'
import { problems } from '../forms'
import { signInAs } from '../personas'
import { inMarkdown } from '../rationale'

// As on a phone, where what is wrong is easily out of sight.
test.use({ viewport: { width: 390, height: 844 } })

/** An accepted claim of this test alone. */
async function freshClaim(kind: 'statistic' | 'prediction'): Promise<string> {
  const figure = String(Date.now() % 1_000_000_000)
  const sentence = `The harbour will count ${figure} boats of its own.`
  const args = ['--import', 'tsx', 'e2e/make-claim.ts', sentence, figure, 'boat', kind]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return stdout.trim()
}

/** The summary says it, has the focus and is in sight; the field says it too; the way from one to the other works. */
async function expectRefused(page: Page, field: string, words: string): Promise<void> {
  await expect(problems(page)).toContainText(words)
  await expect(problems(page)).toBeFocused()
  await expect(problems(page)).toBeInViewport()
  const place = page.locator(`[data-field="${field}"]`).filter({ hasText: words })
  await expect(place).toBeVisible()
  await problems(page).getByRole('link', { name: words }).click()
  await expect(place.locator(':focus')).toHaveCount(1)
}

test('a rationale with HTML is refused at its field', async ({ page }) => {
  await inMarkdown(page)
  await signInAs(page, 'reviewer', `/desk/claims/${await freshClaim('statistic')}`)
  await page.getByRole('button', { name: 'Start the verdict' }).click()
  const rationale = page.getByLabel('Rationale', { exact: true })
  for (const html of [
    '<script>alert(1)</script>',
    'Look <img src=x onerror=alert(1)> here.',
    '[here](javascript:alert(1))',
  ]) {
    await rationale.fill(html)
    await page.getByLabel('Summary', { exact: true }).fill('Fewer boats were counted.')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expectRefused(
      page,
      'rationale',
      html.startsWith('[') ? 'cannot be used: a link begins with' : 'HTML is not possible here',
    )
    await expect(rationale).toHaveValue(html)
  }
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.reload()
  // What was refused is kept for its writer, and nothing of it was stored.
  await page.getByRole('button', { name: 'discard it and show what is stored' }).click()
  await expect(page.getByText('Text that was not saved yet')).toHaveCount(0)
  await expect(rationale).toHaveValue('')
})

test('a source with a script for an address, or hidden overrides in its title, is refused at its field', async ({
  page,
}) => {
  await signInAs(page, 'reviewer', `/desk/claims/${await freshClaim('statistic')}`)
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await evidence.getByLabel('Excerpt').fill('Typed before the refusal.')
  await evidence.getByLabel('Title').fill('Register of boats')
  for (const [address, why] of [
    ['javascript:alert(1)', 'Only addresses that begin with http:// or https://'],
    ['data:text/html,x', 'Only addresses that begin with http:// or https://'],
    [' JaVaScRiPt:alert(1)', 'Only addresses that begin with http:// or https://'],
    ['boats', 'This is not a web address.'],
  ] as const) {
    await evidence.getByLabel('Address of the source').fill(address)
    await evidence.getByRole('button', { name: 'Add the evidence' }).click()
    await expectRefused(page, 'url', why)
    await expect(evidence.getByLabel('Excerpt')).toHaveValue('Typed before the refusal.')
  }
  await evidence.getByLabel('Title').fill('Register \u202eof boats')
  await evidence.getByRole('button', { name: 'Add the evidence' }).click()
  await expectRefused(page, 'title', 'hidden direction overrides')
  await page.reload()
  await expect(evidence.getByLabel('Excerpt')).toHaveValue('')
  await expect(evidence.getByText('Typed before the refusal.')).toHaveCount(0)
})

test('a window that ends before it begins is refused at its field', async ({ page }) => {
  await signInAs(page, 'reviewer', `/desk/predictions/${await freshClaim('prediction')}`)
  const typed = page.getByLabel('Window', { exact: true })
  await page.getByRole('textbox', { name: 'Criteria' }).fill('The register lists so many boats.')
  await typed.fill('31 Dec 2027 to 1 Jul 2027')
  for (const move of ['Save draft', 'Save and propose']) {
    await page.getByRole('button', { name: move }).click()
    await expectRefused(page, 'window', 'The window ends before it begins.')
    await expect(typed).toHaveValue('31 Dec 2027 to 1 Jul 2027')
  }
  await typed.fill('30 Feb 2027')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(problems(page)).toBeFocused()
  await expect(page.locator('[data-field=window]')).toContainText('Error:')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Criteria' })).toHaveValue('')
})

test('an outcome whose days end before they begin, or whose figure says nothing, is refused at its field', async ({
  page,
}) => {
  await signInAs(page, 'reviewer', '/desk/outcomes/new')
  const what = `The harbour counted its boats ${Date.now()}.`
  await page.getByLabel('What happened').fill(what)
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('When it happened').fill('29-27 Oct 2025')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expectRefused(page, 'days', 'ends before it begins')
  await page.getByLabel('When it happened').fill('27-29 Oct 2025')
  await page.getByRole('textbox', { name: /^Figure/ }).fill('at least 40 boats')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expectRefused(page, 'figure', 'Say what it turned out to be')
  await expect(page.getByRole('textbox', { name: /^Figure/ })).toHaveValue('at least 40 boats')
  await expect(page.getByLabel('What happened')).toHaveValue(what)
  await expect(page.getByLabel('When it happened')).toHaveValue('27-29 Oct 2025')
  await page.goto('/desk/outcomes')
  await expect(page.getByText(what)).toHaveCount(0)
})

test('lists and objects in place of texts are refused, and never as a fault', async ({ page }) => {
  const path = `/desk/claims/${await freshClaim('statistic')}`
  await signInAs(page, 'reviewer', path)
  const form = await actionOf(page.context(), path, 'evidence-form')
  const texts: Record<string, string> = {
    ...{ url: 'https://register.example/boats', title: 'Register of boats', publisherName: 'The registry' },
    ...{ kind: 'primary', retrievedOn: '2025-10-02', excerpt: 'So many boats.', stance: 'supports' },
    ...{
      note: 'It is the official count.',
      foundText: '120',
      foundValue: '120',
      archiveUrl: 'https://archive.example/b',
    },
  }
  const evidence = page.getByRole('region', { name: 'Evidence' }).getByText('It is the official count.')
  for (const name of Object.keys(texts)) {
    const others = Object.entries(texts).filter(([other]) => other !== name)
    const value = texts[name] ?? ''
    const shapes: [string, string][][] = [
      [[`${name}[]`, value]],
      [
        [name, value],
        [name, value],
      ],
      [[`${name}.not`, value]],
      [[`${name}.0`, value]],
      [
        [`${name}.__proto__.x`, value],
        [`${name}.not`, 'x'],
      ],
    ]
    for (const shape of shapes) {
      const answer = await postAction(page.context(), form, [...others, ...shape])
      expect(answer.status(), JSON.stringify(shape)).toBe(200)
      expect(await answer.text(), JSON.stringify(shape)).toContain('There is a problem')
    }
  }
  await page.goto(path)
  await expect(evidence).toHaveCount(0)
  // the same fields as plain texts are taken
  await postAction(page.context(), form, Object.entries(texts))
  await page.goto(path)
  await expect(evidence.first()).toBeVisible()
})
