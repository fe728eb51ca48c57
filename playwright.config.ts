import { defineConfig, devices } from '@playwright/test'
import { chooseChromium } from './scripts/lib/chromium.mjs'

const baseURL = process.env.BASE_URL
if (!baseURL) throw new Error('BASE_URL is not set. `npm run e2e` starts a server of its own and sets it.')

/** Journeys in the browser, against the server that `npm test` or `npm run e2e` started on a database of its own. */
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
    { name: 'chromium', dependencies: ['first-run'] },
  ],
})
