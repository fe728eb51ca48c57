import { z } from 'zod'
import { DaySchema } from '@/lib/core/day-schema'
import { formatDay } from '@/lib/core/windows'

/** One step of a claim's history in words. `what` follows the name of who did it; `isMain` marks the steps that readers see. */
export type HistoryStep = { what: string; detail: string | null; isMain: boolean }

const Payload = z.record(z.string(), z.unknown())
type Payload = z.infer<typeof Payload>
type Teller = (payload: Payload) => { what: string; detail?: string | null; isMain?: boolean }

const said = (value: unknown): string => (typeof value === 'string' ? value : '')
const version = (payload: Payload): string =>
  payload.ordinal === 1 ? 'the verdict' : `version ${payload.ordinal} of the verdict`

const dayWords = (day: unknown): string => {
  const given = DaySchema.safeParse(day)
  return given.success ? formatDay(given.data) : said(day)
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  rating: 'rating',
  summary: 'summary',
  rationale: 'rationale',
  searchDescription: 'search',
  wasCommentAsked: 'request for comment',
  commentRequests: 'log of requests for comment',
  commentAskedOn: 'day of asking',
  commentAnswer: 'answer',
  noCommentReason: 'reason for not asking',
  asOfOn: 'as-of day',
  recheckOn: 'day to check again',
  checks: 'checklist',
  correctionLevel: 'kind of correction',
  correctionNote: 'public note',
  excerpt: 'excerpt',
  stance: 'stance',
  note: 'note',
}
const fieldList = (names: unknown): string =>
  Array.isArray(names)
    ? names
        .map((name) => FIELD_WORDS[said(name)] ?? 'figure')
        .filter(isFirst)
        .join(', ')
    : ''
const isFirst = (word: string, index: number, all: string[]): boolean => all.indexOf(word) === index

const TELLERS: Readonly<Record<string, Teller>> = {
  'claim.accepted': (p) => ({ what: 'accepted the claim', detail: said(p.statement) }),
  'claim.updated': (p) => ({ what: 'edited the statement', detail: said(Payload.safeParse(p.before).data?.statement) }),
  'claim.speaker_set': () => ({ what: 'set the speaker' }),
  'claim.quantities_set': () => ({ what: 'edited the figures' }),
  'claim.topics_set': (p) => ({ what: 'set the topics', detail: Array.isArray(p.after) ? p.after.join(', ') : null }),
  'claim.occurrence_added': () => ({ what: 'added a place where it was said' }),
  'claim.occurrence_left': () => ({ what: 'moved a place where it was said to another claim' }),
  'claim.assigned': (p) => ({
    what: said(p.name) ? `assigned the claim to ${said(p.name)}` : 'took the assignment away',
  }),
  'claim.merged': () => ({ what: 'merged it into another claim' }),
  'claim.absorbed': () => ({ what: 'merged another claim into it' }),
  'claim.unmerged': () => ({ what: 'undid a merge' }),
  'claim.reply_added': (p) => ({ what: `added a reply of ${said(p.byName)}` }),
  'claim.reply_withdrawn': (p) => ({ what: `withdrew the reply of ${said(p.byName)}`, detail: said(p.reason) }),
  'claim.hidden': (p) => ({ what: 'hid the claim', detail: said(p.reason), isMain: true }),
  'claim.unhidden': () => ({ what: 'brought the claim back', isMain: true }),
  'claim.linked': () => ({ what: 'linked it to another claim' }),
  'claim.unlinked': () => ({ what: 'took a link away' }),
  'evidence.added': (p) => ({ what: 'added evidence', detail: `${said(p.title)} (${said(p.stance)})` }),
  'evidence.updated': (p) => ({
    what: `edited evidence: ${fieldList(Object.keys(Payload.safeParse(p.changed).data ?? {}))}`,
    detail: said(p.title),
  }),
  'evidence.moved': (p) => ({ what: `moved evidence ${said(p.direction)}`, detail: said(p.title) }),
  'evidence.removed': (p) => ({ what: 'removed evidence', detail: `${said(p.title)}: ${said(p.reason)}` }),
  'verdict.started': (p) => ({ what: `began ${version(p)}` }),
  'verdict.saved': (p) => ({
    what: `saved revision ${p.revision}${p.tookBack === true ? ', which took the submission back' : ''}`,
    detail: fieldList(p.fields),
  }),
  'verdict.submitted': (p) => ({ what: `submitted revision ${p.revision}` }),
  'verdict.taken_back': (p) => ({ what: `took revision ${p.revision} back` }),
  'verdict.sent_back': (p) => ({ what: `sent revision ${p.revision} back`, detail: said(p.reason) }),
  'verdict.remarked': (p) => ({ what: `made a remark on revision ${p.revision}` }),
  'verdict.remark_answered': () => ({ what: 'replied to a remark' }),
  'verdict.remark_dealt_with': () => ({ what: 'dealt with a remark' }),
  'verdict.remark_reopened': () => ({ what: 'opened a remark again' }),
  'verdict.looked': (p) => ({ what: `had revision ${p.revision} shown before rating it` }),
  'verdict.rated_again': (p) => ({
    what: `gave a second rating of revision ${p.revision}, ${p.isBlind === true ? 'blind' : 'not blind'}`,
  }),
  'verdict.dropped': (p) => ({
    what: p.correctionId ? 'dropped the correction' : 'dropped the draft of the verdict',
    detail: said(p.reason),
  }),
  'verdict.published': (p) => ({
    what: `approved and published ${version(p)}${p.isSolo === true ? ', as the only person of the desk' : ''}`,
    isMain: true,
  }),
  'verdict.correction_started': (p) => ({ what: 'began a correction', detail: said(p.note) }),
  'verdict.withdrawal_proposed': (p) => ({ what: 'proposed to withdraw the verdict', detail: said(p.note) }),
  'verdict.recheck_planned': (p) => ({
    what: `set the day to check the verdict again: ${dayWords(p.dueOn)}`,
    detail: p.before ? `instead of ${dayWords(p.before)}` : null,
  }),
  'verdict.recheck_noted': (p) => ({ what: 'noted why the verdict still stands', detail: said(p.note) }),
  'verdict.rechecked': (p) => ({
    what: `checked ${version(p)} again: it still stands`,
    detail: p.nextOn ? `to be checked again on ${dayWords(p.nextOn)}` : null,
    isMain: true,
  }),
  'verdict.withdrawal_dropped': () => ({ what: 'dropped the proposed withdrawal' }),
  'external.confirmed': (p) => ({
    what: `confirmed that ${said(p.publisherName)} ruled on the same claim`,
    detail: said(p.ratingText),
  }),
  'external.refused': (p) => ({
    what: `said that ${said(p.publisherName)} ruled on another claim`,
    detail: said(p.ratingText),
  }),
  'external.taken_back': (p) => ({
    what: `took back that ${said(p.publisherName)} ruled on ${p.wasSame === true ? 'the same' : 'another'} claim`,
  }),
  'verdict.withdrawn': (p) => ({ what: 'approved the withdrawal of the verdict', detail: said(p.note), isMain: true }),
}

/** An event of a claim in words; null for those that only repeat another (the claim's state follows its verdict). */
export function historyStep(event: { type: string; payload: unknown }): HistoryStep | null {
  if (event.type === 'claim.state_set') return null
  const payload = Payload.safeParse(event.payload).data ?? {}
  const told = TELLERS[event.type]?.(payload) ?? { what: event.type.replace(/[._]/g, ' ') }
  return { what: told.what, detail: told.detail || null, isMain: told.isMain ?? false }
}
