import { counted } from '@/lib/core/counts'
import type { Payload, Phrase } from './phrase'
import { REPLIES } from './reply-phrases'

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : '')
const sized = (value: unknown): number => (Array.isArray(value) ? value.length : 0)
const spelled = (value: unknown): string => String(value).replaceAll('_', ' ')
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const always =
  (words: string): Phrase =>
  () =>
    words
/** "edited the publisher NAME", or "edited a publisher" where it has no name any more. */
const the = (kind: string, own: string | null): string => (own === null ? `a ${kind}` : `the ${kind} ${own}`)
const version = (payload: Payload): string =>
  payload.ordinal === 1 ? 'a verdict' : `version ${payload.ordinal} of a verdict`
const of = (own: string | null): string => (own === null ? 'somebody' : own)
const into = (name: string | null): string => name ?? 'another'

const END_REASONS: Record<string, string> = {
  signed_out: 'signed out',
  ended_by_owner: 'ended own sessions ({n})',
  ended_by_admin: 'ended the sessions of {own} ({n})',
  password_changed: 'ended sessions by changing the password ({n})',
  disabled: 'ended the sessions of {own} by disabling the account ({n})',
}

const ACCOUNTS: Record<string, Phrase> = {
  'user.invited': ({ payload: { name, email, roles } }) => `invited ${name} (${email}) as ${listed(roles)}`,
  'user.created': ({ payload: { name, roles } }) => `created the account of ${name} as ${listed(roles)}`,
  'user.joined': always('accepted the invitation'),
  'user.link_made': ({ payload, own }) =>
    `made ${payload.kind === 'invite' ? 'an invitation' : 'a reset'} link for ${of(own)}`,
  'user.roles_changed': ({ payload: { before, after }, own }) =>
    `changed the roles of ${of(own)} from ${listed(before)} to ${listed(after)}`,
  'user.disabled': ({ own }) => `disabled the account of ${of(own)}`,
  'user.enabled': ({ own }) => `enabled the account of ${of(own)} again`,
  'user.password_changed': ({ payload: { by } }) =>
    by === 'link' ? 'chose a new password by a link' : 'changed the own password',
  'session.started': always('signed in'),
  'session.ended': ({ payload: { sessionIds, reason }, own }) =>
    (END_REASONS[String(reason)] ?? 'ended sessions ({n})')
      .replace('{n}', String(sized(sessionIds)))
      .replace('{own}', of(own)),
  'settings.created': ({ payload }) => `opened the newsroom ${payload.newsroomName}`,
  'settings.changed': ({ payload }) => `changed the settings (${listed(payload.changed)}), version ${payload.version}`,
}

