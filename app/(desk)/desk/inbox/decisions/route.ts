import { z } from 'zod'
import { acceptCandidate, mergeCandidate, rejectCandidate, reopenCandidate } from '@/lib/claims/commands/triage'
import { AcceptInput, MergeCandidateInput, RejectInput, ReopenInput } from '@/lib/claims/schema'
import type { Context } from '@/lib/core/context'
import { rejectMany, undoBulk } from '@/lib/desk/commands/bulk'
import { RejectMany, UndoBulk } from '@/lib/desk/schema/bulk'
import { readForm } from '@/lib/web/form'
import { route } from '@/lib/web/route'
import { SpeakerField } from '../../articles/[id]/speaker-field'

const Accept = AcceptInput.extend({ speaker: SpeakerField })
const Move = z.object({ move: z.enum(['accept', 'merge', 'reject', 'reopen', 'reject_many', 'undo_many']) })

const MOVES: Record<z.output<typeof Move>['move'], (ctx: Context, given: unknown) => Promise<unknown>> = {
  accept: (ctx, given) => acceptCandidate(ctx, Accept.parse(given)),
  merge: (ctx, given) => mergeCandidate(ctx, MergeCandidateInput.parse(given)),
  reject: (ctx, given) => rejectCandidate(ctx, RejectInput.parse(given)),
  reopen: (ctx, given) => reopenCandidate(ctx, ReopenInput.parse(given)),
  reject_many: (ctx, given) => rejectMany(ctx, RejectMany.parse(given)),
  undo_many: (ctx, given) => undoBulk(ctx, UndoBulk.parse(given)),
}

/**
 * A decision of triage, sent beside the page: the form's fields as the actions take them, and the answer as JSON. Not an action,
 * because those wait for each other and read the page anew, and a desk that triages answers within a tenth of a second.
 */
export const POST = route({
  access: 'signed-in',
  handler: async ({ ctx, request }) => {
    const given = readForm(await request.formData())
    return (await MOVES[Move.parse(given).move](ctx, given)) ?? {}
  },
})
