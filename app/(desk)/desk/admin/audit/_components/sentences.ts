import type { StoredEvent } from '@/lib/audit/events'

type Payload = Record<string, unknown>
type Phrase = string | ((payload: Payload) => string)

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : '')
const sized = (value: unknown): string => String(Array.isArray(value) ? value.length : 0)
const spelled = (name: string): string => name.replaceAll('_', ' ')

const END_REASONS: Record<string, string> = {
  signed_out: 'signed out',
  ended_by_owner: 'ended own sessions ({n})',
  ended_by_admin: 'ended a colleague’s sessions ({n})',
  password_changed: 'ended sessions by changing the password ({n})',
  disabled: 'ended sessions by disabling the account ({n})',
}

const sessionEnded = ({ sessionIds, reason }: Payload): string =>
  (END_REASONS[String(reason)] ?? 'ended sessions ({n})').replace('{n}', sized(sessionIds))

/** Event type -> what the actor did, following the name: "Ada Marsh | signed in". Types that are missing are spelled out. */
const PHRASES: Readonly<Record<string, Phrase>> = {
  'user.invited': ({ name, email, roles }) => `invited ${name} (${email}) as ${listed(roles)}`,
  'user.created': ({ name, roles }) => `created the account of ${name} as ${listed(roles)}`,
  'user.joined': 'accepted the invitation',
  'user.link_made': ({ kind }) => (kind === 'invite' ? 'made an invitation link' : 'made a reset link'),
  'user.roles_changed': ({ before, after }) => `changed roles from ${listed(before)} to ${listed(after)}`,
  'user.disabled': 'disabled an account',
  'user.enabled': 'enabled an account again',
  'user.password_changed': ({ by }) => (by === 'link' ? 'chose a new password by a link' : 'changed the own password'),
  'session.started': 'signed in',
  'session.ended': sessionEnded,
  'settings.created': ({ newsroomName }) => `opened the newsroom ${newsroomName}`,
  'settings.changed': ({ changed, version }) => `changed the settings (${listed(changed)}), version ${version}`,
  'article.imported': 'imported an article',
  'article.snapshot_added': ({ ordinal }) => `imported an article again: version ${ordinal}`,
  'article.day_confirmed': ({ publishedOn }) => `set the publication day to ${publishedOn}`,
  'article.details_updated': 'edited an article’s details',
  'publisher.created': 'added a publisher',
  'publisher.updated': 'edited a publisher',
  'publisher.merged': 'merged a publisher into another',
  'publisher.merge_undone': 'undid the merge of publishers',
  'model.asked': 'asked the language model about an article',
  'model.answered': 'took proposals of the language model for an article',
  'model.failed': 'got no proposals from the language model',
  'candidates.extracted': 'looked for claims in an article',
  'rereading.requested': ({ articles }) => `asked for ${articles} articles to be read again by newer rules`,
  'difference.taken': 'took over what newer rules read in a candidate',
  'difference.kept': 'kept a candidate as decided, against newer rules',
  'candidate.marked': 'marked a claim in the text',
  'candidate.accepted': 'accepted a candidate as a new claim',
  'candidate.merged': 'accepted a candidate as a known claim',
  'candidate.rejected': 'rejected a candidate',
  'claim.accepted': 'opened a claim',
  'claim.updated': 'edited a claim',
  'claim.state_set': ({ from, to }) => `moved a claim from ${spelled(String(from))} to ${spelled(String(to))}`,
  'claim.merged': 'merged a claim into another',
  'claim.unmerged': 'undid the merge of claims',
  'comment.added': 'commented',
  'evidence.added': ({ stance }) => `added evidence that ${stance === 'context' ? 'gives context' : stance}`,
  'evidence.removed': 'removed evidence',
  'prediction.proposed': 'proposed to open a prediction',
  'prediction.opened': 'approved and opened a prediction',
  'prediction.marked_too_vague': 'approved that a prediction is too vague',
  'prediction.resolved': 'confirmed how a prediction held up',
  'outcome.submitted': 'submitted an outcome',
  'outcome.approved': 'approved an outcome',
  'outcome.undone': 'undid an outcome',
  'verdict.submitted': 'submitted a verdict',
  'verdict.sent_back': 'sent a verdict back',
  'verdict.published': 'approved and published a verdict',
  'verdict.withdrawn': 'approved that a verdict is withdrawn',
}

/** "claim.quantities_set" -> "claim: quantities set" */
const fallback = (type: string): string => spelled(type).replace('.', ': ')

const isPayload = (payload: unknown): payload is Payload =>
  typeof payload === 'object' && payload !== null && !Array.isArray(payload)

type Told = Pick<StoredEvent, 'type' | 'payload'>

/** What was done, after the actor's name. A payload that was redacted is said to be. */
export function doneWords({ type, payload }: Told): string {
  const phrase = PHRASES[type]
  if (phrase === undefined) return fallback(type)
  if (typeof phrase === 'string') return phrase
  return isPayload(payload) ? phrase(payload) : `${fallback(type)} (details were removed)`
}

/** Where payloads name what it was about: a title, a name, a reason in somebody's words. */
const NAMING = ['title', 'shortForm', 'statement', 'name', 'alias', 'quote', 'reason', 'text', 'body']
const LONGEST = 140

/** What it was about, shortened; null where the payload names nothing or the sentence says it already. */
export function subjectWords({ type, payload }: Told): string | null {
  if (!isPayload(payload) || /^(user|session|settings)\./.test(type)) return null
  const words = NAMING.map((name) => payload[name]).find((value) => typeof value === 'string' && value.trim() !== '')
  if (typeof words !== 'string') return null
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words
}

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  article: (id) => `/desk/articles/${id}`,
  claim: (id) => `/desk/claims/${id}`,
  outcome: (id) => `/desk/outcomes/${id}`,
  publisher: (id) => `/desk/publishers/${id}`,
  settings: () => '/desk/admin/settings',
  user: (id) => `/desk/admin/people/${id}`,
}

/** What an entity is called among people. */
export const entityWords = (entityType: string): string => (entityType === 'user' ? 'person' : spelled(entityType))

type Placed = Pick<StoredEvent, 'entityType' | 'entityId' | 'payload'>

/** The page of what an event is about; null where it has none. */
export function pageOf({ entityType, entityId, payload }: Placed): string | null {
  const claimId = isPayload(payload) && typeof payload.claimId === 'string' ? payload.claimId : null
  if (entityType === 'prediction') return claimId ? `/desk/predictions/${claimId}` : null
  return PAGES[entityType]?.(entityId) ?? null
}
