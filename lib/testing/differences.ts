import { extractCandidates } from '@/lib/claims/commands/extraction'
import { acceptCandidate } from '@/lib/claims/commands/triage'
import { listDifferences } from '@/lib/claims/queries/differences'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { makePeople, type People } from '@/lib/testing/people'
import { makeNewsroom } from '@/lib/testing/predictions'
import { acceptedClaim, candidatesOf, freshName } from '@/lib/testing/triage'

export const NOW = new Date('2025-11-20T09:00:00Z')
export let people: People
export const ada = () => people.ada.ctx(NOW)
export const admin = () => people.cleo.ctx(NOW)

export const text = () =>
  `Mayor Lena Ostrow said the port of ${freshName()} will open a second quay in the latter half of 2026.\n\nThe works will cost $550 million.`

/** The people and the newsroom; for `beforeAll`. */
export async function openDifferenceDesk(): Promise<void> {
  people = await makePeople(NOW)
  await makeNewsroom()
}

/** As if older rules had read the place so, and a person had decided on that. */
export async function readBefore(candidateId: string, was: Prisma.CandidateUpdateInput): Promise<void> {
  const { snapshotId } = await db().candidate.update({ where: { id: candidateId }, data: was })
  await db().snapshotReading.update({ where: { snapshotId }, data: { extractorVersion: 'older' } })
  await db().candidate.update({ where: { id: candidateId }, data: { extractorVersion: 'older' } })
}

/** An accepted prediction of which older rules read another window, and the difference that reading it again found. */
export async function differing(was: Prisma.CandidateUpdateInput = { dueFrom: '2026-01-01', dueTo: '2026-03-31' }) {
  const claim = await acceptedClaim(ada(), text())
  await readBefore(claim.candidate.id, was)
  const result = await extractCandidates(admin(), claim.articleId)
  const [difference] = await listDifferences(ada(), { candidateId: claim.candidate.id })
  if (difference === undefined) throw new Error('nothing was read otherwise')
  return { ...claim, result, difference }
}

/** The same of a claim that people put down to somebody else than newer rules read. */
export async function differingSpeaker() {
  const { articleId, first: candidate } = await candidatesOf(ada(), text())
  // whoever accepts says that these words stand for the chosen speaker
  await readBefore(candidate.id, { speakerText: 'the port' })
  const { claimId } = await acceptCandidate(ada(), {
    ...{ candidateId: candidate.id, statement: 'A quay opens.', shortForm: 'A quay opens', kind: 'prediction' },
    speaker: { is: 'new', name: freshName(), kind: 'person' },
  })
  await extractCandidates(admin(), articleId)
  const [difference] = await listDifferences(ada(), { claimId })
  if (difference === undefined) throw new Error('nothing was read otherwise')
  return { candidate, claimId, difference }
}

export const inputOf = ({ difference }: Awaited<ReturnType<typeof differing>>) => ({
  differenceId: difference.id,
  revision: difference.claim?.revision,
  predictionRevision: difference.claim?.predictionRevision ?? undefined,
})
