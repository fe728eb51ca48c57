import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'

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
