import { listActiveIn } from '@/lib/accounts/queries'
import { type Context, contextOf, isEditor } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import { listJudgementApprovers, listOpeningApprovers, listOutcomeApprovers } from '@/lib/predictions/queries/approvals'
import { listVerdictApprovers } from '@/lib/verdicts/queries/approvals'

/** How each kind of thing is asked for: by the id of the claim, or of the thing itself. */
const LISTS = {
  verdict: (people: readonly Context[], id: string) =>
    listVerdictApprovers(
      people.map(({ actor }) => actor),
      id,
    ),
  opening: listOpeningApprovers,
  judgement: listJudgementApprovers,
  outcome: listOutcomeApprovers,
} as const

/** Who may approve it now, by id: the thing is read once, and each editor asked for by the rule of the approval itself. */
export async function listApprovers(ctx: Context, what: keyof typeof LISTS, id: string): Promise<string[]> {
  const editors = (await listActiveIn(db())).filter(({ actor }) => isEditor(actor))
  const people = editors.map(({ actor }) => contextOf(actor, ctx.now, ctx.requestId))
  return (await LISTS[what](people, id)).flatMap((actor) => actor.id ?? [])
}
