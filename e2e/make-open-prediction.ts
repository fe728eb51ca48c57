import { type Context, contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { PERSONAS } from '@/lib/testing/personas'
import { acceptedClaim } from '@/lib/testing/triage'

/**
 * Run by Node with tsx, apart from Playwright: `make-open-prediction.ts TEXT SAID_ON FROM TO` prints the id of a claim whose
 * prediction Ada wrote and Ben opened, with that window.
 */
const [text = '', saidOn = '', from = '', to = ''] = process.argv.slice(2)

async function ctxOf({ email }: { email: string }): Promise<Context> {
  const user = await db().user.findUniqueOrThrow({ where: { email } })
  return contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, new Date())
}

const ada = await ctxOf(PERSONAS.ada)
const { claimId } = await acceptedClaim(ada, text, { publishedOn: saidOn })
const saved = await savePrediction(ada, {
  claimId,
  revision: null,
  content: {
    ...{ saidOn, window: { from, to }, windowWords: 'as stated', windowBasis: 'stated', graceDays: 7 },
    ...{ criteria: 'It is seen to happen.', certaintyWords: 'is expected to', isNegated: false, conditionWords: null },
    ...{ comparator: null, targetValue: null, targetUnit: null, tolerance: null, vagueReason: null },
  },
})
await proposePrediction(ada, saved)
await approveOpening(await ctxOf(PERSONAS.ben), saved)
console.log(claimId)
await disconnect()
