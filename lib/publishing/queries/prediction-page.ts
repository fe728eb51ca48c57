import type { Day } from '@/lib/core/days'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { getPublicPrediction, type PublicPrediction } from '@/lib/predictions/queries/public'
import { requireSettings } from '@/lib/settings/queries'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'
import { getCurrentVerdict, listClaimCorrections, listPublishedVersions } from '@/lib/verdicts/queries'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { type Destination, findPublicClaim, type PublicClaim, publicPath } from './claims'
import { type LinkedStatement, listLinkedStatements } from './later-statements'
import { isOwnVoice } from './ledger-rows'

/** Where a prediction was said: a short quote and the article's particulars, never its text. */
export type PublicOccurrence = {
  quote: string
  speakerText: string | null
  relayText: string | null
  isOwnVoice: boolean
  certaintyWords: string | null
  article: { title: string; url: string | null; publishedOn: Day | null; publisher: { name: string; slug: string } }
}

const toPublic = <P extends { speakerId: string | null; speakerText: string | null }>({ speakerId, ...place }: P) => ({
  ...place,
  isOwnVoice: isOwnVoice({ speakerId, speakerText: place.speakerText }),
})

export type PredictionPage = {
  claim: PublicClaim
  prediction: PublicPrediction
  occurrences: PublicOccurrence[]
  /** The first place lies in an article that is hidden: what is left first was said again. */
  isFirstHidden: boolean
  /** What else is public and linked with it: narrower, moved, updated or contradicting statements. */
  statements: LinkedStatement[]
  verdict: FrozenVerdict | null
  versions: PublishedVersion[]
  corrections: PublicCorrection[]
  zone: string
}

const FIRST_SAID = [
  { article: { publishedOn: { sort: 'asc', nulls: 'last' } } },
  { id: 'asc' },
] as const satisfies Prisma.OccurrenceOrderByWithRelationInput[]

/** The public page of a prediction; other kinds and merged claims have moved; what is not opened is nothing. */
export async function getPredictionPage(slug: string): Promise<Destination<PredictionPage>> {
  const claim = await findPublicClaim(slug)
  if (claim === null) return { is: 'nothing' }
  if (claim.kind !== 'prediction' || claim.slug !== slug) return { is: 'moved', path: publicPath(claim) }
  const [prediction, first, occurrences, statements, verdict, versions, corrections, { zone }] = await Promise.all([
    getPublicPrediction(claim.id),
    db().occurrence.findFirst({ where: { claimId: claim.id }, orderBy: [...FIRST_SAID], select: { id: true } }),
    db().occurrence.findMany({
      where: { claimId: claim.id, article: { hiddenAt: null } },
      orderBy: [...FIRST_SAID],
      take: 20,
      select: {
        id: true,
        quote: true,
        speakerId: true,
        speakerText: true,
        relayText: true,
        certaintyWords: true,
        article: {
          select: { title: true, url: true, publishedOn: true, publisher: { select: { name: true, slug: true } } },
        },
      },
    }),
    listLinkedStatements(claim.id),
    getCurrentVerdict(claim.id),
    listPublishedVersions(claim.id),
    listClaimCorrections(claim.id),
    requireSettings(),
  ])
  if (prediction === null) return { is: 'nothing' }
  return {
    is: 'page',
    page: {
      claim,
      prediction,
      occurrences: occurrences.map(({ id: _, ...place }) => toPublic(place)),
      isFirstHidden: first !== null && first.id !== occurrences[0]?.id,
      statements,
      verdict,
      versions,
      corrections,
      zone,
    },
  }
}
