import { contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { PERSONAS } from '@/lib/testing/personas'
import { acceptedClaim } from '@/lib/testing/triage'

/**
 * Run by Node with tsx, apart from Playwright: an accepted prediction of PORT whose window older rules read as the first quarter.
 * Prints the ids of its article, candidate and claim.
 */
const [port = ''] = process.argv.slice(2)
const user = await db().user.findUniqueOrThrow({ where: { email: PERSONAS.ada.email } })
const ctx = contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, new Date())
const text = `Minister Lena Ostrow said the port of ${port} will open a second quay in the latter half of 2027.`
const { articleId, candidate, claimId, snapshotId } = await acceptedClaim(ctx, text, { publishedOn: '2025-10-02' })
await db().candidate.update({
  where: { id: candidate.id },
  data: { dueFrom: '2027-01-01', dueTo: '2027-03-31', extractorVersion: 'older' },
})
await db().snapshotReading.update({ where: { snapshotId }, data: { extractorVersion: 'older' } })
console.log([articleId, candidate.id, claimId].join(' '))
await disconnect()
