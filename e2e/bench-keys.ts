import { chromium, type Page } from '@playwright/test'
import { chooseChromium } from '../scripts/lib/chromium.mjs'
import { signInAs } from './personas'

// Run by scripts/bench-desk.mjs: from the key to the picture, in a browser, with a full inbox behind it.

const baseURL = process.env.BASE_URL ?? ''
const browser = await chromium.launch(await chooseChromium())

/** Milliseconds from the key to the frame after the one in which the list has changed. */
async function keyToPicture(page: Page, key: string): Promise<number> {
  // it has to listen before the key is pressed, so the promise stays in the page until then
  await page.evaluate(() => {
    const answered = new Promise<number>((resolve) => {
      let since = 0
      document.addEventListener('keydown', () => (since = performance.now()), { capture: true, once: true })
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)))
      })
      observer.observe(document.querySelector('[data-inbox]') ?? document.body, {
        ...{ childList: true, subtree: true, attributes: true, attributeFilter: ['data-current'] },
      })
    })
    Object.assign(window, { answered })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { answered: Promise<number> }).answered)
}

function tell(what: string, tookMs: number[]): void {
  tookMs.sort((a, b) => a - b)
  const at = (share: number): string =>
    `${(tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0).toFixed(1)} ms`.padStart(9)
  console.log(`${what.padEnd(44)} p50 ${at(0.5)}   p99 ${at(0.99)}   (${tookMs.length})`)
}

try {
  const page = await (await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })).newPage()
  await signInAs(page, 'reviewer', '/desk/inbox')
  const loads: number[] = []
  for (let n = 0; n < 10; n++) {
    const startedAt = performance.now()
    await (await page.request.get('/desk/inbox')).body()
    loads.push(performance.now() - startedAt)
  }
  tell('the page of the inbox, whole', loads)
  // by its first word of presence the page listens to the keyboard
  const heard = page.waitForResponse(/\/desk\/presence$/)
  await page.goto('/desk/inbox')
  await heard
  const times: Record<string, number[]> = { j: [], a: [], u: [] }
  for (let n = 0; n < 40; n++) {
    for (const key of ['j', 'a', ...(n % 4 === 3 ? ['u'] : [])]) times[key]?.push(await keyToPicture(page, key))
  }
  tell('key to picture: next (j)', times.j ?? [])
  tell('key to picture: accept (a)', times.a ?? [])
  tell('key to picture: undo (u)', times.u ?? [])
  const rejects: number[] = []
  for (let n = 0; n < 20; n++) {
    await page.keyboard.press('r')
    await page.locator('[data-pick="6"]').waitFor()
    rejects.push(await keyToPicture(page, '6'))
  }
  tell('key to picture: reject (r, then 6)', rejects)
} finally {
  await browser.close()
}
