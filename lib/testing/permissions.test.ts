import { expect, test } from 'vitest'
import * as accounts from '@/lib/accounts/policy'
import * as articles from '@/lib/articles/policy'
import * as audit from '@/lib/audit/policy'
import * as claims from '@/lib/claims/policy'
import { type Actor, ANONYMOUS, type Role, systemActor } from '@/lib/core/context'
import * as desk from '@/lib/desk/policy'
import * as discussion from '@/lib/discussion/policy'
import * as evidence from '@/lib/evidence/policy'
import * as jobs from '@/lib/jobs/policy'
import * as notices from '@/lib/notices/policy'
import * as predictions from '@/lib/predictions/policy'
import * as settings from '@/lib/settings/policy'
import * as verdicts from '@/lib/verdicts/policy'

/**
 * Every permission and who has it, spelled out once more: a change of a policy has to be made twice. A reader and somebody
 * without a role may nothing at all.
 */

const user = (...roles: Role[]): Actor => ({ kind: 'user', id: 'own', name: 'Ada', roles })
const ACTORS = {
  reviewer: user('reviewer'),
  editor: user('editor'),
  admin: user('admin'),
  process: systemActor('worker'),
}
type Who = keyof typeof ACTORS
const STAFF: Who[] = ['reviewer', 'editor', 'admin', 'process']
const PEOPLE: Who[] = ['reviewer', 'editor', 'admin']
const REVIEW: Who[] = ['reviewer', 'editor']
const ADMIN: Who[] = ['admin', 'process']

const own = { authorId: 'own', writers: [] }
const wrote = { authorId: 'other', writers: ['own'] }
const foreign = { authorId: 'other', writers: [] }

