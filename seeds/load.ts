// Loads the demo desk into the database at DATABASE_URL: `npm start` does it once per database.
import { disconnect } from '@/lib/platform/db'
import { loadDemo } from './demo'

if (process.env.DEMO !== '1') {
  console.error('The demo is loaded only where DEMO=1 says so, because invented verdicts must not mix with real work.')
  process.exit(1)
}
const began = Date.now()
try {
  const { done, skipped } = await loadDemo(new Date(), console.log)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(
    done === 0
      ? `The demo desk is loaded already (${skipped} steps); nothing was changed.`
      : `The demo desk is loaded: ${done} steps in ${seconds} s${skipped ? `, ${skipped} were done before` : ''}.`,
  )
} finally {
  await disconnect()
}
