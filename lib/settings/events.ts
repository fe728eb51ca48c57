import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'

/** One history for all versions, under the id of the first. Public: methodology, scale and zone show everywhere. */
export const settingsEvents = defineEvents({
  'settings.created': {
    entityType: 'settings',
    isPublic: true,
    payload: z.object({ settingId: z.uuid(), newsroomName: z.string(), zone: z.string(), isDemo: z.boolean() }),
  },
  'settings.changed': {
    entityType: 'settings',
    isPublic: true,
    payload: z.object({ settingId: z.uuid(), version: z.int(), changed: z.array(z.string()) }),
  },
})
