import { createHash } from 'node:crypto'
import { canonicalForm } from '@/lib/audit/rules'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Tx } from '@/lib/platform/db'
import { requireSettingsById } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import { contentOf } from '../present'
import { frozenOf } from '../present/frozen'
import { readSubject } from '../queries/subject'
import { FrozenVerdict } from '../schema'
import type { OpenVersion } from './standing'

/**
 * sha256 over what a verdict judges and rests on: statement, kind, speaker, figures, evidence. Where it was said is left out:
 * occurrences are immutable, and one more article that repeats a claim does not touch the verdict.
 */
export async function digestOfSubject(tx: Tx, claimId: string): Promise<string> {
  const { claim, speaker, quantities, evidence } = await readSubject(tx, claimId)
  const { statement, shortForm, kind } = claim
  const subject = { statement, shortForm, kind, speakerId: speaker?.id ?? null, figures: quantities, evidence }
  return createHash('sha256').update(canonicalForm(subject)).digest('hex')
}

/** What the public page of this version shows, from the rows as they are now. Throws ZodError when it is not whole. */
export async function freezeIn(
  tx: Tx,
  ctx: Context,
  version: OpenVersion,
  { settings, isSolo }: { settings: Settings; isSolo: boolean },
): Promise<FrozenVerdict> {
  const author = await tx.user.findUniqueOrThrow({ where: { id: version.authorId }, select: { name: true } })
  const frozen = frozenOf(await readSubject(tx, version.claimId), contentOf(version), {
    ordinal: version.ordinal,
    newsroomName: settings.newsroomName,
    scale: (await requireSettingsById(version.settingId, tx)).ratingScale,
    correction: await frozenCorrection(tx, version),
    authorName: author.name,
    approverName: ctx.actor.name,
    isSolo,
    publishedAt: ctx.now.toISOString(),
  })
  if (frozen.rating === null)
    throw new AppError('MOVE_REFUSED', { text: 'The rating is not in the scale of this verdict.' })
  return FrozenVerdict.parse(frozen)
}

async function frozenCorrection(tx: Tx, { correction }: OpenVersion): Promise<FrozenVerdict['correction']> {
  if (correction === null || correction.level === 'withdrawal') return null
  const { level, note, previousVerdictId } = correction
  const previous = await tx.verdict.findUniqueOrThrow({ where: { id: previousVerdictId }, select: { ordinal: true } })
  return { level, note, previousOrdinal: previous.ordinal }
}
