/**
 * Blind second rating. Where the settings ask for it, whoever may approve the first verdict of a claim rates it before the
 * rating, summary and rationale are shown to them. Everything that hides, refuses and counts asks these rules.
 */
import { z } from 'zod'
import { type Actor, isEditor } from '@/lib/core/context'
import type { Move } from './move-table'
import type { Hand } from './moves'

/** What is known about a claim's first verdict and who knows it. People by id. */
export type BlindStanding = {
  /** The settings in force ask for second ratings, a version is open, and nothing of the claim was published before. */
  isAsked: boolean
  /** Who saved any version of the claim's verdict, and to whom one was shown. */
  savers: ReadonlySet<string>
  lookers: ReadonlySet<string>
  /** Who gave a second rating of the open version. */
  raters: ReadonlySet<string>
}

export const NOTHING_ASKED: BlindStanding = {
  isAsked: false,
  savers: new Set(),
  lookers: new Set(),
  raters: new Set(),
}

/** Why a rating by this person would not be blind; null when it would be. */
export function notBlindBecause(userId: string, { savers, lookers }: BlindStanding): 'saved' | 'looked' | null {
  if (savers.has(userId)) return 'saved'
  return lookers.has(userId) ? 'looked' : null
}

/**
 * Whether the open version is kept from this person: an editor who may be the second person to it, knows nothing of it, and
 * has not rated it yet. `hands` are those of an approval: whoever has one cannot approve, so nothing is kept from them.
 */
export function isHiddenFrom(actor: Actor, blind: BlindStanding, hands: readonly Hand[]): boolean {
  if (!blind.isAsked || actor.kind !== 'user' || !isEditor(actor)) return false
  if (blind.raters.has(actor.id) || notBlindBecause(actor.id, blind) !== null) return false
  return !hands.some(({ userId }) => userId === actor.id)
}

/** Whether this person gives a rating of their own before they approve. Their own work (a one-person desk) takes none. */
export const owesRating = (actor: Actor, blind: BlindStanding, hands: readonly Hand[]): boolean =>
  blind.isAsked &&
  actor.kind === 'user' &&
  isEditor(actor) &&
  !blind.raters.has(actor.id) &&
  !hands.some(({ userId }) => userId === actor.id)

/** Moves that would change what is hidden, or answer with it (a conflict shows the other's text). */
const NEED_SIGHT: readonly Move[] = ['save', 'submit', 'drop']

/** Why a move has to wait for a rating, or for a look; null when it has not. */
export function blindRefusal(move: Move, actor: Actor, blind: BlindStanding, hands: readonly Hand[]): string | null {
  if (move === 'approve' && owesRating(actor, blind, hands))
    return 'Give your own rating first: this desk rates a second time before it publishes. Nothing was changed.'
  if (NEED_SIGHT.includes(move) && isHiddenFrom(actor, blind, hands))
    return 'This text is hidden from you, so that you can rate the claim blind. Have it shown first; your rating is then marked “not blind”. Nothing was changed.'
  return null
}

/** Events of a claim whose payload tells of the hidden text. */
const TELLING: readonly string[] = ['verdict.sent_back', 'verdict.dropped']

/** Events as somebody may read them from whom the text is hidden: that it happened, without what was said about the text. */
export function concealEvents<E extends { type: string; payload: unknown }>(events: readonly E[]): E[] {
  return events.map((event) =>
    TELLING.includes(event.type) && typeof event.payload === 'object'
      ? { ...event, payload: { ...event.payload, reason: 'Hidden until you have rated.' } }
      : event,
  )
}

/** One save of a verdict. */
export type SaveKey = { verdictId: string; revision: number }
const Told = z.object({ verdictId: z.uuid(), revision: z.number().int() })

/** The saves of which these events tell something, to whoever reads them unconcealed. */
export const savesToldBy = (events: readonly { type: string; payload: unknown }[]): SaveKey[] =>
  events.filter(({ type }) => TELLING.includes(type)).flatMap(({ payload }) => Told.safeParse(payload).data ?? [])
