import { type Actor, hasRole, type Role } from '@/lib/core/context'

/** Which roles may do what with the accounts of others. Whatever is not listed, nobody may. */
export const PERMISSIONS = {
  'people.read': ['admin'],
  'people.invite': ['admin'],
  'people.create': ['admin'],
  'people.set_roles': ['admin'],
  'people.disable': ['admin'],
  'people.enable': ['admin'],
  'people.make_link': ['admin'],
  'people.end_sessions': ['admin'],
  'colleagues.read': ['reviewer', 'editor', 'admin'],
} as const satisfies Record<string, readonly Role[]>

/** Unknown means no. */
export function can(actor: Actor, action: string): boolean {
  if (!Object.hasOwn(PERMISSIONS, action)) return false
  return hasRole(actor, ...PERMISSIONS[action as keyof typeof PERMISSIONS])
}

export const canReadPeople = (actor: Actor): boolean => can(actor, 'people.read')
export const canInvite = (actor: Actor): boolean => can(actor, 'people.invite')
export const canSetRoles = (actor: Actor): boolean => can(actor, 'people.set_roles')
export const canDisable = (actor: Actor): boolean => can(actor, 'people.disable')
export const canEnable = (actor: Actor): boolean => can(actor, 'people.enable')
export const canMakeLink = (actor: Actor): boolean => can(actor, 'people.make_link')
/** Names and roles of those who may be assigned. */
export const canReadColleagues = (actor: Actor): boolean => can(actor, 'colleagues.read')
/** With a password straight away: for the command line and the seeds; people invite. */
export const canCreateUser = (actor: Actor): boolean => actor.kind === 'system' && can(actor, 'people.create')

/** The own password, the own sessions. */
export const canUseAccount = (actor: Actor, userId: string): boolean => actor.kind === 'user' && actor.id === userId
export const canEndSessionOf = (actor: Actor, userId: string): boolean =>
  canUseAccount(actor, userId) || can(actor, 'people.end_sessions')
