import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Db, db } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { canReadEvidence } from './policy'
import { type Comparison, compareFigures, type Figure, type FigureModifier } from './rules'

const EVIDENCE_BOUND = 200

const evidenceSelect = {
  id: true,
  position: true,
  excerpt: true,
  stance: true,
  note: true,
  quantityId: true,
  foundText: true,
  foundValue: true,
  foundLow: true,
  foundHigh: true,
  foundUnit: true,
  foundModifier: true,
  foundAsOfOn: true,
  revision: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  quantity: true,
  source: {
    select: {
      id: true,
      url: true,
      title: true,
      publisherName: true,
      kind: true,
      publishedOn: true,
      retrievedOn: true,
      archiveUrl: true,
      revision: true,
    },
  },
} satisfies Prisma.EvidenceSelect

type Row = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>
type Numbers = { value: Prisma.Decimal | null; low: Prisma.Decimal | null; high: Prisma.Decimal | null }

const numbersOf = ({ value, low, high }: Numbers) => ({
  value: value?.toNumber() ?? null,
  low: low?.toNumber() ?? null,
  high: high?.toNumber() ?? null,
})

/** A piece of evidence as the desk shows it; `found` is the figure of the source, `comparison` what it suggests. */
export type EvidenceItem = Omit<
  Row,
  'quantity' | 'foundText' | 'foundValue' | 'foundLow' | 'foundHigh' | 'foundUnit' | 'foundModifier' | 'foundAsOfOn'
> & { found: Figure | null; claimed: Figure | null; comparison: Comparison | null }

/** The evidence of a claim in its order, at most 200 pieces; removed ones are left out. */
export async function listEvidence(ctx: Context, claimId: string): Promise<EvidenceItem[]> {
  if (!canReadEvidence(ctx.actor)) throw new AppError('NOT_FOUND')
  return evidenceOf(db(), claimId)
}

/** The same inside another command's transaction, which has asked for permission itself. */
export async function evidenceOf(from: Db, claimId: string): Promise<EvidenceItem[]> {
  const rows = await from.evidence.findMany({
    where: { claimId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: EVIDENCE_BOUND,
    select: evidenceSelect,
  })
  return rows.map(toItem)
}

function toItem(row: Row): EvidenceItem {
  const { quantity, foundText, foundValue, foundLow, foundHigh, foundUnit, foundModifier, foundAsOfOn, ...rest } = row
  const found: Figure | null =
    foundText === null
      ? null
      : {
          text: foundText,
          ...numbersOf({ value: foundValue, low: foundLow, high: foundHigh }),
          unit: foundUnit ?? quantity?.unit ?? '',
          modifier: foundModifier ?? 'exact',
          asOfOn: foundAsOfOn,
        }
  const claimed = quantity && figureOf(quantity)
  return { ...rest, found, claimed, comparison: found && claimed && compareFigures(claimed, found) }
}

/** A stored quantity as the comparison takes it. A bare value's range ends are null. */
export const figureOf = (
  row: Numbers & { text: string; unit: string; modifier: FigureModifier; asOfOn: string | null },
): Figure => ({
  text: row.text,
  ...numbersOf(row),
  unit: row.unit,
  modifier: row.modifier,
  asOfOn: row.asOfOn,
})
