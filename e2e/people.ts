import { disconnect } from '@/lib/platform/db'
import { makePeople } from '@/lib/testing/people'

/** Run by Node with tsx, apart from Playwright: makes the personas through the commands. */
await makePeople()
await disconnect()
