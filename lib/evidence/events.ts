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
  'source.copied': {
    entityType: 'source',
    isPublic: false,
    payload: z.object({ copyId: z.uuid(), ordinal: z.int(), kind: z.string(), textHash: z.string().nullable() }),
  },
  /** The source says something else than at the last look; `excerptsGone` of the cited ones no longer stand in it. */
  'source.changed': {
    entityType: 'source',
    isPublic: false,
    payload: z.object({ copyId: z.uuid(), ordinal: z.int(), excerptsGone: z.int() }),
  },
  'source.unreachable': { entityType: 'source', isPublic: false, payload: z.object({ problem: z.string() }) },
  'source.alert_settled': { entityType: 'source', isPublic: false, payload: z.object({ alert: z.string() }) },
  'source.archiving_asked': { entityType: 'source', isPublic: false, payload: z.object({ archivingId: z.uuid() }) },
  'source.archived': { entityType: 'source', isPublic: false, payload: z.object({ archiveUrl: z.string() }) },
})
