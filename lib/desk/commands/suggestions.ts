import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import { enqueueJob } from '@/lib/jobs/commands'
import { db, inTransaction, isUniqueViolation, lockRow, type Tx } from '@/lib/platform/db'
import type { Suggestion } from '@/lib/platform/generated/client'
import { countAttempt, forgetOldAttempts, type Limit } from '@/lib/platform/limits'
import { suggestionEvents } from '../events'
import { canDecideSuggestions, canForgetContacts } from '../policy'
import { forgetContactAt, SUGGESTION_MOVES, type SuggestionMove, toForgetBefore } from '../rules/suggestions'
import { secretHash, secretOf, ticketProblem } from '../rules/tickets'
import {
  DeclineInput,
  ForgetContactPayload,
  type Suggested,
  SuggestInput,
  SuggestionInput,
  type SuggestionState,
  TakeUpInput,
} from '../schema'

/** Tries, not suggestions: a form that is corrected counts each time. A whole office may sit behind one address. */
export const SUGGEST_LIMIT: Limit = { name: 'suggest', tries: 12, withinSeconds: 3600, blockSeconds: 3600 }

const TICKET_WORDS = {
  forged: 'The form is incomplete or was opened elsewhere. Open this page anew, copy your text over and send it again.',
  too_soon:
    'This came faster than people write, as programs do. Your text is still here: wait a moment and send it again.',
  too_late: 'The form was open for more than a day. Open this page anew, copy your text over and send it again.',
}

/**
 * Takes what a reader suggests; nobody needs to be signed in. Returns the secret of its status page; the same form sent twice
 * is stored once. `key`: the installation's secret. `address`: the sender's, counted and not kept. Throws ZodError, BAD_INPUT
 * and TOO_MANY_ATTEMPTS in words.
 */
export async function suggestClaim(
  ctx: Context,
  input: SuggestInput,
  { key, address }: { key: string; address: string | null },
): Promise<{ secret: string }> {
  const { homepage: _, ticket, ...given } = SuggestInput.parse(input)
  const { retryAfterMs } = await countAttempt(SUGGEST_LIMIT, networkOf(address))
  await forgetOldAttempts(ctx.now)
  if (retryAfterMs !== null)
    throw new AppError('TOO_MANY_ATTEMPTS', {
      text: `Many suggestions came from your network. Your text is still here: send it again in ${Math.ceil(retryAfterMs / 60_000)} minutes.`,
    })
  const problem = ticketProblem(key, ticket, ctx.now)
  if (problem) throw new AppError('BAD_INPUT', { text: TICKET_WORDS[problem] })
  const secret = secretOf(key, ticket, given)
  const hash = secretHash(secret)
  if ((await db().suggestion.count({ where: { secretHash: hash } })) > 0) return { secret }
  try {
    await inTransaction((tx) => store(tx, ctx, given, hash))
  } catch (error) {
    // The same form, sent twice at once: the other one stored it.
    if (!isUniqueViolation(error)) throw error
  }
  return { secret }
}

/** Of IPv6 whoever has one address has a whole /64 of them. */
function networkOf(address: string | null): string {
  if (!address?.includes(':') || address.includes('.')) return address ?? 'unknown'
  const [head = ''] = address.split('::')
  return head.split(':').slice(0, 4).join(':')
}

async function store(tx: Tx, ctx: Context, given: Suggested, hash: string): Promise<void> {
  const id = newId()
  await tx.suggestion.create({ data: { ...given, id, secretHash: hash, receivedAt: ctx.now } })
  const payload = { text: given.claimText, hasContact: given.contact !== null }
  await recordEvent(tx, ctx, suggestionEvents, { type: 'suggestion.received', entityId: id, payload })
  if (given.contact === null) return
  await enqueueJob(tx, {
    name: 'forget_contact',
    payload: { suggestionId: id },
    key: `forget_contact:${id}`,
    runAt: forgetContactAt(ctx.now),
  })
}

/** Somebody looks at it; whoever suggested it sees that. Throws FORBIDDEN, NOT_FOUND, STALE, MOVE_REFUSED, as all below. */
export const lookAtSuggestion = (ctx: Context, input: SuggestionInput): Promise<void> =>
  inTransaction(async (tx) => {
    const { id } = await move(tx, ctx, SuggestionInput.parse(input), 'look', {})
    await recordEvent(tx, ctx, suggestionEvents, { type: 'suggestion.looked_at', entityId: id, payload: {} })
  })

