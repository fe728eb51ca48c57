import { type Context, contextOf } from '@/lib/core/context'
import { addDays, dayInZone } from '@/lib/core/days'
import { db, disconnect } from '@/lib/platform/db'
import { requireSettings } from '@/lib/settings/queries'
import { PERSONAS } from '@/lib/testing/personas'
import { publishClaim } from '@/lib/testing/publishing'
import { planRecheck } from '@/lib/verdicts/commands/rechecks'

/**
 * Run by Node with tsx, apart from Playwright: `make-published.ts SENTENCE [due]` prints id and slug of a claim that Ada judged
 * and Ben approved forty days ago; `due`: to be checked again since five days.
 */
const [sentence = '', due] = process.argv.slice(2)
const { zone } = await requireSettings()
const before = new Date(Date.now() - 40 * 86_400_000)

async function as(email: string): Promise<Context> {
  const user = await db().user.findUniqueOrThrow({ where: { email } })
  return contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, before)
}

const [writer, approver] = [await as(PERSONAS.ada.email), await as(PERSONAS.ben.email)]
const { claimId, slug } = await publishClaim({ writer, approver }, sentence)
if (due) {
  const { currentVerdictId } = await db().claim.findUniqueOrThrow({ where: { id: claimId } })
  const dueOn = addDays(dayInZone(new Date(), zone), -5)
  await planRecheck(approver, { claimId, verdictId: currentVerdictId ?? '', dueOn })
}
console.log(claimId, slug)
await disconnect()
