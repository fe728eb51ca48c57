import type { Context } from '@/lib/core/context'
import { addEvidence } from '@/lib/evidence/commands'
import { AddEvidence } from '@/lib/evidence/schema'
import { approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import type { PredictionContent } from '@/lib/predictions/schema'
import { approveVerdict } from '@/lib/verdicts/commands/approval'
import { saveVerdict, startVerdict, submitVerdict } from '@/lib/verdicts/commands/drafts'
import { type MadeClaim, makeClaim } from './claims'

/** Two people, as publishing needs: the first writes, the second approves. */
export type Pair = { writer: Context; approver: Context }

type VerdictWords = { rating?: string; summary?: string }

/** Writes and submits a verdict on an accepted claim, through the commands. */
export async function submitVerdictOn(
  writer: Context,
  claimId: string,
  { rating = 'mostly-false', summary = 'The register lists fewer.' }: VerdictWords = {},
): Promise<{ id: string; revision: number }> {
  await addEvidence(
    writer,
    AddEvidence.parse({
      claimId,
      url: `https://register.example/${claimId}`,
      title: 'Harbour register',
      kind: 'primary',
      retrievedOn: '2025-10-22',
      excerpt: 'The register is made every spring.',
      stance: 'refutes',
      note: 'It is the official count.',
    }),
  )
  const { id } = await startVerdict(writer, { claimId })
  const { revision } = await saveVerdict(writer, {
    id,
    revision: 1,
    rating,
    summary,
    rationale: 'The **register** says so.',
    wasCommentAsked: false,
    noCommentReason: 'The register is public.',
    asOfOn: '2025-10-22',
    searchDescription: null,
    recheckOn: null,
    correctionLevel: null,
    correctionNote: null,
  })
  await submitVerdict(writer, { id, revision })
  return { id, revision }
}

/** A claim with a published verdict, from `sentence`, which has to be new in the test file. */
export async function publishClaim(pair: Pair, sentence: string, words?: VerdictWords): Promise<MadeClaim> {
  const claim = await makeClaim(pair.writer, sentence)
  await approveVerdict(pair.approver, await submitVerdictOn(pair.writer, claim.claimId, words))
  return claim
}

const DUE: PredictionContent = {
  saidOn: '2025-10-01',
  window: { from: '2025-11-01', to: '2025-11-30' },
  windowWords: 'in November',
  windowBasis: 'stated',
  graceDays: 0,
  criteria: 'The ferry carries passengers.',
  certaintyWords: 'will',
  isNegated: false,
  conditionWords: null,
  comparator: null,
  targetValue: null,
  targetUnit: null,
  tolerance: null,
  vagueReason: null,
}

/** An opened prediction, from `sentence`, which has to be new in the test file. */
export async function openPrediction(
  pair: Pair,
  sentence: string,
  change: Partial<PredictionContent> = {},
): Promise<MadeClaim & { predictionId: string }> {
  const claim = await makeClaim(pair.writer, sentence, { kind: 'prediction' })
  const content = { ...DUE, ...change }
  const saved = await savePrediction(pair.writer, { claimId: claim.claimId, revision: null, content })
  await proposePrediction(pair.writer, saved)
  await approveOpening(pair.approver, saved)
  return { ...claim, predictionId: saved.id }
}
