import { type Actor, isEditor, isStaff } from '@/lib/core/context'
import { canReadRun } from '@/lib/jobs/policy'
import { NOTICE_KINDS, type NoticeKind } from './schema'

/** One's own, while one works here. */
export const canReadNotices = (actor: Actor): boolean => actor.kind === 'user' && isStaff(actor)

/** Whether somebody of these roles may see what a notice is about; asked when it is made and each time it is read. */
export function canBeTold(actor: Actor, kind: NoticeKind): boolean {
  if (!canReadNotices(actor)) return false
  if (kind === 'approval') return isEditor(actor)
  return kind === 'import_failed' ? canReadRun(actor) : true
}

export const kindsFor = (actor: Actor): NoticeKind[] => NOTICE_KINDS.filter((kind) => canBeTold(actor, kind))

/** Notices and digests are made by the worker; people only read them. */
export const canMakeNotices = (actor: Actor): boolean => actor.kind === 'system'
