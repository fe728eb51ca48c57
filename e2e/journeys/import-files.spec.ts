import { expect, test } from '@playwright/test'
import { docxEntries, makeDocx, makePdf, makeZip, pdfColumn } from '@/lib/testing/documents'
import { expectAccessible } from '../axe'
import { problems } from '../forms'
import { signInAs } from '../personas'
import { copied, expectArticles, freshPort, sentence, titleOf } from '../port-articles'

const REFUSALS = {
  'picture.txt': 'It is a picture',
  'program.txt': 'It is a program',
  'nothing.txt': 'The file is empty.',
  'large.txt': 'It is larger than 25 MB.',
  'locked.pdf': 'It is locked with a password.',
  'bomb.docx': 'It unpacks to far more than any article',
  'deep.html': 'nested deeper than any article',
}
const BOMB = 'a'.repeat(80_000_000)

const report = (port: string): string[] => [
  `${sentence(port)}, the harbour`,
  'board said on Thursday. About 1,200 fishing boats called at the port, a',
  'tenth fewer than the year before. A second quay will open in 2027.',
]

const pageOf = (port: string): string =>
  `<!doctype html><title>${titleOf(port)}</title><nav><a href="/">Home</a></nav><article><h1>${titleOf(port)}</h1>
  <p>${sentence(port)}, the harbour board said on Thursday.</p><p>About 1,200 fishing boats called at the port.</p></article>`

test('of several files the good ones are imported, the others refused with the reason', async ({ page }) => {
  const [port, other] = [freshPort(), `${freshPort()}a`]
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer })
  await signInAs(page, 'admin', '/desk/articles/import/files')
  await page.getByRole('button', { name: 'Import the files' }).click()
  await expect(problems(page)).toContainText('Choose at least one file.')
  await expect(problems(page)).toBeFocused()
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([
      file('quay.txt', Buffer.from(copied(port))),
      file('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])),
      file('program.txt', Buffer.from(`MZ\0\0${'\x01\x02'.repeat(400)}`)),
      file('latin.txt', Buffer.from(`${copied(port)}\nDas Hafenbüro schließt.`, 'latin1')),
      file('nothing.txt', Buffer.alloc(0)),
      file('large.txt', Buffer.alloc(25_000_001, `${sentence(port)}. `)),
      file('second.pdf', Buffer.from(copied(other))),
      file('report.pdf', Buffer.from(makePdf([pdfColumn(report(`${port}b`), { x: 60, y: 700 })]))),
      file('locked.pdf', Buffer.from(makePdf([pdfColumn(report(port), { x: 60, y: 700 })], { isLocked: true }))),
      file('notes.docx', Buffer.from(makeDocx(titleOf(`${port}c`), report(`${port}c`)))),
      file('bomb.docx', Buffer.from(makeZip([...docxEntries(null, []), { name: 'word/comments.xml', content: BOMB }]))),
      file('page.txt', Buffer.from(pageOf(`${port}d`))),
      file('deep.html', Buffer.from(`<html>${'<div>'.repeat(50_000)}`)),
    ])
  await page.getByRole('button', { name: 'Import the files' }).click()
  await expect(page.getByText('13 of 13 done, 7 refused.')).toBeVisible({ timeout: 40_000 })
  await expect(problems(page)).toHaveCount(0)
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('quay.txt')).toContainText('Imported')
  await expect(row('second.pdf').getByRole('link', { name: `New quay for ${other}` })).toBeVisible()
  await expect(row('latin.txt').getByRole('link', { name: titleOf(port) })).toBeVisible()
  for (const name of ['report.pdf', 'notes.docx', 'page.txt']) await expect(row(name)).toContainText('Imported')
  await expect(row('page.txt').getByRole('link', { name: titleOf(`${port}d`) })).toBeVisible()
  for (const [name, words] of Object.entries(REFUSALS)) await expect(row(name)).toContainText(words)
  await expectAccessible(page)
  await expectArticles(page, titleOf(port), 1)
})

test('files that are dropped on the form are chosen', async ({ page }) => {
  const port = freshPort()
  await signInAs(page, 'admin', '/desk/articles/import/files')
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'dropped.txt', { type: 'text/plain' }))
    return transfer
  }, copied(port))
  const frame = page.getByRole('group', { name: 'Choose files, or drop them here' })
  await frame.dispatchEvent('drop', { dataTransfer: dropped })
  await page.getByRole('button', { name: 'Import the files' }).click()
  await expect(page.getByText('1 of 1 done, 0 refused.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('row').filter({ hasText: 'dropped.txt' })).toContainText('Imported')
})
