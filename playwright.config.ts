import { defineConfig, devices } from '@playwright/test'
import { chooseChromium } from './scripts/lib/chromium.mjs'

const baseURL = process.env.BASE_URL
const demoURL = process.env.DEMO_URL
if (!baseURL || !demoURL)
  throw new Error('BASE_URL and DEMO_URL are not set. `npm run e2e` starts servers of its own and sets them.')

/** What is looked at in the demo, which has something on every page; it is only read there. */
const ON_DEMO = ['journeys/demo.spec.ts', 'access/*.spec.ts']

/** What reads articles that are no part of the project: only where SHARED says where they lie. */
const ON_SHARED = 'shared/*.spec.ts'

/** What changes the rules of the whole desk, after all others; asked for by name, it does not wait for them. */
const ALONE = 'alone/*.spec.ts'
const isAloneAsked = process.argv.some((argument) => argument.includes('e2e/alone'))

/** Journeys in the browser, against the servers that `npm test` or `npm run e2e` started, each on a database of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  // A journey that passes at the second try only has found a fault.
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? ([['json']] as const) : [])],
  use: {
    baseURL,
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(await chooseChromium()),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    // The database is empty at first: the newsroom is opened in the browser, and the people of the journeys are made.
    { name: 'first-run', testMatch: 'first-run.setup.ts' },
    { name: 'chromium', dependencies: ['first-run'], testIgnore: [...ON_DEMO, ALONE, ON_SHARED] },
    // One after the other: each changes the rules of the same desk.
    { name: 'alone', workers: 1, dependencies: [isAloneAsked ? 'first-run' : 'chromium'], testMatch: ALONE },
    ...(process.env.SHARED ? [{ name: 'shared', dependencies: ['first-run'], testMatch: ON_SHARED }] : []),
    { name: 'demo', testMatch: ON_DEMO, use: { baseURL: demoURL } },
  ],
})
