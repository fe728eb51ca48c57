import { disconnect } from '@/lib/platform/db'
import { fillInbox } from '@/lib/testing/inbox'

/** Run by Node with tsx, apart from Playwright: `fill-inbox.ts COUNT SEED` fills the inbox; prints the id of their publisher. */
const [count = '0', seed = '1'] = process.argv.slice(2)
const [publisherId] = await fillInbox(Number(count), { publishers: 1, seed: Number(seed) })
console.log(publisherId)
await disconnect()
