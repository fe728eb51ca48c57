import { formatDay } from '@/lib/core/windows'
import type { Checklist, RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import type { ContentField } from '@/lib/verdicts/rules'
import { controlValue } from '@/lib/verdicts/rules/contents'
import type { VerdictContent } from '@/lib/verdicts/schema'
import type { CommentRequest, CommentWay } from '@/lib/verdicts/schema/comments'

/** Every field of the editor with its name in words, in the order of the form. */
export const LABELS: Readonly<Record<ContentField, string>> = {
  correctionLevel: 'Kind of correction',
  correctionNote: 'Public note',
  newSpeaker: 'Speaker',
  rating: 'Rating',
  searchDescription: 'What was searched',
  summary: 'Summary',
  rationale: 'Rationale',
  wasCommentAsked: 'Was the speaker asked for comment?',
  commentRequests: 'Requests for comment',
  noCommentReason: 'Why not',
  asOfOn: 'As of',
  recheckOn: 'Check again on',
  checks: 'Checklist',
}
export const NAMES = Object.keys(LABELS) as ContentField[]

/** Fields whose two texts can be merged word by word. */
export const PROSE: readonly string[] = [
  'summary',
  'rationale',
  'searchDescription',
  'noCommentReason',
  'correctionNote',
]

/** Who said what no speaker is named for. */
export const ITSELF = 'The publisher itself'

export const WAYS: Readonly<Record<CommentWay, string>> = {
  email: 'E-mail',
  phone: 'Telephone',
  letter: 'Letter',
  message: 'Message (a network, an app)',
  in_person: 'In person',
  other: 'Another way',
}

export const LEVELS = [
  ['verdict_changing', 'Changes the verdict'],
  ['factual', 'Corrects a fact'],
  ['update', 'Adds what is new'],
  ['minor', 'Minor (wording, a link)'],
] as const

/** Of a published claim whose speaker a version may change: who it is now, and who else there is. */
export type SpeakerChoices = { current: { id: string; name: string } | null; others: { id: string; name: string }[] }

/** A piece of evidence that a rationale can cite; its number is its place in the list. */
export type Cited = { id: string; stance: string; title: string }

/** What the controls hold, by field. */
export type Texts = Readonly<Record<string, string>>

/** A content as the controls hold it. Ticks of items that the checklist no longer has are left out, as in a save. */
export function textsOf(content: VerdictContent, checklist: Checklist): Record<string, string> {
  const checks = checklist.flatMap(({ key }) => (content.checks.includes(key) ? key : []))
  return Object.fromEntries(NAMES.map((name) => [name, controlValue({ ...content, checks }[name])]))
}

/** What the editor opens with: what was typed and not saved, and when that was kept, else what is stored. */
export function openedWith({ copy, content, revision }: OpenVersionView, checklist: Checklist) {
  const stored = textsOf(content, checklist)
  if (copy === null) return { texts: stored, base: stored, revision, seenAt: null }
  const base = textsOf(copy.base, checklist)
  return { texts: { ...base, ...copy.values }, base, revision: copy.baseRevision, seenAt: copy.keptAt }
}

type Known = { scale: RatingScale; checklist: Checklist; speakers: SpeakerChoices | null }

/** A control's text in words, for reading. */
export function wordsOf(field: string, value: string, { scale, checklist, speakers }: Known): string {
  if (field === 'rating') return scale.find(({ key }) => key === value)?.label ?? value
  if (field === 'newSpeaker') return speakerWords(speakers, value)
  if (field === 'correctionLevel') return LEVELS.find(([key]) => key === value)?.[1] ?? value
  if (field === 'checks') return checkWords(checklist, value.split(','))
  if (field === 'commentRequests') return requestsOf(value).map(requestWords).join('\n')
  return (field === 'asOfOn' || field === 'recheckOn') && value !== '' ? formatDay(value) : value
}

/** The rows of the log as its control holds them, also those that could not be saved as they stand; empty rows are none. */
export function requestsOf(json: string): CommentRequest[] {
  const rows: unknown = JSON.parse(json || '[]')
  if (!Array.isArray(rows)) return []
  return rows.map(requestOf).filter((request) => Object.values(request).some(Boolean))
}

/** A row as controls hold it, in the shape and the order of the schema. */
export function requestOf(row: Readonly<Record<string, unknown>>): CommentRequest {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name].trim() : '')
  const way = text('way')
  return {
    askedOn: text('askedOn') || null,
    whom: text('whom'),
    way: isWay(way) ? way : null,
    answer: text('answer') || null,
  }
}

const isWay = (text: string): text is CommentWay => Object.hasOwn(WAYS, text)

/** One request in one line. */
export const requestWords = ({ askedOn, whom, way, answer }: CommentRequest): string => {
  const head = [askedOn && formatDay(askedOn), whom, way && WAYS[way]].filter(Boolean).join(', ')
  return `${head}: ${answer ?? 'no answer noted'}`
}

const checkWords = (checklist: Checklist, keys: string[]): string =>
  checklist.map(({ key, label }) => `${keys.includes(key) ? '✓' : '–'} ${label}`).join('\n')

function speakerWords(speakers: SpeakerChoices | null, value: string): string {
  if (value === '') return `${speakers?.current?.name ?? ITSELF} (stays)`
  return speakers?.others.find(({ id }) => id === value)?.name ?? ITSELF
}
