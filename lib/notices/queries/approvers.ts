import { listActiveIn } from '@/lib/accounts/queries'
import { type Context, contextOf, isEditor } from '@/lib/core/context'
import { db } from '@/lib/platform/db'
import {
  listApprovableJudgements,
  listApprovableOpenings,
  listApprovableOutcomes,
} from '@/lib/predictions/queries/approvals'
import { listApprovableVerdicts } from '@/lib/verdicts/queries/approvals'

/** How each kind of thing is asked for: by the id of the claim, or of the thing itself. */
const LISTS = {
  verdict: listApprovableVerdicts,
  opening: listApprovableOpenings,
  judgement: listApprovableJudgements,
  outcome: listApprovableOutcomes,
} as const

/** Who may approve it now, by id: each editor is asked for by the rule of the approval itself. */
export async function listApprovers(ctx: Context, what: keyof typeof LISTS, id: string): Promise<string[]> {
  const editors = (await listActiveIn(db())).filter(({ actor }) => isEditor(actor))
  const found: string[] = []
  for (const { actor } of editors)
    if ((await LISTS[what](contextOf(actor, ctx.now, ctx.requestId), id)).length > 0) found.push(actor.id)
  return found
}
