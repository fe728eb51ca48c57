import type { Day } from '@/lib/core/days'
import { type Db, db } from '@/lib/platform/db'
import type { Prediction, SpeakerKind } from '@/lib/platform/generated/client'
import { figureWords, targetWords } from '../rules/figures'
import type { DayPrecision, ResolutionKind, WindowBasis } from '../schema'
import { type LinkedPrediction, readLinkedPredictions } from './linked'
import { windowOf } from './list'

/** An opened prediction as readers may see it; nothing of drafts, proposals or outcomes that are not approved. */
export type PublicPrediction = {
  predictionId: string
  /** Whose prediction was opened, whatever the claim says since; null for the publisher's own voice. */
  speaker: {
    name: string
    slug: string
    kind: SpeakerKind
    description: string | null
    sameAs: string[]
    publisher: { name: string; slug: string } | null
  } | null
  isTooVague: boolean
  vagueReason: string | null
  saidOn: Day | null
  window: { from: Day; to: Day } | null
  windowWords: string | null
  windowBasis: WindowBasis | null
  graceDays: number
  criteria: string
  certaintyWords: string | null
  certainty: number | null
  isNegated: boolean
  conditionWords: string | null
  /** What its figure takes, in words; null for one without. */
  figure: string | null
  openedAt: Date
  openedBy: { authorName: string; approverName: string; isSolo: boolean }
  clarifications: { id: string; text: string; createdAt: Date }[]
  resolution: {
    kind: Exclude<ResolutionKind, 'open'>
    reason: string
    resolvedAt: Date
    /** What a judgement without an outcome rests on. */
    sources: PublicOutcome['sources']
    settledBy: { authorName: string; approverName: string; isSolo: boolean }
  } | null
  outcome: PublicOutcome | null
  /** Resolutions that were taken back, oldest first: nothing is forgotten. */
  undone: { reason: string; undoneAt: Date }[]
  linked: LinkedPrediction[]
  /** How many more are linked than these. */
  moreLinked: number
}

export type PublicOutcome = {
  statement: string
  hasHappened: boolean
  days: { from: Day; to: Day; precision: DayPrecision } | null
  /** With its unit, in words. */
  figure: string | null
  note: string | null
  approvedAt: Date | null
  sources: {
    url: string | null
    title: string
    publisherName: string | null
    publishedOn: Day | null
    excerpt: string
  }[]
}

const NAME = { select: { name: true } } as const
/** As they were approved: the source itself may be edited by all who cite it. */
const SOURCE = { url: true, title: true, publisherName: true, publishedOn: true, excerpt: true } as const
const SPEAKER = {
  name: true,
  slug: true,
  kind: true,
  description: true,
  sameAs: true,
  publisher: { select: { name: true, slug: true } },
} as const

/** What the public page of a prediction shows; null until it is opened. */
export async function getPublicPrediction(claimId: string, from: Db = db()): Promise<PublicPrediction | null> {
  const row = await from.prediction.findFirst({
    where: { claimId, frozenAt: { not: null }, claim: { state: { notIn: ['merged', 'hidden'] } } },
    include: {
      speaker: { select: SPEAKER },
      author: NAME,
      approver: NAME,
      clarifications: { orderBy: { id: 'asc' }, take: 100 },
      resolutions: { where: { kind: 'open' }, orderBy: { id: 'asc' }, take: 100 },
      currentResolution: {
        include: {
          author: NAME,
          approver: NAME,
          outcome: { include: { sources: { orderBy: { position: 'asc' }, select: SOURCE } } },
          judgement: { select: { sources: { orderBy: { position: 'asc' }, select: SOURCE } } },
        },
      },
    },
  })
  if (row === null || row.frozenAt === null) return null
  const current = row.currentResolution
  const { linked, more: moreLinked } = await readLinkedPredictions(claimId, { onlyPublic: true }, from)
  return {
    predictionId: row.id,
    speaker: row.speaker,
    isTooVague: row.state === 'too_vague',
    vagueReason: row.vagueReason,
    saidOn: row.saidOn,
    window: windowOf(row.dueFrom, row.dueTo),
    windowWords: row.dueWords,
    windowBasis: row.windowBasis,
    graceDays: row.graceDays,
    criteria: row.criteria,
    certaintyWords: row.certaintyWords,
    certainty: row.certainty?.toNumber() ?? null,
    isNegated: row.isNegated,
    conditionWords: row.conditionWords,
    figure: figureOf(row),
    openedAt: row.frozenAt,
    openedBy: {
      authorName: row.author.name,
      approverName: row.approver?.name ?? '',
      isSolo: row.soloSettingId !== null,
    },
    clarifications: row.clarifications.map(({ id, text, createdAt }) => ({ id, text, createdAt })),
    resolution:
      current === null || current.kind === 'open'
        ? null
        : {
            kind: current.kind,
            reason: current.reason,
            resolvedAt: current.createdAt,
            sources: current.judgement?.sources ?? [],
            settledBy: {
              authorName: current.author.name,
              approverName: current.approver?.name ?? '',
              isSolo: current.soloSettingId !== null,
            },
          },
    outcome: current?.outcome ? toPublicOutcome(current.outcome) : null,
    undone: row.resolutions.map(({ reason, createdAt }) => ({ reason, undoneAt: createdAt })),
    ...{ linked, moreLinked },
  }
}

function figureOf({ comparator, targetValue, targetUnit, tolerance }: Prediction): string | null {
  if (comparator === null || targetValue === null) return null
  const target = { comparator, targetValue: targetValue.toFixed(), targetUnit }
  return targetWords({ ...target, tolerance: tolerance?.toFixed() ?? null })
}

type OutcomeRow = {
  statement: string
  hasHappened: boolean
  firstOn: Day | null
  lastOn: Day | null
  precision: DayPrecision
  value: { toFixed(): string } | null
  valueTo: { toFixed(): string } | null
  unit: string | null
  note: string | null
  approvedAt: Date | null
  sources: PublicOutcome['sources']
}

function toPublicOutcome(row: OutcomeRow): PublicOutcome {
  const days = windowOf(row.firstOn, row.lastOn)
  const { statement, hasHappened, value, valueTo, unit, note, approvedAt } = row
  return {
    statement,
    hasHappened,
    days: days && { ...days, precision: row.precision },
    figure: value && figureWords({ value: value.toFixed(), valueTo: valueTo?.toFixed() ?? null, unit }),
    note,
    approvedAt,
    sources: row.sources,
  }
}
