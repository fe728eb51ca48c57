import fs from 'node:fs'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { ALL_LOOKS, expectAccessible } from '../axe'
import { type DemoRole, demoPerson, signInToDemo } from '../demo-people'
import { LOOKED_AT_ELSEWHERE, VISITS, type Way } from './routes'

type Session = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** Everybody signs in once per worker: what is looked at here is not the signing in. */
const test = base.extend<{ pageOf: (role: DemoRole | 'reader') => Promise<Page> }, { sessions: Map<string, Session> }>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await use(new Map())
    },
    { scope: 'worker' },
  ],
  pageOf: async ({ browser, baseURL, sessions }, use) => {
    const opened: Page[] = []
    await use(async (role) => {
      const known = sessions.get(role)
      const context = await browser.newContext({ baseURL, storageState: known })
      const page = await context.newPage()
      opened.push(page)
      if (role === 'reader' || known) return page
      await page.goto('/sign-in')
      await signInToDemo(page, demoPerson(role))
      await expect(page).toHaveURL(/\/desk$/)
      sessions.set(role, await context.storageState())
      return page
    })
    for (const page of opened) await page.context().close()
  },
})

async function goTo(page: Page, way: Way): Promise<void> {
  if (typeof way === 'string') {
    await page.goto(way)
    return
  }
  await page.goto(way.from)
  const links = page.getByRole('main').locator('a').filter({ hasText: way.says })
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const path = paths.find((one) => way.link.test(one))
  expect(path, `${way.from} links to ${way.link}${way.says ? ` saying ${way.says}` : ''}`).toBeDefined()
  await page.goto(`${path}${way.below ?? ''}`)
}

for (const { route, as, state, at } of VISITS) {
  test(`${route}${state ? `, ${state},` : ''} for ${as === 'reader' ? 'readers' : `the ${as}`}`, async ({ pageOf }) => {
    const page = await pageOf(as)
    await goTo(page, at)
    await expect(page.getByRole('main')).toBeVisible()
    await expectAccessible(page, ALL_LOOKS)
  })
}

/** "app/(desk)/desk/claims/[id]/page.tsx" -> "/desk/claims/[id]" */
const routeOf = (file: string): string =>
  `/${file
    .split('/')
    .slice(0, -1)
    .filter((part) => !/^\(.*\)$/.test(part) && part !== '[edition]')
    .join('/')}`

base('every page of the app is looked at', () => {
  const app = new URL('../../app/', import.meta.url)
  const files = fs.readdirSync(app, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  const routes = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map(routeOf)
  const looked = [...VISITS.map(({ route }) => route), ...Object.keys(LOOKED_AT_ELSEWHERE)]
  expect([...new Set(looked)].sort()).toEqual([...new Set(routes)].sort())
  for (const file of Object.values(LOOKED_AT_ELSEWHERE))
    expect(fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toContain('expectAccessible(page)')
})
