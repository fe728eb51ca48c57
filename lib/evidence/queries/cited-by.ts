import type { Db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'

/**
 * Who cites a source now: evidence that was not removed, outcomes that are neither dropped nor undone, judgements that wait or
 * are in force. What is watched, compared, counted and told of a source all ask here.
 */
export const CITED_NOW = {
  evidence: { removedAt: null },
  outcomes: { outcome: { state: { notIn: ['dropped', 'undone'] } } },
  judgements: {
    judgement: {
      refusedAt: null,
      OR: [{ resolutionId: null }, { resolution: { is: { currentOf: { isNot: null } } } }],
    },
  },
} satisfies {
  evidence: Prisma.EvidenceWhereInput
  outcomes: Prisma.OutcomeSourceWhereInput
  judgements: Prisma.JudgementSourceWhereInput
}

/** The words that are cited of a source now. */
export async function citedWordsOf(from: Db, sourceId: string): Promise<string[]> {
  const select = { excerpt: true } as const
  const [evidence, outcomes, judgements] = await Promise.all([
    from.evidence.findMany({ where: { sourceId, ...CITED_NOW.evidence }, select }),
    from.outcomeSource.findMany({ where: { sourceId, ...CITED_NOW.outcomes }, select }),
    from.judgementSource.findMany({ where: { sourceId, ...CITED_NOW.judgements }, select }),
  ])
  return [...evidence, ...outcomes, ...judgements].map(({ excerpt }) => excerpt)
}

/** Whether anything cites a source: what nobody cites is looked at no more. */
export async function isCited(from: Db, sourceId: string): Promise<boolean> {
  const one = { select: { id: true } } as const
  return (
    (await from.evidence.findFirst({ where: { sourceId, ...CITED_NOW.evidence }, ...one })) !== null ||
    (await from.outcomeSource.findFirst({ where: { sourceId, ...CITED_NOW.outcomes }, ...one })) !== null ||
    (await from.judgementSource.findFirst({ where: { sourceId, ...CITED_NOW.judgements }, ...one })) !== null
  )
}
