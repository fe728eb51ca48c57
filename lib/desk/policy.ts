import { type Actor, isAdmin, isEditor, isReviewer, isStaff } from '@/lib/core/context'

/** What readers suggest, with how to reach them, is for staff alone. */
export const canReadSuggestions = (actor: Actor): boolean => isStaff(actor)
/** Whether a suggestion is worth checking is triage. */
export const canDecideSuggestions = (actor: Actor): boolean => isReviewer(actor)
/** A job forgets how to reach people. */
export const canForgetContacts = (actor: Actor): boolean => actor.kind === 'system'
/** A view is its maker's; what the whole desk uses an editor may set right too. */
export const canChangeView = (actor: Actor, view: { ownerId: string; isShared: boolean }): boolean =>
  view.ownerId === actor.id || (view.isShared && isEditor(actor))
/** A calendar is read by whoever has its address, as its owner: so only for oneself, and while one works here. */
export const canKeepCalendars = (actor: Actor): boolean => actor.kind === 'user' && isStaff(actor)
/** An address that got about is shut by whoever runs the place too, also that of somebody who left. */
export const canRevokeCalendarsOf = (actor: Actor, ownerId: string): boolean =>
  canKeepCalendars(actor) && (actor.id === ownerId || isAdmin(actor))
