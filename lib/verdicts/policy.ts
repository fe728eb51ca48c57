import { type Actor, isStaff } from '@/lib/core/context'

/** Drafts and their history are read at the desk only. */
export const canReadVerdictDesk = (actor: Actor): boolean => isStaff(actor)
