import { parseArgs } from 'node:util'
import { acceptCandidate, rejectCandidate, reopenCandidate } from '@/lib/claims/commands/triage'
import { contextOf, systemActor } from '@/lib/core/context'
import { rejectMany, undoBulk } from '@/lib/desk/commands/bulk'
import { countQueues } from '@/lib/desk/queries/claim-queue'
import { countInbox, getSurroundings, listInbox } from '@/lib/desk/queries/inbox'
import { InboxQuery } from '@/lib/desk/schema/queues'
import { db, disconnect } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { fillInbox } from './inbox'
import { makePeople } from './people'

// npm run bench:desk [-- --candidates 10000]; run by scripts/bench-desk.mjs on a database that is thrown away.
// Prints what reads and decisions of a full inbox take, through the app's own queries and commands.

const { values } = parseArgs({ options: { candidates: { type: 'string', default: '10000' } } })
const candidates = Number(values.candidates)
const now = new Date()

async function measure(what: string, times: number, work: (n: number) => Promise<unknown>): Promise<void> {
  const tookMs: number[] = []
  for (let n = 0; n < times; n++) {
    const startedAt = performance.now()
    await work(n)
    tookMs.push(performance.now() - startedAt)
  }
  tookMs.sort((a, b) => a - b)
  const at = (share: number): string => `${(tookMs[Math.floor((times - 1) * share)] ?? 0).toFixed(1)} ms`.padStart(9)
  console.log(`${what.padEnd(44)} p50 ${at(0.5)}   p99 ${at(0.99)}   (${times})`)
}

try {
  await createFirstSettings(contextOf(systemActor('bench'), now), { newsroomName: 'Bench', zone: 'Europe/Vienna' })
  const people = await makePeople(now)
  const ctx = people.ada.ctx(now)
  const [publisher = ''] = await fillInbox(candidates, { now })
  console.log(`${candidates.toLocaleString('en')} candidates wait`)
  let next: string | null = null
  const filtered = (query: Record<string, string>) => () => listInbox(ctx, InboxQuery.parse(query))
  await measure('the inbox, first page of 50', 200, () => listInbox(ctx, {}))
  await measure('the following pages', 150, async () => {
    const page = await listInbox(ctx, InboxQuery.parse({ after: next ?? undefined }))
    next = page.next
  })
  await measure('of one kind', 100, filtered({ kind: 'prediction' }))
  await measure('of one publisher', 100, filtered({ publisher }))
  await measure('by a speaker', 100, filtered({ speaker: 'ostrow' }))
  await measure('with frequent words', 100, filtered({ words: 'port' }))
  await measure('with rare words', 100, filtered({ words: '"1,777" port' }))
  await measure('worth at least 90, of the last day', 100, filtered({ least: '90', age: 'day' }))
  await measure('the count of the inbox, to 1,000', 100, () => countInbox(ctx))
  await measure('the count of one publisher', 100, () => countInbox(ctx, { publisher } as InboxQuery))
  await measure('the counts of the five queues of claims', 50, () => countQueues(ctx))
  const { candidates: rows } = await listInbox(ctx, { limit: 100 })
  const idOf = (n: number): string => rows[n]?.id ?? ''
  await measure('the text around a candidate', 100, (n) => getSurroundings(ctx, idOf(n)))
  await measure('accept', 50, (n) =>
    acceptCandidate(ctx, {
      ...{ candidateId: idOf(n), statement: `${rows[n]?.quote}.`, shortForm: rows[n]?.quote.slice(0, 75) ?? '' },
      ...{ kind: 'statistic', speaker: { is: 'nobody' } },
    }),
  )
  await measure('reject', 50, (n) => rejectCandidate(ctx, { candidateId: idOf(50 + n), reason: 'unimportant' }))
  await measure('undo', 50, (n) => reopenCandidate(ctx, { candidateId: idOf(50 + n) }))
  const bulkIds: string[] = []
  await measure('reject 50 at once', Math.min(10, Math.floor(candidates / 100)), async () => {
    const page = await listInbox(ctx, { limit: 50 })
    const { bulkId } = await rejectMany(ctx, { ids: page.candidates.map(({ id }) => id), reason: 'unimportant' })
    if (bulkId) bulkIds.push(bulkId)
  })
  await measure('undo 50 at once', bulkIds.length, (n) => undoBulk(ctx, { bulkId: bulkIds[n] ?? '' }))
  console.log(`${await db().candidate.count({ where: { state: 'new' } })} wait still`)
} finally {
  await disconnect()
}