const ARTICLES: Record<string, Phrase> = {
  'article.imported': always('imported an article'),
  'article.story_joined': ({ payload: { isByHand, similarity } }) =>
    isByHand
      ? 'linked an article with another one as one story'
      : typeof similarity === 'number'
        ? `found an article to be a copy: ${Math.floor(similarity * 100)} % of the text`
        : 'joined the story of an article with that of its copy',
  'article.story_left': always('took an article out of its story'),
  'article.snapshot_added': ({ payload }) => `imported an article again: version ${payload.ordinal}`,
  'article.day_confirmed': ({ payload: { before, publishedOn } }) =>
    before
      ? `moved an article’s publication day from ${before} to ${publishedOn}`
      : `set an article’s publication day to ${publishedOn}`,
  'article.details_updated': always('edited an article’s title, byline, address or publisher'),
  'article.hidden': always('hid an article'),
  'article.shown': always('brought a hidden article back'),
  'article.reason_given': always('said why an article is hidden or shown again'),
  'batch.started': ({ payload }) =>
    payload.isDryRun === true
      ? `tried the table ${payload.fileName} of ${counted(Number(payload.rows), 'row')}`
      : `brought in the table ${payload.fileName} of ${counted(Number(payload.rows), 'row')}`,
  'feed.added': ({ payload }) => `began to watch the feed ${payload.title}`,
  'feed.edited': ({ own }) => `changed how ${the('feed', own)} is watched`,
  'feed.paused': ({ own }) => `stopped watching ${the('feed', own)}`,
  'feed.resumed': ({ own }) => `began to watch ${the('feed', own)} again`,
  'feed.items_chosen': ({ own, payload }) =>
    `chose ${counted(sized(payload.itemIds), 'item')} of ${the('feed', own)} to be imported`,
  'feed.items_dismissed': ({ own, payload }) =>
    `dismissed ${counted(sized(payload.itemIds), 'item')} of ${the('feed', own)}`,
  'publisher.created': ({ own, payload }) => `added ${the('publisher', own ?? text(payload.name))}`,
  'publisher.updated': ({ own }) => `edited ${the('publisher', own)}`,
  'publisher.merged': ({ own, payload, nameOf }) =>
    `merged ${the('publisher', own)} into ${into(nameOf('publisher', payload.intoId))}`,
  'publisher.merge_undone': ({ own, payload, nameOf }) =>
    `undid the merge of ${the('publisher', own)} into ${into(nameOf('publisher', payload.fromId))}`,
  'publisher.reason_given': ({ own }) => `said why ${the('publisher', own)} was merged or split`,
  'publisher.split': ({ own, payload, nameOf }) =>
    `split ${counted(sized(payload.articleIds), 'article')} off ${the('publisher', own)} to ${into(nameOf('publisher', payload.toId))}`,
  'publisher.split_undone': ({ own }) => `undid a split of ${the('publisher', own)}`,
  'candidates.carried': ({ payload }) =>
    `looked for earlier claims in a changed text: ${payload.found} found, ${payload.gone} gone, ${payload.unclear} unclear`,
  'candidates.extracted': ({ payload }) =>
    `looked for claims in an article: ${payload.added} new, ${payload.kept} kept`,
  'model.asked': ({ payload }) => `asked the language model ${payload.model} about an article`,
  'model.answered': ({ payload }) =>
    `took ${counted(Number(payload.added), 'proposal')} of the language model for an article`,
  'model.failed': ({ payload }) => `got no proposals from the language model (${spelled(payload.reason)})`,
}

const QUEUE: Record<string, Phrase> = {
  'jobs.restarted': ({ payload }) =>
    `had ${counted(Number(payload.count), 'failed job')} tried again (${spelled(payload.name)})`,
  'jobs.discarded': ({ payload }) =>
    `discarded ${counted(Number(payload.count), 'failed job')} (${spelled(payload.name)})`,
}

const RUNS: Record<string, Phrase> = {
  'run.cancelled': ({ payload }) =>
    `cancelled a long run after ${counted(Number(payload.done) + Number(payload.refused), 'piece')} (${payload.label})`,
  'run.resumed': ({ payload }) =>
    `resumed a long run after ${counted(Number(payload.done) + Number(payload.refused), 'piece')} (${payload.label})`,
}

