import { type EvidenceItem, evidenceOf, figureOf } from '@/lib/evidence/queries'
import type { Db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import type { FrozenVerdict } from '../schema'

const OCCURRENCE_BOUND = 200

const speakerSelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  description: true,
  sameAs: true,
  publisher: { select: { id: true, slug: true, name: true } },
} satisfies Prisma.SpeakerSelect

const claimSelect = {
  id: true,
  slug: true,
  kind: true,
  statement: true,
  shortForm: true,
  speaker: { select: speakerSelect },
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

/** What a verdict judges and rests on, in the shape in which it is frozen. */
export type Subject = Pick<FrozenVerdict, 'claim' | 'speaker' | 'evidence' | 'occurrences' | 'quantities'>

/** The subject of a claim's verdict as its rows are now. Throws when there is no such claim. */
export async function readSubject(from: Db, claimId: string): Promise<Subject> {
  const claim = await from.claim.findUniqueOrThrow({ where: { id: claimId }, select: claimSelect })
  const { id, slug, kind, statement, shortForm } = claim
  return {
    claim: { id, slug, kind, statement, shortForm, topics: claim.topics.map(({ topic }) => topic) },
    speaker: claim.speaker,
    evidence: (await evidenceOf(from, id)).map(frozenEvidence),
    occurrences: claim.occurrences.map(frozenPlace),
    quantities: frozenFigures(claim),
  }
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
