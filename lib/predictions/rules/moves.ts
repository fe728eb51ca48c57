import type { Role } from '@/lib/core/context'
import type { OutcomeState, PredictionContent, PredictionState } from '../schema'

/** One row of a table of moves: from where, to where, by whom. `bySecondPerson`: not by anyone who wrote what is decided. */
export type Move<State> = { from: readonly State[]; to: State; who: Role; bySecondPerson: boolean }

/** The life of a prediction before and at opening. Every move that is not in here is refused; opened and too_vague are final. */
export const PREDICTION_MOVES = {
  // an edit takes a proposal back
  save: { from: ['draft', 'proposed'], to: 'draft', who: 'reviewer', bySecondPerson: false },
  propose: { from: ['draft'], to: 'proposed', who: 'reviewer', bySecondPerson: false },
  send_back: { from: ['proposed'], to: 'draft', who: 'editor', bySecondPerson: false },
  open: { from: ['proposed'], to: 'opened', who: 'editor', bySecondPerson: true },
  mark_too_vague: { from: ['proposed'], to: 'too_vague', who: 'editor', bySecondPerson: true },
} as const satisfies Record<string, Move<PredictionState>>
export type PredictionMove = keyof typeof PREDICTION_MOVES

/** The life of an outcome. */
export const OUTCOME_MOVES = {
  save: { from: ['draft', 'submitted'], to: 'draft', who: 'reviewer', bySecondPerson: false },
  submit: { from: ['draft'], to: 'submitted', who: 'reviewer', bySecondPerson: false },
  // only what nobody was asked to approve yet; a save takes a submission back first
  drop: { from: ['draft'], to: 'dropped', who: 'reviewer', bySecondPerson: false },
  send_back: { from: ['submitted'], to: 'draft', who: 'editor', bySecondPerson: false },
  approve: { from: ['submitted'], to: 'approved', who: 'editor', bySecondPerson: true },
  undo: { from: ['approved'], to: 'undone', who: 'editor', bySecondPerson: false },
} as const satisfies Record<string, Move<OutcomeState>>
export type OutcomeMove = keyof typeof OUTCOME_MOVES

/**
 * A resolution without an outcome: void, or too vague after all. `none` is an opened prediction of which nothing is proposed or
 * resolved; an outcome that resolves it is undone with the outcome.
 */
export const JUDGEMENT_STATES = ['none', 'waiting', 'approved', 'refused'] as const
export type JudgementState = (typeof JUDGEMENT_STATES)[number]
export const JUDGEMENT_MOVES = {
  propose: { from: ['none'], to: 'waiting', who: 'reviewer', bySecondPerson: false },
  approve: { from: ['waiting'], to: 'approved', who: 'editor', bySecondPerson: true },
  // whoever proposed it may take it back, also a reviewer
  refuse: { from: ['waiting'], to: 'refused', who: 'editor', bySecondPerson: false },
  undo: { from: ['approved'], to: 'none', who: 'editor', bySecondPerson: false },
} as const satisfies Record<string, Move<JudgementState>>
export type JudgementMove = keyof typeof JUDGEMENT_MOVES

/** Where a stored judgement stands. */
export const judgementState = (judgement: { resolutionId: string | null; refusedAt: Date | null }): JudgementState =>
  judgement.resolutionId !== null ? 'approved' : judgement.refusedAt !== null ? 'refused' : 'waiting'

/** The state after the move, or null when it is refused from this state. */
export function afterMove<State extends string>(
  moves: Record<string, Move<State>>,
  state: State,
  name: string,
): State | null {
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined
  return move?.from.includes(state) ? move.to : null
}

export type OpeningContent = {
  saidOn: string | null
  dueFrom: string | null
  dueTo: string | null
  dueWords: string | null
  windowBasis: string | null
  criteria: string
  certaintyWords: string | null
  isNegated: boolean
  vagueReason: string | null
}

/** Certainty words that say the opposite of what they stand with. */
const DENIES = /\b(?:unlikely|not)\b|n['’]t\b/i

/**
 * What a prediction still needs before it can be proposed: field -> what to do. Empty when nothing is missing. One with a
 * reason why it is too vague needs nothing else.
 */
export function missingForOpening(content: OpeningContent): Record<string, string> {
  if (content.vagueReason !== null) return {}
  const missing: Record<string, string> = {}
  if (content.dueFrom === null || content.dueTo === null)
    missing.window = 'It needs a window: give it one, or mark it too vague and say why.'
  else {
    if (content.dueWords === null) missing.windowWords = 'Say which words the window comes from, or why it was given.'
    if (content.windowBasis === null) missing.windowBasis = 'Say how the window is known.'
  }
  if (content.saidOn === null) missing.saidOn = 'Give the day on which it was said.'
  if (content.criteria.trim() === '') missing.criteria = 'Say what has to be seen for it to have come true.'
  // its probability is that of the statement as made: scored the other way round, it would be wrong for good
  if (DENIES.test(content.certaintyWords ?? '') && !content.isNegated)
    missing.isNegated = `“${content.certaintyWords}” says that it will not happen. Tick this.`
  return missing
}

/** The same for a content that is not stored yet, in the form's shape. */
export const missingForForm = (content: PredictionContent): Record<string, string> =>
  missingForOpening({
    ...content,
    dueFrom: content.window?.from ?? null,
    dueTo: content.window?.to ?? null,
    dueWords: content.windowWords,
  })
