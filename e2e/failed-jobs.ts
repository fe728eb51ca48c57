import { enqueueJob } from '@/lib/jobs/commands'
import { disconnect, inTransaction } from '@/lib/platform/db'

/** Run by Node with tsx, apart from Playwright: queues so many jobs that their handler cannot read, with one try each. */
const [name = '', many = '1'] = process.argv.slice(2)
await inTransaction(async (tx) => {
  for (let i = 0; i < Number(many); i++) await enqueueJob(tx, { name, payload: { eventId: 'none' }, maxAttempts: 1 })
})
await disconnect()
