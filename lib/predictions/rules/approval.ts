import type { ErrorCode } from '@/lib/core/errors'

/** Who asks to approve what, and who wrote it. */
export type ApprovalCase = {
  actorId: string | null
  authorId: string
  /** Who proposed or submitted it. */
  submittedById: string | null
  /** Everyone who saved it. */
  saverIds: readonly string[]
  /** Of a prediction: who wrote the claim's statement or set its speaker after triage. */
  claimWriterIds?: readonly string[]
  revision: number
  submittedRevision: number | null
  /** The revision that the approver looked at. */
  seenRevision: number
  isSolo: boolean
}

export type ApprovalDecision =
  | { allowed: true; usesSolo: boolean }
  | { allowed: false; code: ErrorCode; text: string | null }

/** What is said when the claim is no longer as it was proposed. */
export const CLAIM_CHANGED =
  'The claim’s statement, short form, kind or speaker changed after this was proposed. Nothing was opened: send it back, so that it is proposed again as it stands now.'

const WROTE_CLAIM =
  'You changed the claim’s statement or speaker, so another editor has to approve. Nothing was changed; what you wrote is kept.'

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
  const wroteClaim = approval.claimWriterIds?.includes(approval.actorId) ?? false
  if (approval.isSolo) return { allowed: true, usesSolo: wrote || wroteClaim }
  if (wrote) return { allowed: false, code: 'SAME_PERSON', text: null }
  if (wroteClaim) return { allowed: false, code: 'SAME_PERSON', text: WROTE_CLAIM }
  return { allowed: true, usesSolo: false }
}
