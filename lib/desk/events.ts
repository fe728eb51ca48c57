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
