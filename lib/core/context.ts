import { newId } from './ids'

export const ROLES = ['reviewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/**
 * Who acts. A `user` is signed in; a `system` actor is a named process (worker, command line, seeds) with the roles it was
 * given; `anonymous` is a reader.
 */
export type Actor =
  | { kind: 'user'; id: string; name: string; roles: readonly Role[] }
  | { kind: 'system'; id: null; name: string; roles: readonly Role[] }
  | { kind: 'anonymous'; id: null; name: string; roles: readonly [] }

/** What every command and guarded query is handed: who, when, and the id under which it is logged. */
export type Context = { actor: Actor; now: Date; requestId: string }

export const ANONYMOUS: Actor = { kind: 'anonymous', id: null, name: 'reader', roles: [] }

/** A named process, e.g. `systemActor('worker')`. It may import and extract; editorial acts need people. */
export const systemActor = (name: string, roles: readonly Role[] = ['admin']): Actor => ({
  kind: 'system',
  id: null,
  name: `system: ${name}`,
  roles,
})

export const contextOf = (actor: Actor, now: Date, requestId: string = newId()): Context => ({ actor, now, requestId })

export const hasRole = (actor: Actor, ...roles: Role[]): boolean =>
  roles.some((role) => actor.roles.some((r) => r === role))
/** Reviewers and editors work at the desk's claims; an editor may do all that a reviewer may. */
export const isReviewer = (actor: Actor): boolean => hasRole(actor, 'reviewer', 'editor')
export const isEditor = (actor: Actor): boolean => hasRole(actor, 'editor')
export const isAdmin = (actor: Actor): boolean => hasRole(actor, 'admin')
/** Anyone signed in, and the named processes: may read the desk. */
export const isStaff = (actor: Actor): boolean => actor.kind !== 'anonymous' && actor.roles.length > 0
