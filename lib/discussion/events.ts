import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'
import { SubjectType } from './schema'

const subject = { subjectType: SubjectType, subjectId: z.uuid() }

export const discussionEvents = defineEvents({
  'comment.added': {
    entityType: 'comment',
    isPublic: false,
    payload: z.object({ ...subject, body: z.string() }),
  },
  'comment.hidden': { entityType: 'comment', isPublic: false, payload: z.object(subject) },
})
