import { contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { PERSONAS } from '@/lib/testing/personas'
import { submitVerdictOn } from '@/lib/testing/publishing'

/** Run by Node with tsx, apart from Playwright: `make-submitted.ts SENTENCE SUMMARY` prints the id of a claim whose verdict Ada submitted. */
const [sentence = '', summary = ''] = process.argv.slice(2)
const user = await db().user.findUniqueOrThrow({ where: { email: PERSONAS.ada.email } })
const ctx = contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, new Date())
const { claimId } = await makeClaim(ctx, sentence)
await submitVerdictOn(ctx, claimId, { summary })
console.log(claimId)
await disconnect()