const CLAIMS: Record<string, Phrase> = {
  'rereading.requested': ({ payload }) =>
    `asked for ${counted(Number(payload.articles), 'article')} to be read again by newer rules`,
  'difference.taken': always('took over what newer rules read in a candidate'),
  'difference.kept': always('kept a candidate as decided, against newer rules'),
  'candidate.marked': always('marked a claim in the text'),
  'candidate.adjusted': always('gave a claim other first or last words'),
  'candidate.accepted': always('accepted a candidate as a new claim'),
  'candidate.place_chosen': ({ payload }) =>
    payload.start === null
      ? 'said that a claim is not in a changed text any more'
      : 'said where a claim stands in a changed text',
  'candidate.merged': always('accepted a candidate as a known claim'),
  'candidate.rejected': ({ payload }) => `rejected a candidate (${spelled(payload.reason)})`,
  'candidate.reopened': ({ payload }) => `took back that a candidate was ${spelled(payload.from)}`,
  'claim.accepted': always('opened a claim'),
  'claim.updated': always('edited the statement of a claim'),
  'claim.speaker_set': ({ payload, nameOf }) =>
    `set who made a claim: ${payload.after ? (nameOf('speaker', payload.after) ?? 'a speaker') : 'the publisher itself'}`,
  'claim.quantities_set': always('edited the figures of a claim'),
  'claim.topics_set': ({ payload }) => `set the topics of a claim: ${listed(payload.after) || 'none'}`,
  'claim.occurrence_added': always('added a place where a claim was made'),
  'claim.occurrence_left': ({ payload, nameOf }) =>
    `moved a place to another claim: ${into(nameOf('claim', payload.toClaimId))}`,
  'claim.state_set': ({ payload: { from, to } }) => `moved a claim from ${spelled(from)} to ${spelled(to)}`,
  'claim.assigned': ({ payload, nameOf }) =>
    payload.after
      ? `assigned a claim to ${text(payload.name) ?? nameOf('user', payload.after) ?? 'somebody'}`
      : 'took the assignment of a claim away',
  'claim.merged': ({ payload, nameOf }) => `merged a claim into ${into(nameOf('claim', payload.intoClaimId))}`,
  'claim.absorbed': ({ payload, nameOf }) =>
    `merged another claim into this one: ${into(nameOf('claim', payload.fromClaimId))}`,
  'claim.unmerged': ({ payload }) =>
    `undid a merge of claims (${counted(Number(payload.occurrences), 'place')} went back)`,
  'claim.hidden': always('hid a claim'),
  'claim.unhidden': always('brought a hidden claim back'),
  'claim.linked': ({ payload, nameOf }) =>
    `linked a claim (${spelled(payload.kind)}) to ${into(nameOf('claim', payload.toClaimId))}`,
  'claim.unlinked': ({ payload, nameOf }) =>
    `took away the link (${spelled(payload.kind)}) to ${into(nameOf('claim', payload.toClaimId))}`,
  'speaker.made': ({ own, payload }) => `added ${the('speaker', own ?? text(payload.name))}`,
  'speaker.edited': ({ payload }) =>
    payload.before === payload.after
      ? `edited the speaker ${payload.after}`
      : `renamed the speaker ${payload.before} to ${payload.after}`,
  'speaker.regrouped': ({ own, payload, nameOf }) =>
    `moved what ${the('speaker', own)} said to ${into(nameOf('speaker', payload.toSpeakerId))}`,
  'speaker.alias_proposed': ({ own, payload }) => `proposed the spelling ${payload.alias} for ${of(own)}`,
  'speaker.alias_confirmed': ({ own, payload }) => `confirmed the spelling ${payload.alias} for ${of(own)}`,
  'speaker.alias_refused': ({ own, payload }) => `refused the spelling ${payload.alias} for ${of(own)}`,
  'speaker.alias_split': ({ own, payload, nameOf }) =>
    `split the spelling ${payload.alias} off ${of(own)}, as ${into(nameOf('speaker', payload.toSpeakerId))}`,
  'speaker.merged': ({ own, payload, nameOf }) =>
    `merged ${the('speaker', own)} into ${into(nameOf('speaker', payload.intoSpeakerId))}`,
  'speaker.merge_undone': ({ own, payload, nameOf }) =>
    `undid the merge of ${the('speaker', own)} into ${into(nameOf('speaker', payload.fromSpeakerId))}`,
  'comment.added': always('commented'),
  'comment.hidden': always('hid a comment'),
}

const stance = (value: unknown): string => (value === 'context' ? 'gives context' : String(value))

