import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'
import { ClaimKind, ClaimLinkKind, ClaimState, DIFFERENCE_FIELDS, ModelFailure, SpeakerKind } from './schema'

const id = z.uuid()
const PartOfBulk = z.object({ id, isUndo: z.boolean() })
export type PartOfBulk = z.infer<typeof PartOfBulk>
const difference = z.object({
  articleId: id,
  differenceId: id,
  extractorVersion: z.string(),
  fields: z.array(z.enum(DIFFERENCE_FIELDS)),
})

/** Right of reply: the words stand on the page, not in the log. */
const reply = z.object({ replyId: id, byName: z.string(), receivedOn: z.string() })
const withdrawnReply = z.object({ replyId: id, byName: z.string(), reason: z.string() })

/**
 * Public are the events whose effect a public page may show, once the claim or speaker is on one (see
 * commands/recording.ts); their payloads travel in public exports, so they carry no text that was not published.
 */
export const claimEvents = defineEvents({
  'candidates.extracted': {
    entityType: 'snapshot',
    isPublic: false,
    payload: z.object({
      articleId: id,
      extractorVersion: z.string(),
      publishedOn: z.string().nullable(),
      country: z.string().nullable(),
      added: z.int(),
      removed: z.int(),
      kept: z.int(),
      /** Of a very long text: how many of the least check-worthy were not stored. */
      leftOut: z.int().default(0),
      /** Decided candidates that these rules read otherwise than those they were decided on. */
      differing: z.int().default(0),
    }),
  },
  /** Of a new text: where the words of what was found in earlier texts of the article stand. */
  'candidates.carried': {
    entityType: 'snapshot',
    isPublic: false,
    payload: z.object({ articleId: id, found: z.int(), gone: z.int(), unclear: z.int() }),
  },
  /** `start` null: not said in this text any more. */
  'candidate.place_chosen': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({ snapshotId: id, start: z.int().nullable() }),
  },
  'rereading.requested': {
    entityType: 'rereading',
    isPublic: false,
    payload: z.object({ extractorVersion: z.string(), articles: z.int() }),
  },
  'model.asked': {
    entityType: 'snapshot',
    isPublic: false,
    payload: z.object({ articleId: id, model: z.string(), promptVersion: z.int() }),
  },
  'model.answered': {
    entityType: 'snapshot',
    isPublic: false,
    payload: z.object({
      articleId: id,
      model: z.string(),
      promptVersion: z.int(),
      added: z.int(),
      /** Dropped: words that do not stand in the text; not of the asked shape; marked as a candidate already. */
      invented: z.int(),
      unusable: z.int(),
      known: z.int(),
      /** Characters of the text that were not read: it is very long, or a later piece got no answer. */
      unread: z.int(),
      latencyMs: z.int(),
      tokensIn: z.int().nullable(),
      tokensOut: z.int().nullable(),
      /** In the currency of LM_PRICE_IN and LM_PRICE_OUT. */
      cost: z.number().nullable(),
    }),
  },
  'model.failed': {
    entityType: 'snapshot',
    isPublic: false,
    payload: z.object({ articleId: id, model: z.string(), promptVersion: z.int(), reason: ModelFailure }),
  },
  'candidate.marked': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({ articleId: id, snapshotId: id, start: z.int(), end: z.int(), quote: z.string() }),
  },
  /** A person's candidate in place of another with other first or last words, `fromId`. */
  'candidate.adjusted': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({
      articleId: id,
      snapshotId: id,
      fromId: id,
      start: z.int(),
      end: z.int(),
      quote: z.string(),
    }),
  },
  'candidate.accepted': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({ claimId: id, occurrenceId: id }),
  },
  'candidate.merged': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({ claimId: id, occurrenceId: id }),
  },
  'candidate.rejected': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({ reason: z.string(), note: z.string() }),
  },
  'candidate.reopened': {
    entityType: 'candidate',
    isPublic: false,
    payload: z.object({ from: z.enum(['accepted', 'merged', 'rejected']), claimId: id.nullable() }),
  },
  'difference.taken': { entityType: 'candidate', isPublic: false, payload: difference },
  'difference.kept': { entityType: 'candidate', isPublic: false, payload: difference },
  'claim.accepted': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({
      statement: z.string(),
      shortForm: z.string(),
      kind: ClaimKind,
      speakerId: id.nullable(),
      candidateId: id.nullable(),
    }),
  },
  'claim.updated': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({
      before: z.object({ statement: z.string(), shortForm: z.string(), kind: ClaimKind }),
      after: z.object({ statement: z.string(), shortForm: z.string(), kind: ClaimKind }),
    }),
  },
  'claim.speaker_set': {
    entityType: 'claim',
    isPublic: true,
    /** `occurrenceIds`: the places that named the speaker before, and are the new one's now. */
    payload: z.object({ before: id.nullable(), after: id.nullable(), occurrenceIds: z.array(id).default([]) }),
  },
  'claim.quantities_set': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ kept: z.int(), added: z.int(), removed: z.int() }),
  },
  'claim.topics_set': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
  },
  'claim.occurrence_added': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ occurrenceId: id, articleId: id }),
  },
  'claim.occurrence_left': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ occurrenceId: id, toClaimId: id }),
  },
  'claim.state_set': { entityType: 'claim', isPublic: true, payload: z.object({ from: ClaimState, to: ClaimState }) },
  /** `name`: of whom it was given to, as they were called then. `bulk`: the move of many that it was part of, or its undoing. */
  'claim.assigned': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({
      before: id.nullable(),
      after: id.nullable(),
      name: z.string().nullable(),
      bulk: PartOfBulk.nullable().default(null),
    }),
  },
  'claim.merged': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ intoClaimId: id, stateBefore: ClaimState, occurrenceIds: z.array(id) }),
  },
  'claim.absorbed': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ fromClaimId: id, occurrences: z.int() }),
  },
  'claim.unmerged': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ fromClaimId: id, occurrences: z.int() }),
  },
  'claim.hidden': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ reason: z.string(), stateBefore: ClaimState }),
  },
  'claim.reply_added': { entityType: 'claim', isPublic: true, payload: reply },
  'claim.reply_withdrawn': { entityType: 'claim', isPublic: true, payload: withdrawnReply },
  'speaker.reply_added': { entityType: 'speaker', isPublic: true, payload: reply },
  'speaker.reply_withdrawn': { entityType: 'speaker', isPublic: true, payload: withdrawnReply },
  'claim.unhidden': { entityType: 'claim', isPublic: true, payload: z.object({ to: ClaimState }) },
  'claim.linked': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ linkId: id, toClaimId: id, kind: ClaimLinkKind }),
  },
  'claim.unlinked': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ linkId: id, toClaimId: id, kind: ClaimLinkKind }),
  },
  'speaker.made': {
    entityType: 'speaker',
    isPublic: false,
    payload: z.object({ name: z.string(), kind: SpeakerKind }),
  },
  'speaker.edited': {
    entityType: 'speaker',
    isPublic: true,
    payload: z.object({ before: z.string(), after: z.string(), kind: SpeakerKind }),
  },
  'speaker.alias_proposed': {
    entityType: 'speaker',
    isPublic: false,
    payload: z.object({ aliasId: id, alias: z.string() }),
  },
  'speaker.alias_confirmed': {
    entityType: 'speaker',
    isPublic: true,
    payload: z.object({ aliasId: id, alias: z.string() }),
  },
  'speaker.alias_refused': {
    entityType: 'speaker',
    isPublic: true,
    payload: z.object({ aliasId: id, alias: z.string() }),
  },
  'speaker.alias_split': {
    entityType: 'speaker',
    isPublic: true,
    payload: z.object({
      ...{ aliasId: id, alias: z.string(), toSpeakerId: id },
      ...{ occurrenceIds: z.array(id), claimIds: z.array(id), predictionIds: z.array(id) },
    }),
  },
  'speaker.merged': {
    entityType: 'speaker',
    isPublic: true,
    payload: z.object({
      intoSpeakerId: id,
      occurrenceIds: z.array(id),
      claimIds: z.array(id),
      predictionIds: z.array(id),
    }),
  },
  'speaker.merge_undone': { entityType: 'speaker', isPublic: true, payload: z.object({ fromSpeakerId: id }) },
  /**
   * What the unnamed groups of one publisher said counts under another: their articles moved there. `causeId`: the event that
   * moved them; when that one is undone, the claims and predictions listed here come back.
   */
  'speaker.regrouped': {
    entityType: 'speaker',
    isPublic: true,
    payload: z.object({
      ...{ causeId: id, toSpeakerId: id },
      ...{ occurrenceIds: z.array(id), claimIds: z.array(id), predictionIds: z.array(id) },
    }),
  },
})