const PERMISSIONS: [string, (actor: Actor) => boolean, Who[]][] = [
  ['accounts: canReadPeople', accounts.canReadPeople, ADMIN],
  ['accounts: canInvite', accounts.canInvite, ADMIN],
  ['accounts: canSetRoles', accounts.canSetRoles, ADMIN],
  ['accounts: canDisable', accounts.canDisable, ADMIN],
  ['accounts: canEnable', accounts.canEnable, ADMIN],
  ['accounts: canMakeLink', accounts.canMakeLink, ADMIN],
  ['accounts: canReadColleagues', accounts.canReadColleagues, STAFF],
  ['accounts: canCreateUser', accounts.canCreateUser, ['process']],
  ['accounts: canUseAccount, own', (actor) => accounts.canUseAccount(actor, 'own'), PEOPLE],
  ['accounts: canUseAccount, of another', (actor) => accounts.canUseAccount(actor, 'other'), []],
  ['accounts: canEndSessionOf, own', (actor) => accounts.canEndSessionOf(actor, 'own'), STAFF],
  ['accounts: canEndSessionOf, of another', (actor) => accounts.canEndSessionOf(actor, 'other'), ADMIN],
  ['articles: canImport', articles.canImport, ADMIN],
  ['articles: canReadArticles', articles.canReadArticles, STAFF],
  ['articles: canEditArticle, cited', (actor) => articles.canEditArticle(actor, { isCited: true }), ['editor']],
  ['articles: canEditArticle', (actor) => articles.canEditArticle(actor, { isCited: false }), STAFF],
  ['articles: canHideArticle, cited', (actor) => articles.canHideArticle(actor, { isCited: true }), ['editor']],
  ['articles: canHideArticle', (actor) => articles.canHideArticle(actor, { isCited: false }), ['editor', ...ADMIN]],
  ['articles: canEditPublishers', articles.canEditPublishers, ['editor', ...ADMIN]],
  ['articles: canMergePublishers', articles.canMergePublishers, ['editor']],
  ['articles: canSplitPublishers', articles.canSplitPublishers, ['editor']],
  ['articles: canWatchFeeds', articles.canWatchFeeds, ADMIN],
  ['articles: canLinkStories', articles.canLinkStories, ADMIN],
  ['articles: canKeepStories', articles.canKeepStories, ['editor', ...ADMIN]],
  ['audit: canReadAuditLog', audit.canReadAuditLog, ADMIN],
  ['audit: canReadHistory', audit.canReadHistory, STAFF],
  ['claims: canReadDesk', claims.canReadDesk, STAFF],
  ['claims: canTriage', claims.canTriage, REVIEW],
  ['claims: canEditClaim', claims.canEditClaim, REVIEW],
  ['claims: canMergeClaim', (actor) => claims.canMergeClaim(actor, { isPublished: false }), REVIEW],
  ['claims: canMergeClaim, published', (actor) => claims.canMergeClaim(actor, { isPublished: true }), ['editor']],
  ['claims: canKeepSpeakers', claims.canKeepSpeakers, ['editor']],
  ['claims: canKeepReplies', claims.canKeepReplies, ['editor']],
  ['claims: canExtract', claims.canExtract, STAFF],
  ['claims: canRegroupUnnamed', claims.canRegroupUnnamed, ['editor', 'process']],
  ['claims: canReread', claims.canReread, ADMIN],
  ['desk: canReadSuggestions', desk.canReadSuggestions, STAFF],
  ['desk: canDecideSuggestions', desk.canDecideSuggestions, REVIEW],
  ['desk: canForgetContacts', desk.canForgetContacts, ['process']],
  ['desk: canKeepCalendars', desk.canKeepCalendars, PEOPLE],
  ['desk: canRevokeCalendarsOf, own', (actor) => desk.canRevokeCalendarsOf(actor, 'own'), PEOPLE],
  ['desk: canRevokeCalendarsOf of another', (actor) => desk.canRevokeCalendarsOf(actor, 'other'), ['admin']],
  ['desk: canChangeView, own', (actor) => desk.canChangeView(actor, { ownerId: 'own', isShared: false }), PEOPLE],
  [
    'desk: canChangeView, shared',
    (actor) => desk.canChangeView(actor, { ownerId: 'other', isShared: true }),
    ['editor'],
  ],
  ['desk: canChangeView, of another', (actor) => desk.canChangeView(actor, { ownerId: 'other', isShared: false }), []],
  ['discussion: canComment', discussion.canComment, PEOPLE],
  ['discussion: canReadComments', discussion.canReadComments, STAFF],
  ['discussion: canHideComment, own', (actor) => discussion.canHideComment(actor, own), PEOPLE],
  ['discussion: canHideComment, of another', (actor) => discussion.canHideComment(actor, foreign), ['editor']],
  ['evidence: canEditEvidence', evidence.canEditEvidence, REVIEW],
  ['evidence: canReadEvidence', evidence.canReadEvidence, STAFF],
  ['evidence: canSweepSources', evidence.canSweepSources, ['process']],
  ['jobs: canReadJobs', jobs.canReadJobs, ADMIN],
  ['jobs: canManageJobs', jobs.canManageJobs, ADMIN],
  ['jobs: canReadRun', jobs.canReadRun, STAFF],
  ['jobs: canSteerRun', jobs.canSteerRun, ADMIN],
  ['notices: canReadNotices', notices.canReadNotices, PEOPLE],
  ['notices: canBeTold of an approval', (actor) => notices.canBeTold(actor, 'approval'), ['editor']],
  ['notices: canBeTold of a failed import', (actor) => notices.canBeTold(actor, 'import_failed'), PEOPLE],
  ['notices: canBeTold of a mention', (actor) => notices.canBeTold(actor, 'mentioned'), PEOPLE],
  ['notices: kindsFor', (actor) => notices.kindsFor(actor).includes('approval'), ['editor']],
  ['notices: canMakeNotices', notices.canMakeNotices, ['process']],
  ['predictions: canReadPredictions', predictions.canReadPredictions, STAFF],
  ['predictions: canWritePredictions', predictions.canWritePredictions, REVIEW],
  ['predictions: canApprovePredictions', predictions.canApprovePredictions, ['editor']],
  ['predictions: canUndoResolutions', predictions.canUndoResolutions, ['editor']],
  ['predictions: canScoreLedger', predictions.canScoreLedger, ['process']],
  ['predictions: canFindNews', predictions.canFindNews, ADMIN],
  ['settings: canChangeSettings', settings.canChangeSettings, ADMIN],
  ['settings: canCreateSettings', settings.canCreateSettings, ['process']],
  ['verdicts: canReadVerdictDesk', verdicts.canReadVerdictDesk, STAFF],
  ['verdicts: canReplyToRemark', verdicts.canReplyToRemark, REVIEW],
  ['verdicts: canDealWithRemark, own', (actor) => verdicts.canDealWithRemark(actor, own), REVIEW],
  ['verdicts: canDealWithRemark, writer', (actor) => verdicts.canDealWithRemark(actor, wrote), REVIEW],
  ['verdicts: canDealWithRemark, of another', (actor) => verdicts.canDealWithRemark(actor, foreign), []],
  ['verdicts: canReopenRemark, own', (actor) => verdicts.canReopenRemark(actor, own), REVIEW],
  ['verdicts: canReopenRemark, of another', (actor) => verdicts.canReopenRemark(actor, foreign), ['editor']],
  ['verdicts: canReadAgreement', verdicts.canReadAgreement, ADMIN],
  ['verdicts: canWriteVerdict', verdicts.canWriteVerdict, REVIEW],
  ['verdicts: canReadExternal', verdicts.canReadExternal, STAFF],
  ['verdicts: canImportExternal', verdicts.canImportExternal, ADMIN],
  ['verdicts: canDecideExternal', verdicts.canDecideExternal, ['editor']],
  ['verdicts: canHideExternal', verdicts.canHideExternal, ['editor', ...ADMIN]],
]

test.each(PERMISSIONS)('%s', (_name, may, who) => {
  for (const name of STAFF) expect(`${name}: ${may(ACTORS[name])}`).toBe(`${name}: ${who.includes(name)}`)
  expect(may(ANONYMOUS)).toBe(false)
})

test('somebody without a role may nothing but what is their own', () => {
  const mayOwn = PERMISSIONS.filter(([, may]) => may(user())).map(([name]) => name)
  expect(mayOwn).toEqual(['accounts: canUseAccount, own', 'accounts: canEndSessionOf, own', 'desk: canChangeView, own'])
})

test('each permission of each policy is listed', () => {
  const policies = {
    ...{
      accounts,
      articles,
      audit,
      claims,
      desk,
      discussion,
      evidence,
      jobs,
      notices,
      predictions,
      settings,
      verdicts,
    },
  }
  const names = Object.entries(policies).flatMap(([domain, policy]) =>
    Object.keys(policy)
      .filter((name) => /^(can[A-Z]|kindsFor)/.test(name))
      .map((name) => `${domain}: ${name}`),
  )
  expect(names.filter((name) => !PERMISSIONS.some(([listed]) => listed.split(/,| of /)[0] === name))).toEqual([])
})