const REVIEW: Record<string, Phrase> = {
  'evidence.added': ({ payload }) => `added evidence that ${stance(payload.stance)}`,
  'evidence.updated': always('edited a piece of evidence'),
  'evidence.moved': ({ payload }) => `moved a piece of evidence ${payload.direction}`,
  'evidence.removed': always('removed a piece of evidence'),
  'source.updated': always('edited the details of a source'),
  'source.copied': ({ payload, own }) => `kept copy ${payload.ordinal} of ${the('source', own)}`,
  'source.changed': ({ payload, own }) =>
    Number(payload.excerptsGone) > 0
      ? `found ${the('source', own)} changed: ${counted(Number(payload.excerptsGone), 'excerpt')} gone`
      : `found ${the('source', own)} changed`,
  'source.unreachable': ({ own }) => `could not reach ${the('source', own)}`,
  'source.alert_settled': ({ own }) => `looked at what changed in ${the('source', own)}`,
  'source.archiving_asked': ({ own }) => `asked a web archive to keep ${the('source', own)}`,
  'source.archived': ({ own }) => `got a web archive’s copy of ${the('source', own)}`,
  'verdict.started': ({ payload }) => `began ${version(payload)}`,
  'verdict.saved': ({ payload }) =>
    `saved revision ${payload.revision} of a verdict${payload.tookBack === true ? ', which took its submission back' : ''}`,
  'verdict.submitted': ({ payload }) => `submitted revision ${payload.revision} of a verdict`,
  'verdict.taken_back': ({ payload }) => `took revision ${payload.revision} of a verdict back`,
  'verdict.sent_back': ({ payload }) => `sent revision ${payload.revision} of a verdict back`,
  'verdict.remarked': ({ payload }) => `made a remark on revision ${payload.revision} of a verdict`,
  'verdict.remark_answered': always('replied to a remark on a verdict'),
  'verdict.remark_dealt_with': always('dealt with a remark on a verdict'),
  'verdict.remark_reopened': always('opened a remark on a verdict again'),
  'verdict.looked': ({ payload }) => `had revision ${payload.revision} of a verdict shown without rating it blind`,
  'verdict.rated_again': ({ payload }) =>
    `gave a second rating of revision ${payload.revision} of a verdict${payload.isBlind === true ? ', blind' : ', not blind'}`,
  'verdict.dropped': ({ payload }) =>
    payload.correctionId ? 'dropped a correction' : 'dropped the draft of a verdict',
  'verdict.published': ({ payload }) =>
    `approved and published ${version(payload)}: ${spelled(payload.rating).replaceAll('-', ' ')}`,
  'verdict.correction_started': ({ payload }) => `began a correction of a verdict (${spelled(payload.level)})`,
  'verdict.withdrawal_proposed': always('proposed to withdraw a verdict'),
  'verdict.withdrawal_dropped': always('dropped the proposal to withdraw a verdict'),
  'verdict.recheck_planned': ({ payload }) => `set the day to check a verdict again: ${payload.dueOn}`,
  'verdict.recheck_noted': always('noted why a verdict still stands'),
  'verdict.rechecked': ({ payload }) => `checked ${version(payload)} again: it still stands`,
  'verdict.withdrawn': always('approved that a verdict is withdrawn'),
  'prediction.saved': ({ payload }) => `saved revision ${payload.revision} of a prediction`,
  'prediction.proposed': ({ payload }) =>
    payload.isTooVague ? 'proposed that a prediction is too vague' : 'proposed to open a prediction',
  'prediction.sent_back': ({ payload }) => `sent revision ${payload.revision} of a prediction back`,
  'prediction.opened': always('approved and opened a prediction'),
  'prediction.marked_too_vague': always('approved that a prediction is too vague'),
  'prediction.clarified': always('clarified an opened prediction'),
  'prediction.resolved': ({ payload }) => `approved how a prediction held up: ${spelled(payload.kind)}`,
  'prediction.resolution_undone': ({ payload }) =>
    `undid that a prediction ${spelled(payload.undone)}; it is open again`,
  'prediction.news_found': ({ payload }) =>
    `found in later articles ${counted(sized(payload.newsIds), 'statement')} about a prediction`,
  'prediction.news_decided': ({ payload }) =>
    `marked what a later article says of a prediction as ${spelled(payload.state)}`,
  'judgement.proposed': ({ payload }) => `proposed to resolve a prediction as ${spelled(payload.kind)}`,
  'judgement.refused': ({ payload }) => `refused to resolve a prediction as ${spelled(payload.kind)}`,
  'outcome.saved': ({ payload }) => `saved revision ${payload.revision} of an outcome`,
  'outcome.linked': ({ payload }) => `put ${counted(sized(payload.links), 'prediction')} on the list of an outcome`,
  'outcome.submitted': ({ payload }) => `submitted revision ${payload.revision} of an outcome`,
  'outcome.sent_back': ({ payload }) => `sent revision ${payload.revision} of an outcome back`,
  'outcome.dropped': always('dropped the draft of an outcome'),
  'outcome.approved': ({ payload }) =>
    `approved an outcome, which resolved ${counted(sized(payload.links), 'prediction')}`,
  'outcome.undone': ({ payload }) =>
    `undid an outcome: ${counted(sized(payload.predictionIds), 'prediction')} open again`,
}

