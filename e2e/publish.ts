import { contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { PERSONAS } from '@/lib/testing/personas'
import { openPrediction, publishClaim } from '@/lib/testing/publishing'

/**
 * Run by Node with tsx, apart from Playwright, as another process of the newsroom: `publish.ts accepted|verdict|prediction
 * SENTENCE` prints the slug. Ada writes, Ben approves.
 */
async function as(email: string) {
  const user = await db().user.findUniqueOrThrow({ where: { email } })
  return contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, new Date())
}

const [what = '', sentence = ''] = process.argv.slice(2)
const pair = { writer: await as(PERSONAS.ada.email), approver: await as(PERSONAS.ben.email) }
const make = {
  accepted: () => makeClaim(pair.writer, sentence),
  verdict: () => publishClaim(pair, sentence),
  prediction: () => openPrediction(pair, sentence),
}[what]
if (make === undefined) throw new Error(`accepted, verdict or prediction, not: ${what}`)
console.log((await make()).slug)
await disconnect()
