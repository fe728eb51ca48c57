import { createHash } from 'node:crypto'
import { canonicalForm } from '@/lib/audit/rules'
import type { Db } from '@/lib/platform/db'

/**
 * What an opening publishes that lies outside the prediction's row: the claim's statement, short form and kind, and who said
 * it.
 */

/**
 * Whose prediction it is. What a person set at the claim goes before what triage found; else the speaker of the claim's first
 * occurrence (by the article's day, then in order of acceptance), else the claim's.
 */
export async function speakerOfPrediction(from: Db, claimId: string): Promise<string | null> {
  const { speakerId } = await from.claim.findUniqueOrThrow({ where: { id: claimId }, select: { speakerId: true } })
  const set = { entityType: 'claim', entityId: claimId, type: 'claim.speaker_set' }
  if (await from.auditEvent.findFirst({ where: set, select: { id: true } })) return speakerId
  const first = await from.occurrence.findFirst({
    where: { claimId },
    orderBy: [{ article: { publishedOn: { sort: 'asc', nulls: 'last' } } }, { id: 'asc' }],
    select: { speakerId: true },
  })
  return first?.speakerId ?? speakerId
}

/** sha256, hex, over all of it: what a second person decides on is what was proposed. */
export async function digestOfGround(from: Db, claimId: string): Promise<string> {
  const claim = await from.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { statement: true, shortForm: true, kind: true, speakerId: true },
  })
  const ground = { ...claim, saidById: await speakerOfPrediction(from, claimId) }
  return createHash('sha256').update(canonicalForm(ground)).digest('hex')
}

const WRITING = ['claim.updated', 'claim.speaker_set']

/** Who wrote each claim's statement or set its speaker after triage: they wrote what an opening publishes. */
export async function listWritersOfClaims(from: Db, claimIds: readonly string[]): Promise<Map<string, string[]>> {
  const events = await from.auditEvent.findMany({
    where: { entityType: 'claim', entityId: { in: [...claimIds] }, type: { in: WRITING } },
    distinct: ['entityId', 'actorId'],
    select: { entityId: true, actorId: true },
  })
  const writers = new Map<string, string[]>(claimIds.map((id) => [id, []]))
  for (const { entityId, actorId } of events) if (actorId !== null) writers.get(entityId)?.push(actorId)
  return writers
}

/** The same of one claim. */
export const listClaimWriters = async (from: Db, claimId: string): Promise<string[]> =>
  (await listWritersOfClaims(from, [claimId])).get(claimId) ?? []
