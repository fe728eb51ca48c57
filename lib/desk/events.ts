import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'

const jobs = {
  entityType: 'queue',
  isPublic: false,
  payload: z.object({
    name: z.string(),
    count: z.int().min(1),
    /** The first hundred, with what they were queued with. */
    jobs: z.array(z.object({ id: z.string(), tries: z.int(), payload: z.unknown() })).max(100),
  }),
} as const

/** What admins do with jobs that failed for good. Each act has a history of its own: a job leaves nothing behind to tell. */
export const deskEvents = defineEvents({ 'jobs.restarted': jobs, 'jobs.discarded': jobs })

const run = {
  entityType: 'run',
  isPublic: false,
  payload: z.object({
    kind: z.string(),
    label: z.string(),
    /** Pieces that were behind then. */
    done: z.int().min(0),
    refused: z.int().min(0),
  }),
} as const

/** What admins do with a long run. What it did itself is on record where that belongs. */
export const runEvents = defineEvents({ 'run.cancelled': run, 'run.resumed': run })

const suggestion = { entityType: 'suggestion', isPublic: false } as const

/** What becomes of what readers suggest. No event carries how to reach them, or the link of the status page. */
export const suggestionEvents = defineEvents({
  'suggestion.received': { ...suggestion, payload: z.object({ text: z.string(), hasContact: z.boolean() }) },
  'suggestion.looked_at': { ...suggestion, payload: z.object({}) },
  'suggestion.taken_up': { ...suggestion, payload: z.object({ toClaimId: z.uuid() }) },
  'suggestion.declined': { ...suggestion, payload: z.object({ why: z.string(), note: z.string().nullable() }) },
  'suggestion.marked_spam': { ...suggestion, payload: z.object({}) },
  'suggestion.put_back': { ...suggestion, payload: z.object({ from: z.string() }) },
  'suggestion.contact_forgotten': { ...suggestion, payload: z.object({}) },
})

const view = { entityType: 'view', isPublic: false } as const

/** Views that the desk shares: what many work by is on record. */
export const viewEvents = defineEvents({
  'view.shared': { ...view, payload: z.object({ name: z.string(), page: z.string(), query: z.string() }) },
  'view.unshared': { ...view, payload: z.object({ name: z.string() }) },
})

const calendar = { entityType: 'calendar', isPublic: false } as const

/** Secret addresses under which the desk's predictions can be read without signing in. No event carries one. */
export const calendarEvents = defineEvents({
  'calendar.made': { ...calendar, payload: z.object({ name: z.string(), query: z.string() }) },
  'calendar.renewed': { ...calendar, payload: z.object({ name: z.string() }) },
  'calendar.revoked': { ...calendar, payload: z.object({ name: z.string() }) },
})
