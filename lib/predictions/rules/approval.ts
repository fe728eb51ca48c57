import type { ErrorCode } from '@/lib/core/errors'

/** Who asks to approve what, and who wrote it. */
export type ApprovalCase = {
  actorId: string | null
  authorId: string
  /** Who proposed or submitted it. */
  submittedById: string | null
  /** Everyone who saved it. */
  saverIds: readonly string[]
  revision: number
  submittedRevision: number | null
  /** The revision that the approver looked at. */
  seenRevision: number
  isSolo: boolean
}

export type ApprovalDecision =
  | { allowed: true; usesSolo: boolean }
  | { allowed: false; code: ErrorCode; text: string | null }

/**
 * Whether this person may approve this revision: a second person, who saw exactly what was submitted. At a one-person desk
 * (`isSolo`) the same person may, and `usesSolo` says that the row must name the setting.
 */
export function decideApproval(approval: ApprovalCase): ApprovalDecision {
  if (approval.actorId === null) return { allowed: false, code: 'FORBIDDEN', text: null }
  if (approval.seenRevision !== approval.revision || approval.submittedRevision !== approval.revision)
    return {
      allowed: false,
      code: 'STALE',
      text: 'It was changed after you opened it. Nothing was approved; read the new text first.',
    }
  const wrote = [approval.authorId, approval.submittedById, ...approval.saverIds].includes(approval.actorId)
  if (wrote && !approval.isSolo) return { allowed: false, code: 'SAME_PERSON', text: null }
  return { allowed: true, usesSolo: wrote }
}
