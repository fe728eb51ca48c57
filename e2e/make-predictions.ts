import { contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { PERSONAS } from '@/lib/testing/personas'
import { acceptedClaim } from '@/lib/testing/triage'

/** Run by Node with tsx, apart from Playwright: three accepted predictions of one visit, read out of three articles. Prints their ids. */
const SAID = [
  [
    '2025-02-07',
    'President Tor Vasland of Nordland will visit Port Almar in the latter half of 2025, the foreign ministry said.',
  ],
  [
    '2025-10-02',
    'Officials are arranging for President Tor Vasland of Nordland to visit Port Almar, two diplomats said.',
  ],
  [
    '2025-10-14',
    'President Tor Vasland of Nordland is expected to visit Port Almar from October 27 to 29, the foreign ministry said.',
  ],
] as const

const user = await db().user.findUniqueOrThrow({ where: { email: PERSONAS.ada.email } })
const ctx = contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, new Date())
const ids: string[] = []
for (const [publishedOn, text] of SAID) ids.push((await acceptedClaim(ctx, text, { publishedOn })).claimId)
console.log(ids.join(' '))
await disconnect()
