import { listProposals, type Proposals } from '@/lib/claims/queries/matching'
import { listSpeakerProposals } from '@/lib/claims/queries/speakers'
import type { Context } from '@/lib/core/context'
import { getSurroundings, type InboxCandidate, type Surroundings } from '@/lib/desk/queries/inbox'
import { acceptDefaults } from '../articles/[id]/_components/accept-defaults'
import type { AcceptDefaults } from '../articles/[id]/_components/accept-form'

/** A candidate with what its acceptance begins with, so that one key decides what is seen. */
export type InboxRow = InboxCandidate & { accept: AcceptDefaults }

export async function toRows(ctx: Context, candidates: readonly InboxCandidate[]): Promise<InboxRow[]> {
  const said = candidates.flatMap(({ speakerText }) => speakerText ?? [])
  const speakers = await listSpeakerProposals(ctx, said)
  return candidates.map((candidate) => ({
    ...candidate,
    accept: acceptDefaults(
      candidate,
      speakers.get(candidate.speakerText ?? '') ?? [],
      candidate.article.publisher.name,
    ),
  }))
}

/** What is asked for only once a candidate is looked at: the text around it, and the claims that may be the same. */
export type InboxDetails = { around: Surroundings; proposals: Proposals }

export async function loadDetails(ctx: Context, candidateId: string): Promise<InboxDetails | null> {
  const [around, proposals] = await Promise.all([getSurroundings(ctx, candidateId), listProposals(ctx, [candidateId])])
  if (around === null) return null
  return { around, proposals: proposals.get(candidateId) ?? { claims: [], twins: [] } }
}
