import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'

const Changed = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }))

/** All are events of the claim, so that its history tells them. None is public: readers see what a verdict froze. */
export const evidenceEvents = defineEvents({
  'evidence.added': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ evidenceId: z.uuid(), sourceId: z.uuid(), title: z.string(), stance: z.string() }),
  },
  'evidence.updated': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ evidenceId: z.uuid(), title: z.string(), revision: z.int(), changed: Changed }),
  },
  'evidence.moved': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ evidenceId: z.uuid(), title: z.string(), direction: z.enum(['up', 'down']) }),
  },
  'evidence.removed': {
    entityType: 'claim',
    isPublic: false,
    payload: z.object({ evidenceId: z.uuid(), title: z.string(), reason: z.string() }),
  },
  'source.updated': {
    entityType: 'source',
    isPublic: false,
    payload: z.object({ revision: z.int(), changed: Changed }),
  },
})
