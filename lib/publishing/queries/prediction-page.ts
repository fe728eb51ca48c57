import { db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { getPublicPrediction, type PublicPrediction } from '@/lib/predictions/queries/public'
import { requireSettings } from '@/lib/settings/queries'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'
import { getCurrentVerdict, listClaimCorrections, listPublishedVersions } from '@/lib/verdicts/queries'
import type { FrozenVerdict } from '@/lib/verdicts/schema'
import { type Destination, findPublicClaim, type PublicClaim, publicPath } from './claims'
import { type LaterStatements, readLaterStatements } from './later-statements'
import { type PublicOccurrence, placesOf } from './statement-details'

export type PredictionPage = {
  claim: PublicClaim
  prediction: PublicPrediction
  /** Where it was said first; null where that article is hidden: nobody else's words stand in its place. */
  first: PublicOccurrence | null
  /** What was said of it since. */
  later: LaterStatements
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
  const [prediction, first, later, verdict, versions, corrections, { zone }] = await Promise.all([
    getPublicPrediction(claim.id),
    db().occurrence.findFirst({
      where: { claimId: claim.id },
      orderBy: [...FIRST_SAID],
      select: { id: true, article: { select: { hiddenAt: true } } },
    }),
    readLaterStatements(claim.id),
    getCurrentVerdict(claim.id),
    listPublishedVersions(claim.id),
    listClaimCorrections(claim.id),
    requireSettings(),
  ])
  if (prediction === null) return { is: 'nothing' }
  const place = first?.article.hiddenAt === null ? (await placesOf([first.id])).get(first.id) : undefined
  return {
    is: 'page',
    page: {
      claim,
      prediction,
      first: place ?? null,
      later,
      verdict,
      versions,
      corrections,
      zone,
    },
  }
}
