import { verifyLedger } from '@/lib/audit/queries'
import { disconnect } from '@/lib/platform/db'

/** Checks every chain of the audit log and names the first broken row; status 1 when there is one. */
const { entities, events, broken } = await verifyLedger()
if (broken === null) {
  console.log(`${events} events of ${entities} entities: every chain holds.`)
} else {
  const event = broken.eventId ? ` (event ${broken.eventId})` : ''
  console.log(`Broken: ${broken.entityType} ${broken.entityId}, entry ${broken.entitySeq}${event}: ${broken.problem}.`)
  console.log('Keep this database as it is and compare it with the last backup; docs/runbook.md says how to go on.')
  process.exitCode = 1
}
await disconnect()
