import { contextOf } from '@/lib/core/context'
import { advanceRun, failRun, finishRun, startRun } from '@/lib/jobs/commands/runs'
import { db, disconnect, inTransaction } from '@/lib/platform/db'
import { PERSONAS } from '@/lib/testing/personas'

/**
 * Run by Node with tsx, apart from Playwright, in place of a handler: `start LABEL TOTAL` prints the run's id; `advance ID DONE
 * REFUSED`, `finish ID` and `fail ID` go on with it. No worker knows its kind, so nobody else does.
 */
const [move = '', subject = '', first = '0', second = '0'] = process.argv.slice(2)
const MOVES: Record<string, () => Promise<unknown>> = {
  start: async () => {
    const { id, name, roles } = await db().user.findUniqueOrThrow({ where: { email: PERSONAS.cleo.email } })
    const ctx = contextOf({ kind: 'user', id, name, roles }, new Date())
    const run = { kind: 'walk_through', label: subject, total: Number(first) }
    console.log(await inTransaction((tx) => startRun(tx, ctx, run)))
  },
  advance: () => advanceRun(db(), subject, { done: Number(first), refused: Number(second) }),
  finish: () => finishRun(db(), subject, 'Three rows were refused.'),
  fail: () => failRun(db(), subject, 'The file is gone.'),
}
await MOVES[move]?.()
await disconnect()
