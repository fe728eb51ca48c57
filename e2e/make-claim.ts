import { ClaimKind } from '@/lib/claims/schema'
import { contextOf } from '@/lib/core/context'
import { db, disconnect } from '@/lib/platform/db'
import { makeClaim } from '@/lib/testing/claims'
import { PERSONAS } from '@/lib/testing/personas'

/** Run by Node with tsx, apart from Playwright: `make-claim.ts SENTENCE FIGURE UNIT [KIND]` prints the id of an accepted claim. */
const [sentence = '', figure = '', unit = '', kind = 'statistic'] = process.argv.slice(2)
const user = await db().user.findUniqueOrThrow({ where: { email: PERSONAS.ada.email } })
const ctx = contextOf({ kind: 'user', id: user.id, name: user.name, roles: user.roles }, new Date())
const { claimId } = await makeClaim(ctx, sentence, {
  kind: ClaimKind.parse(kind),
  figure: { text: figure, value: Number(figure.replaceAll(',', '')), unit },
})
console.log(claimId)
await disconnect()
