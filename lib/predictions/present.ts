import { inQuotes } from '@/lib/core/quotes'
import { formatDay, formatWindow, type Window } from '@/lib/core/windows'
import type { Comparator, NewsRelation, OutcomeDays, OutcomeState, ResolutionKind, WindowBasis } from './schema'

/** Words for what is stored under short names; the same on every page. */

export const RESOLUTION_WORDS: Record<ResolutionKind, string> = {
  open: 'Open',
  came_true: 'Came true',
  early: 'Came early',
  late: 'Came late',
  partly: 'Came true in part',
  did_not_happen: 'Did not happen',
  too_vague: 'Too vague',
  void: 'Void',
}

/** How a linked prediction stands to the one whose page it is. */
export const RELATION_WORDS = {
  narrows: 'narrows this one',
  moves: 'moves this one',
  updates: 'updates this one',
  'narrowed by': 'narrowed by this one',
  'moved by': 'moved by this one',
  'updated by': 'updated by this one',
} as const

export const BASIS_WORDS: Record<WindowBasis, string> = {
  stated: 'Stated in the article',
  event_anchored: 'Taken from another event that the article dates',
  given: 'Given by us, because the article states none',
}

export const COMPARATOR_WORDS: Record<Comparator, string> = {
  equal: 'equal to',
  at_least: 'at least',
  at_most: 'at most',
  more_than: 'more than',
  less_than: 'less than',
}

export const OUTCOME_STATE_WORDS: Record<OutcomeState, string> = {
  draft: 'Draft',
  submitted: 'Waits for approval',
  approved: 'Approved',
  undone: 'Undone',
  dropped: 'Dropped',
}

/** "27–29 Oct 2025", "some day in Oct 2025": how exactly it is known is part of the words. */
export const outcomeDaysWords = (days: OutcomeDays): string =>
  days.precision === 'day' ? formatWindow(days) : `some day in ${formatWindow(days)}`

/** Days as a person would type them again: read back by `readTypedWindow` as the same days and precision. */
export function typedDays(days: OutcomeDays): string {
  if (days.precision === 'week') return `week of ${formatDay(days.from)}`
  if (days.precision === 'day' && days.from === days.to) return formatDay(days.from)
  return days.precision === 'day' ? `${days.from} to ${days.to}` : formatWindow(days)
}

/** As much as fits over a bar on a phone. */
const LABEL_LENGTH = 28

type LabelledWindow = { window: Window | null; windowWords: string | null; windowBasis: WindowBasis | null }

/**
 * What stands over a window when it is drawn: the words that it was said with while they are short, else its days; of a window that
 * we gave the days, because our reason was said by nobody. `isThis` is pointed at.
 */
export function windowLabel({ window, windowWords, windowBasis }: LabelledWindow, isThis: boolean): string {
  const days = window === null ? 'no window' : formatWindow(window)
  const words =
    window !== null && windowBasis !== 'given' && windowWords !== null && windowWords.length <= LABEL_LENGTH
      ? inQuotes(windowWords)
      : days
  return isThis ? `▸ ${words}` : words
}

const EVENT_WORDS: Record<string, string> = {
  'prediction.saved': 'saved the text',
  'prediction.proposed': 'proposed it for opening',
  'prediction.sent_back': 'sent it back',
  'prediction.opened': 'opened it: frozen and public from here',
  'prediction.marked_too_vague': 'marked it too vague',
  'prediction.clarified': 'added a clarification',
  'prediction.resolved': 'approved its resolution',
  'prediction.resolution_undone': 'undid its resolution',
  'prediction.news_found': 'found what later articles say of it',
  'prediction.news_decided': 'decided on what a later article says of it',
  'judgement.proposed': 'proposed a resolution without an outcome',
  'judgement.refused': 'refused the proposed resolution',
  'outcome.saved': 'saved the text',
  'outcome.linked': 'chose the predictions',
  'outcome.submitted': 'submitted it',
  'outcome.sent_back': 'sent it back',
  'outcome.approved': 'approved it',
  'outcome.dropped': 'dropped the draft',
  'outcome.undone': 'undid it',
}

/** What somebody did, and the reason they gave. */
export function eventWords(event: { type: string; payload: unknown }): { did: string; reason: string | null } {
  const { payload } = event
  const reason =
    typeof payload === 'object' && payload !== null && 'reason' in payload && typeof payload.reason === 'string'
      ? payload.reason
      : null
  return { did: EVENT_WORDS[event.type] ?? event.type, reason }
}

/** Whether news states another window that is still to come, so that it may be a prediction of its own. */
export const saysAnotherWindow = (news: {
  relation: NewsRelation
  hasHappened: boolean
  stated: Window | null
}): boolean => !news.hasHappened && news.stated !== null && (news.relation === 'narrows' || news.relation === 'moves')
