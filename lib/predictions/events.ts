import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'
import { NEWS_RELATIONS, NEWS_STATES, Resolution } from './schema'

const id = z.uuid()
const revision = z.int().min(1)
const day = z.string().nullable()
const links = z.array(z.object({ predictionId: id, resolution: Resolution, rule: z.string() }))

/**
 * Public are the events whose effect a public page shows: what is drafted, proposed or sent back stays at the desk. The
 * entity of `prediction.*` is the prediction's row, of `outcome.*` the outcome's.
 */
export const predictionEvents = defineEvents({
  'prediction.saved': { entityType: 'prediction', isPublic: false, payload: z.object({ claimId: id, revision }) },
  'prediction.proposed': {
    entityType: 'prediction',
    isPublic: false,
    payload: z.object({ claimId: id, revision, isTooVague: z.boolean() }),
  },
  'prediction.sent_back': {
    entityType: 'prediction',
    isPublic: false,
    payload: z.object({ claimId: id, revision, reason: z.string() }),
  },
  'prediction.opened': {
    entityType: 'prediction',
    isPublic: true,
    payload: z.object({
      claimId: id,
      revision,
      saidOn: day,
      dueFrom: day,
      dueTo: day,
      graceDays: z.int(),
      criteria: z.string(),
      certaintyWords: z.string().nullable(),
      certainty: z.number().nullable(),
      settingId: id,
      soloSettingId: id.nullable(),
    }),
  },
  'prediction.marked_too_vague': {
    entityType: 'prediction',
    isPublic: true,
    payload: z.object({ claimId: id, revision, reason: z.string(), soloSettingId: id.nullable() }),
  },
  'prediction.clarified': {
    entityType: 'prediction',
    isPublic: true,
    payload: z.object({ claimId: id, clarificationId: id, text: z.string() }),
  },
  'prediction.resolved': {
    entityType: 'prediction',
    isPublic: true,
    payload: z.object({
      claimId: id,
      resolutionId: id,
      kind: Resolution,
      outcomeId: id.nullable(),
      reason: z.string(),
      soloSettingId: id.nullable(),
    }),
  },
  'prediction.resolution_undone': {
    entityType: 'prediction',
    isPublic: true,
    payload: z.object({
      claimId: id,
      resolutionId: id,
      undone: Resolution,
      outcomeId: id.nullable(),
      reason: z.string(),
    }),
  },
  /** What a later article says of it; `words` are those of the first. */
  'prediction.news_found': {
    entityType: 'prediction',
    isPublic: false,
    payload: z.object({ claimId: id, newsIds: z.array(id), relation: z.enum(NEWS_RELATIONS), words: z.string() }),
  },
  'prediction.news_decided': {
    entityType: 'prediction',
    isPublic: false,
    payload: z.object({ claimId: id, newsId: id, state: z.enum(NEWS_STATES), words: z.string() }),
  },
  'judgement.proposed': {
    entityType: 'prediction',
    isPublic: false,
    payload: z.object({ claimId: id, judgementId: id, kind: Resolution, reason: z.string() }),
  },
  'judgement.refused': {
    entityType: 'prediction',
    isPublic: false,
    payload: z.object({ claimId: id, judgementId: id, kind: Resolution, reason: z.string() }),
  },
  'outcome.saved': { entityType: 'outcome', isPublic: false, payload: z.object({ revision }) },
  'outcome.linked': { entityType: 'outcome', isPublic: false, payload: z.object({ revision, links }) },
  'outcome.submitted': { entityType: 'outcome', isPublic: false, payload: z.object({ revision }) },
  'outcome.sent_back': {
    entityType: 'outcome',
    isPublic: false,
    payload: z.object({ revision, reason: z.string() }),
  },
  'outcome.dropped': {
    entityType: 'outcome',
    isPublic: false,
    payload: z.object({ revision, reason: z.string() }),
  },
  'outcome.approved': {
    entityType: 'outcome',
    isPublic: true,
    payload: z.object({
      revision,
      statement: z.string(),
      hasHappened: z.boolean(),
      firstOn: day,
      lastOn: day,
      links,
      soloSettingId: id.nullable(),
    }),
  },
  'outcome.undone': {
    entityType: 'outcome',
    isPublic: true,
    payload: z.object({ reason: z.string(), predictionIds: z.array(id) }),
  },
})
