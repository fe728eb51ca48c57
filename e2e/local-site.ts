import { test as base } from '@playwright/test'
import { type LocalSite, startLocalSite } from '../lib/testing/local-site'

/** A test with a web site of its own on loopback, which the app under test may fetch from (FETCH_ALLOW). */
export const test = base.extend<{ site: LocalSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  site: async ({}, use) => {
    const site = await startLocalSite()
    await use(site)
    await site.stop()
  },
})
