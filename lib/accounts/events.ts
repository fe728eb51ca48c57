import { z } from 'zod'
import { defineEvents } from '@/lib/audit/events'
import { ROLES } from '@/lib/core/context'

const user = <P extends z.ZodType>(payload: P) => ({ entityType: 'user', isPublic: false, payload }) as const
const Roles = z.array(z.enum(ROLES))

/** Why sessions ended. */
export const EndReason = z.enum(['signed_out', 'ended_by_owner', 'ended_by_admin', 'password_changed', 'disabled'])
export type EndReason = z.infer<typeof EndReason>

/** All about one person, so each has one history. None shows on a public page: published rows name people themselves. */
export const accountEvents = defineEvents({
  'user.invited': user(z.object({ email: z.string(), name: z.string(), roles: Roles })),
  'user.created': user(z.object({ email: z.string(), name: z.string(), roles: Roles })),
  'user.joined': user(z.object({ name: z.string() })),
  'user.link_made': user(z.object({ kind: z.enum(['invite', 'reset']), expiresAt: z.iso.datetime() })),
  'user.roles_changed': user(z.object({ before: Roles, after: Roles })),
  'user.disabled': user(z.object({})),
  'user.enabled': user(z.object({})),
  'user.password_changed': user(z.object({ by: z.enum(['owner', 'link']) })),
  'session.started': user(z.object({ sessionId: z.uuid() })),
  'session.ended': user(z.object({ sessionIds: z.array(z.uuid()), reason: EndReason })),
})
