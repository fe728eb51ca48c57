import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'

const verdict = { verdictId: z.uuid(), ordinal: z.int() }
const revision = z.int()
const remark = { ...verdict, remarkId: z.uuid() }
const correction = { correctionId: z.uuid(), note: z.string() }

/** All are events of the claim, so that its history tells them and the worker is handed the claim. */
export const verdictEvents = defineEvents({
  'verdict.started': { entityType: 'claim', isPublic: false, payload: z.object(verdict) },
  'verdict.saved': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, revision, fields: z.array(z.string()), tookBack: z.boolean() }),
  },
  'verdict.submitted': { entityType: 'claim', isPublic: false, payload: z.object({ ...verdict, revision }) },
  'verdict.taken_back': { entityType: 'claim', isPublic: false, payload: z.object({ ...verdict, revision }) },
  'verdict.sent_back': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, revision, reason: z.string() }),
  },
  /** Of remarks and second ratings only that they were made: what they say lies in their rows, from which the text may be kept. */
  'verdict.remarked': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, revision, remarkId: z.uuid(), field: z.string() }),
  },
  'verdict.remark_answered': { entityType: 'claim', isPublic: false, payload: z.object(remark) },
  'verdict.remark_dealt_with': { entityType: 'claim', isPublic: false, payload: z.object(remark) },
  'verdict.remark_reopened': { entityType: 'claim', isPublic: false, payload: z.object(remark) },
  'verdict.looked': { entityType: 'claim', isPublic: false, payload: z.object({ ...verdict, revision }) },
  'verdict.rated_again': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, revision, secondRatingId: z.uuid(), isBlind: z.boolean() }),
  },
  'verdict.dropped': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, revision, reason: z.string(), correctionId: z.uuid().nullable() }),
  },
  'verdict.published': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({
      ...verdict,
      revision,
      rating: z.string(),
      isSolo: z.boolean(),
      correctionLevel: z.string().nullable(),
    }),
  },
  'verdict.correction_started': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, ...correction, level: z.string() }),
  },
  'verdict.withdrawal_proposed': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, ...correction }),
  },
  'verdict.withdrawal_dropped': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, ...correction }),
  },
  'verdict.withdrawn': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ ...verdict, ...correction, isSolo: z.boolean() }),
  },
  'verdict.recheck_planned': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ ...verdict, dueOn: z.string(), before: z.string().nullable() }),
  },
  /** Why it still stands, for the desk; written just before the event that readers see the effect of. */
  'verdict.recheck_noted': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ ...verdict, recheckId: z.uuid(), note: z.string() }),
  },
  'verdict.rechecked': {
    entityType: 'claim',
    isPublic: true,
    payload: z.object({ ...verdict, recheckId: z.uuid(), nextOn: z.string().nullable() }),
  },
})

const match = z.object({ externalVerdictId: z.uuid(), publisherName: z.string(), ratingText: z.string() })

/**
 * News of other desks' verdicts. What is said about one and a claim is an event of the claim, so that its history tells it,
 * and public where readers see the claim.
 */
export const externalEvents = defineEvents({
  'external.import_started': {
    entityType: 'external_import',
    isPublic: false,
    payload: z.object({ label: z.string(), format: z.string(), rows: z.int() }),
  },
  'external.confirmed': { entityType: 'claim', isPublic: true, payload: match },
  'external.refused': { entityType: 'claim', isPublic: false, payload: match },
  'external.taken_back': { entityType: 'claim', isPublic: true, payload: match.extend({ wasSame: z.boolean() }) },
  'external.hidden': {
    entityType: 'external_verdict',
    isPublic: true,
    payload: z.object({ publisherName: z.string() }),
  },
  'external.shown': {
    entityType: 'external_verdict',
    isPublic: true,
    payload: z.object({ publisherName: z.string() }),
  },
  /** Why it was hidden, for the desk; written just before that event. */
  'external.reason_given': {
    entityType: 'external_verdict',
    isPublic: false,
    payload: z.object({ reason: z.string() }),
  },
})