/** It became a claim: the status page leads there once that is published. */
export async function takeUpSuggestion(ctx: Context, input: TakeUpInput): Promise<void> {
  const { claimId, ...moved } = TakeUpInput.parse(input)
  await inTransaction(async (tx) => {
    if (!canDecideSuggestions(ctx.actor)) throw new AppError('FORBIDDEN')
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { state: true } })
    if (claim === null || claim.state === 'hidden' || claim.state === 'merged')
      throw new AppError('BAD_INPUT', { fields: { claimId: 'There is no such claim any more. Choose another one.' } })
    const { id } = await move(tx, ctx, moved, 'take_up', { claimId })
    await recordEvent(tx, ctx, suggestionEvents, {
      type: 'suggestion.taken_up',
      entityId: id,
      payload: { toClaimId: claimId },
    })
  })
}

/** It is not checked; whoever suggested it reads why. */
export async function declineSuggestion(ctx: Context, input: DeclineInput): Promise<void> {
  const { reason, note, ...moved } = DeclineInput.parse(input)
  await inTransaction(async (tx) => {
    const { id } = await move(tx, ctx, moved, 'decline', { reason, note })
    const payload = { why: reason, note }
    await recordEvent(tx, ctx, suggestionEvents, { type: 'suggestion.declined', entityId: id, payload })
  })
}

/** Spam: how to reach whoever sent it is deleted at once. */
export const markSpam = (ctx: Context, input: SuggestionInput): Promise<void> =>
  inTransaction(async (tx) => {
    const { id } = await move(tx, ctx, SuggestionInput.parse(input), 'spam', { contact: null })
    await recordEvent(tx, ctx, suggestionEvents, { type: 'suggestion.marked_spam', entityId: id, payload: {} })
  })

/** Takes the last decision back. */
export const putBackSuggestion = (ctx: Context, input: SuggestionInput): Promise<void> =>
  inTransaction(async (tx) => {
    const cleared = { claimId: null, reason: null, note: null }
    const { id, state } = await move(tx, ctx, SuggestionInput.parse(input), 'put_back', cleared)
    const payload = { from: state }
    await recordEvent(tx, ctx, suggestionEvents, { type: 'suggestion.put_back', entityId: id, payload })
  })

type Changes = Partial<Pick<Suggestion, 'claimId' | 'reason' | 'note' | 'contact'>>

/** Locks, allows, decides and saves; answers the row as it was. */
async function move(
  tx: Tx,
  ctx: Context,
  { suggestionId, revision }: { suggestionId: string; revision: number },
  by: SuggestionMove,
  changes: Changes,
): Promise<Suggestion> {
  if (!canDecideSuggestions(ctx.actor)) throw new AppError('FORBIDDEN')
  if (!(await lockRow(tx, 'suggestion', suggestionId))) throw new AppError('NOT_FOUND')
  const before = await tx.suggestion.findUniqueOrThrow({ where: { id: suggestionId } })
  assertRevision(before.revision, revision)
  const state: SuggestionState | undefined = SUGGESTION_MOVES[before.state][by]
  if (state === undefined) throw new AppError('MOVE_REFUSED')
  await tx.suggestion.update({
    where: { id: suggestionId },
    data: { ...changes, state, decidedById: ctx.actor.id, decidedAt: ctx.now, revision: revision + 1 },
  })
  return before
}

/** Deletes how to reach whoever suggested it, 90 days after it came; nothing where that was done. For the worker. */
export async function forgetContact(ctx: Context, payload: unknown): Promise<void> {
  if (!canForgetContacts(ctx.actor)) throw new AppError('FORBIDDEN')
  const { suggestionId } = ForgetContactPayload.parse(payload)
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'suggestion', suggestionId))) return
    const { contact, receivedAt } = await tx.suggestion.findUniqueOrThrow({ where: { id: suggestionId } })
    if (contact === null || ctx.now < forgetContactAt(receivedAt)) return
    await tx.suggestion.update({ where: { id: suggestionId }, data: { contact: null } })
    await recordEvent(tx, ctx, suggestionEvents, {
      type: 'suggestion.contact_forgotten',
      entityId: suggestionId,
      payload: {},
    })
  })
}

/**
 * Deletes the contacts whose job failed or was thrown away: the promise to readers does not hang on the queue. At most 100 at
 * a time; returns how many were due. For the worker.
 */
export async function forgetOldContacts(ctx: Context): Promise<number> {
  if (!canForgetContacts(ctx.actor)) throw new AppError('FORBIDDEN')
  const due = await db().suggestion.findMany({
    where: { contact: { not: null }, receivedAt: { lte: toForgetBefore(ctx.now) } },
    orderBy: { id: 'asc' },
    take: 100,
    select: { id: true },
  })
  for (const { id } of due) await forgetContact(ctx, { suggestionId: id })
  return due.length
}
