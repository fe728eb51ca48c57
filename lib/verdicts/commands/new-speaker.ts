import { holdSpeakers, type SpeakersHeld } from '@/lib/claims/commands/misattribution'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Tx } from '@/lib/platform/db'
import type { Claim } from '@/lib/platform/generated/client'
import { NOBODY } from '../rules/limits'
import type { VerdictContent } from '../schema'

/**
 * Who said a published claim stands before readers, so nobody changes it alone: a draft holds the new speaker, and the approval
 * of a second person applies it. Dropped with the draft.
 */

type Chosen = VerdictContent['newSpeaker']

/** The choice as a draft holds it: null where the speaker stays. Throws BAD_INPUT where none can be held. */
export async function newSpeakerFor(tx: Tx, claim: Claim, chosen: Chosen): Promise<Chosen> {
  if (chosen === null || chosen === (claim.speakerId ?? NOBODY)) return null
  if (claim.kind === 'prediction') throw refusal('The speaker of an opened prediction stays.')
  if (claim.firstPublishedAt === null) throw refusal('The claim is not published yet: save its speaker with the claim.')
  const isKnown = chosen === NOBODY || (await tx.speaker.count({ where: { id: chosen } })) === 1
  if (!isKnown) throw refusal('This speaker is not known. Choose another one.')
  return chosen
}

const refusal = (newSpeaker: string): AppError => new AppError('BAD_INPUT', { fields: { newSpeaker } })

/** The speakers that an approval would change, held; null where the speaker stays. To be called before the claim is locked. */
export async function holdNewSpeaker(tx: Tx, ctx: Context, verdictId: string): Promise<SpeakersHeld | null> {
  const version = await tx.verdict.findUnique({
    where: { id: verdictId },
    select: { claimId: true, newSpeakerId: true, isNewSpeakerNobody: true },
  })
  if (version === null || (version.newSpeakerId === null && !version.isNewSpeakerNobody)) return null
  return holdSpeakers(tx, ctx, { id: version.claimId, speakerId: version.newSpeakerId })
}