const OTHERS: Record<string, Phrase> = {
  'external.import_started': ({ payload }) =>
    `brought in ${counted(Number(payload.rows), 'row')} with other desks’ verdicts (${payload.label})`,
  'external.confirmed': ({ payload }) =>
    `confirmed that ${payload.publisherName} ruled on the same claim (${payload.ratingText})`,
  'external.refused': ({ payload }) => `said that ${payload.publisherName} ruled on another claim`,
  'external.taken_back': ({ payload }) =>
    `took back that ${payload.publisherName} ruled on ${payload.wasSame === true ? 'the same' : 'another'} claim`,
  'external.hidden': ({ payload }) => `hid what ${payload.publisherName} ruled`,
  'external.shown': ({ payload }) => `showed what ${payload.publisherName} ruled again`,
  'external.reason_given': always('said why another desk’s verdict is hidden'),
  'suggestion.received': always('suggested a claim'),
  'suggestion.looked_at': always('began to look at a suggested claim'),
  'suggestion.taken_up': ({ payload, nameOf }) =>
    `took a suggested claim up: ${nameOf('claim', payload.toClaimId) ?? 'a claim'}`,
  'suggestion.declined': ({ payload }) => `did not take a suggested claim up (${spelled(payload.why)})`,
  'suggestion.marked_spam': always('marked a suggested claim as spam'),
  'suggestion.put_back': ({ payload }) => `took back that a suggested claim was ${spelled(payload.from)}`,
  'view.shared': ({ payload }) => `shared the view ${payload.name} of the ${payload.page} with the desk`,
  'view.unshared': ({ payload }) => `took away the shared view ${payload.name}`,
  'calendar.made': ({ payload }) => `made the calendar ${payload.name} with a secret address`,
  'calendar.renewed': ({ payload }) => `gave the calendar ${payload.name} a new secret address`,
  'calendar.revoked': ({ payload }) => `revoked the calendar ${payload.name}`,
  'suggestion.contact_forgotten': always('deleted how to reach whoever suggested a claim'),
}

/** Event type -> what the actor did, following the name: "Ada Marsh | signed in". */
export const PHRASES: Readonly<Record<string, Phrase>> = {
  ...ACCOUNTS,
  ...ARTICLES,
  ...QUEUE,
  ...RUNS,
  ...CLAIMS,
  ...REVIEW,
  ...{ ...OTHERS, ...REPLIES },
}

/** Where a payload points to others: the property, and the kind of what it names. */
export const POINTERS: Readonly<Record<string, string>> = {
  intoId: 'publisher',
  fromId: 'publisher',
  toId: 'publisher',
  intoSpeakerId: 'speaker',
  fromSpeakerId: 'speaker',
  toSpeakerId: 'speaker',
  intoClaimId: 'claim',
  fromClaimId: 'claim',
  toClaimId: 'claim',
}
