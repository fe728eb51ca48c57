import os from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import pg from 'pg'
import { contextOf, systemActor } from '@/lib/core/context'
import { disconnect } from '@/lib/platform/db'
import { scoreLedger } from '@/lib/predictions/commands/scoring'
import { chooseChromium } from '../scripts/lib/chromium.mjs'
import { type BenchPage, pagesOf } from './bench-ledger-pages'
import { signInAs } from './personas'

// Run by scripts/bench-ledger.mjs: every page of the ledger of a simulated newsroom, made anew each time.

const { values } = parseArgs({ options: { rounds: { type: 'string' }, only: { type: 'string' } } })
const baseURL = process.env.BASE_URL ?? ''
const rounds = Number(values.rounds)
/** The first requests of a process load its code. */
const WARM_UP = 2
const TARGET_MS = 150
/** The server asks for the edition once a second. */
const EDITION_AGE_MS = 1200

type Measured = { tookMs: number; status: number; bytes: number; wasCached: boolean }

const owner = new pg.Client({ connectionString: process.env.MIGRATE_URL })
await owner.connect()
const browser = await chromium.launch(await chooseChromium())

const scoringMs: number[] = []

/** Under the next edition no page has been made yet. What the worker computes of it, it has computed. */
async function turnOver(): Promise<void> {
  await owner.query('UPDATE edition SET version = version + 1, moved_at = now()')
  const startedAt = performance.now()
  await scoreLedger(contextOf(systemActor('bench'), new Date()))
  scoringMs.push(performance.now() - startedAt)
  await new Promise((resolve) => setTimeout(resolve, EDITION_AGE_MS))
}

async function cookies(): Promise<string> {
  const context = await browser.newContext({ baseURL })
  await signInAs(await context.newPage(), 'both', '/desk/predictions')
  const kept = await context.cookies()
  await context.close()
  return kept.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function ask({ path, isDesk }: BenchPage, cookie: string): Promise<Measured> {
  const startedAt = performance.now()
  const response = await fetch(`${baseURL}${path}`, { redirect: 'manual', headers: isDesk ? { cookie } : {} })
  const bytes = (await response.arrayBuffer()).byteLength
  const tookMs = performance.now() - startedAt
  return { tookMs, status: response.status, bytes, wasCached: response.headers.get('x-nextjs-cache') === 'HIT' }
}

const median = (numbers: readonly number[], share = 0.5): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? Number.NaN

const inMs = (tookMs: number): string => `${tookMs.toFixed(0).padStart(5)} ms`

function tell(page: BenchPage, measured: readonly Measured[], bareMs: number): void {
  const times = measured.map(({ tookMs }) => tookMs)
  const [p50, p95, least] = [median(times), median(times, 0.95), Math.min(...times)]
  const kilobytes = `${Math.round(median(measured.map(({ bytes }) => bytes)) / 1024)} kB`
  const status = measured.find((one) => one.status !== 200)?.status
  const remarks = [
    ...(p50 > TARGET_MS ? [`over ${TARGET_MS} ms`] : []),
    ...(status === undefined ? [] : [`answers ${status}`]),
    ...(measured.some(({ wasCached }) => wasCached) ? ['came from the cache'] : []),
  ]
  const spread = `p50 ${inMs(p50)}  p95 ${inMs(p95)}  least ${inMs(least)}`
  const ratio = `${(p50 / bareMs).toFixed(1).padStart(5)} x bare`
  console.log(`${page.name.padEnd(46)} ${spread}  ${ratio}  ${kilobytes.padStart(7)}  ${remarks.join(', ')}`.trimEnd())
}

try {
  const cookie = await cookies()
  const bare: BenchPage = { name: 'a bare page (about)', path: '/about', isDesk: false }
  const wanted = (await pagesOf(owner)).filter(({ name }) => name.includes(values.only ?? ''))
  const pages = [bare, ...wanted]
  const measured = new Map<BenchPage, Measured[]>(pages.map((page) => [page, []]))
  const loadBefore = os.loadavg()[0] ?? 0
  for (let round = -WARM_UP; round < rounds; round++) {
    await turnOver()
    for (const page of pages) {
      const one = await ask(page, cookie)
      if (round >= 0) measured.get(page)?.push(one)
    }
  }
  const load = `load ${loadBefore.toFixed(1)} before, ${(os.loadavg()[0] ?? 0).toFixed(1)} after`
  console.log(
    `${rounds} rounds, each page once a round under an edition of its own; ${os.cpus().length} cores, ${load}`,
  )
  console.log(`the job after each public event (score_ledger): p50 ${inMs(median(scoringMs))}`)
  const bareMs = median((measured.get(bare) ?? []).map(({ tookMs }) => tookMs))
  for (const [page, times] of measured) tell(page, times, bareMs)
} finally {
  await browser.close()
  await owner.end()
  await disconnect()
}
