import { createHash } from 'node:crypto'
import { canonicalForm } from '@/lib/audit/rules'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type EvidenceItem, evidenceOf, figureOf } from '@/lib/evidence/queries'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { requireSettingsById } from '@/lib/settings/queries'
import { ratingOf } from '@/lib/settings/rules'
import type { RatingScale, Settings } from '@/lib/settings/schema'
import { contentOf } from '../present'
import { FrozenVerdict } from '../schema'
import type { OpenVersion } from './standing'

const OCCURRENCE_BOUND = 200

const claimSelect = {
  id: true,
  slug: true,
  kind: true,
  statement: true,
  shortForm: true,
  speaker: {
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      description: true,
      sameAs: true,
      publisher: { select: { id: true, slug: true, name: true } },
    },
  },
  topics: { select: { topic: { select: { slug: true, name: true } } }, orderBy: { topic: { name: 'asc' } } },
  quantities: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  occurrences: {
    where: { article: { hiddenAt: null } },
    orderBy: [{ article: { publishedOn: 'asc' } }, { id: 'asc' }],
    take: OCCURRENCE_BOUND,
    select: {
      id: true,
      quote: true,
      speakerId: true,
      speakerText: true,
      relayText: true,
      certaintyWords: true,
      article: {
        select: {
          id: true,
          title: true,
          url: true,
          publishedOn: true,
          publisher: { select: { id: true, slug: true, name: true } },
        },
      },
    },
  },
} satisfies Prisma.ClaimSelect

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>

/**
 * sha256 over what a verdict judges and rests on: statement, kind, speaker, figures, evidence. Where it was said is left out:
 * occurrences are immutable, and one more article that repeats a claim does not touch the verdict.
 */
export async function digestOfSubject(tx: Tx, claimId: string): Promise<string> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: claimSelect })
  const { statement, shortForm, kind, speaker } = claim
  const evidence = (await evidenceOf(tx, claimId)).map(frozenEvidence)
  const subject = {
    statement,
    shortForm,
    kind,
    speakerId: speaker?.id ?? null,
    figures: frozenFigures(claim),
    evidence,
  }
  return createHash('sha256').update(canonicalForm(subject)).digest('hex')
}

/** What the public page of this version shows, from the rows as they are now. Throws ZodError when it is not whole. */
export async function freezeIn(
  tx: Tx,
  ctx: Context,
  version: OpenVersion,
  { settings, isSolo }: { settings: Settings; isSolo: boolean },
): Promise<FrozenVerdict> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: version.claimId }, select: claimSelect })
  const { id, slug, kind, statement, shortForm } = claim
  const content = contentOf(version)
  const author = await tx.user.findUniqueOrThrow({ where: { id: version.authorId }, select: { name: true } })
  return FrozenVerdict.parse({
    format: 1,
    ordinal: version.ordinal,
    newsroomName: settings.newsroomName,
    claim: { id, slug, kind, statement, shortForm, topics: claim.topics.map(({ topic }) => topic) },
    speaker: claim.speaker,
    rating: frozenRating((await requireSettingsById(version.settingId, tx)).ratingScale, content.rating),
    summary: content.summary,
    rationale: content.rationale,
    searchDescription: content.searchDescription,
    comment: {
      wasAsked: content.wasCommentAsked,
      askedOn: content.wasCommentAsked ? content.commentAskedOn : null,
      answer: content.wasCommentAsked ? content.commentAnswer : null,
      reasonNotAsked: content.wasCommentAsked ? null : content.noCommentReason,
    },
    asOfOn: content.asOfOn,
    recheckOn: content.recheckOn,
    evidence: (await evidenceOf(tx, id)).map(frozenEvidence),
    occurrences: claim.occurrences.map(frozenPlace),
    quantities: frozenFigures(claim),
    correction: await frozenCorrection(tx, version),
    authorName: author.name,
    approverName: ctx.actor.name,
    isSolo,
    publishedAt: ctx.now.toISOString(),
  })
}

function frozenRating(scale: RatingScale, key: string | null): FrozenVerdict['rating'] {
  const rating = ratingOf(scale, key)
  if (rating === null) throw new AppError('MOVE_REFUSED', { text: 'The rating is not in the scale of this verdict.' })
  const values = scale.flatMap(({ value }) => (value === null ? [] : [value]))
  const isNumeric = rating.value !== null
  return {
    key: rating.key,
    label: rating.label,
    meaning: rating.meaning,
    value: rating.value,
    best: isNumeric ? Math.max(...values) : null,
    worst: isNumeric ? Math.min(...values) : null,
  }
}

async function frozenCorrection(tx: Tx, { correction }: OpenVersion): Promise<FrozenVerdict['correction']> {
  if (correction === null || correction.level === 'withdrawal') return null
  const { level, note, previousVerdictId } = correction
  const previous = await tx.verdict.findUniqueOrThrow({ where: { id: previousVerdictId }, select: { ordinal: true } })
  return { level, note, previousOrdinal: previous.ordinal }
}

/** The publisher speaks itself there where nobody is named, neither by the text nor, as of now, by the desk. */
const frozenPlace = ({ speakerId, ...place }: ClaimRow['occurrences'][number]) => ({
  ...place,
  isOwnVoice: speakerId === null && place.speakerText === null,
})

const frozenFigures = ({ quantities }: ClaimRow): FrozenVerdict['quantities'] =>
  quantities.map((row) => ({ id: row.id, countOf: row.countOf, ...figureOf(row) }))

function frozenEvidence(item: EvidenceItem): FrozenVerdict['evidence'][number] {
  const { id, stance, excerpt, note, found, claimed, comparison } = item
  const { revision, ...source } = item.source
  return { id, stance, excerpt, note, source, found, claimed, comparison }
}
