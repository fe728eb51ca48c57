import type { Day } from '@/lib/core/days'
import type { Window } from '@/lib/core/windows'
import { approveJudgement, proposeJudgement } from '@/lib/predictions/commands/judgements'
import { addClarification, approveOpening, proposePrediction, savePrediction } from '@/lib/predictions/commands/opening'
import { approveOutcome } from '@/lib/predictions/commands/outcome-approval'
import { linkPredictions, saveOutcome, submitOutcome } from '@/lib/predictions/commands/outcomes'
import { predictionEvents } from '@/lib/predictions/events'
import type { OutcomeContent, PredictionContent, ResolutionKind } from '@/lib/predictions/schema'
import type { PersonKey } from '../roster'
import { type Desk, later, type Step } from '../step'
import { claimOf } from './triage'

export type DemoPrediction = {
  claim: string
  saidOn: Day
  window: Window | null
  windowWords: string | null
  criteria: string
  certaintyWords: string | null
  more?: Partial<PredictionContent>
  at: Date
  by: PersonKey
  /** Who opens it; left out: it stays proposed. */
  decided?: { by: PersonKey; at: Date }
}

/** A prediction written down, proposed, and opened by a second person. */
export function open({ claim, window, windowWords, more, at, by, decided, ...content }: DemoPrediction): Step[] {
  const name = `prediction:${claim}`
  const { saidOn, criteria, certaintyWords } = content
  const saved = (desk: Desk) => {
    const { entityId, payload } = desk.told(`${name}:save`, predictionEvents, 'prediction.saved')
    return { id: entityId, revision: payload.revision }
  }
  const steps: Step[] = [
    {
      key: `${name}:save`,
      at,
      by,
      run: (ctx, desk) =>
        savePrediction(ctx, {
          claimId: claimOf(desk, claim),
          revision: null,
          content: {
            ...{ saidOn, criteria, certaintyWords, window, windowWords },
            windowBasis: window && 'stated',
            graceDays: 0,
            ...more,
          },
        }),
    },
    { key: `${name}:propose`, at: later(at, 12), by, run: (ctx, desk) => proposePrediction(ctx, saved(desk)) },
  ]
  if (decided) steps.push({ key: `${name}:open`, ...decided, run: (ctx, desk) => approveOpening(ctx, saved(desk)) })
  return steps
}

const predictionOf = (desk: Desk, claim: string): string =>
  desk.told(`prediction:${claim}:save`, predictionEvents, 'prediction.saved').entityId

export const clarify = (claim: string, text: string, at: Date, by: PersonKey): Step => ({
  key: `clarification:${claim}`,
  at,
  by,
  run: (ctx, desk) => addClarification(ctx, { predictionId: predictionOf(desk, claim), text }),
})

export type DemoOutcome = {
  key: string
  statement: string
  /** The day or days of it; null: it did not happen. */
  on: Day | Window | null
  value?: { value: string; unit: string }
  note?: string
  source: { url: string; title: string; publisherName: string; publishedOn: Day; excerpt: string }
  /** Claims whose predictions it resolves, and where the desk chose otherwise than the rule. */
  resolves: (string | { claim: string; resolution: Exclude<ResolutionKind, 'open'>; why: string })[]
  at: Date
  by: PersonKey
  /** Who approves it; left out: it stays submitted. */
  decided?: { by: PersonKey; at: Date }
}

/** What happened: written, linked with the predictions it resolves, submitted, approved by a second person. */
export function record(outcome: DemoOutcome): Step[] {
  const { at, by, decided } = outcome
  const name = `outcome:${outcome.key}`
  const linked = (desk: Desk) => {
    const { entityId, payload } = desk.told(`${name}:link`, predictionEvents, 'outcome.linked')
    return { id: entityId, revision: payload.revision }
  }
  const steps: Step[] = [
    {
      key: `${name}:save`,
      at,
      by,
      run: (ctx) => saveOutcome(ctx, { id: null, revision: null, content: contentOf(outcome) }),
    },
    {
      key: `${name}:link`,
      at: later(at, 5),
      by,
      run: (ctx, desk) => {
        const { entityId: id, payload } = desk.told(`${name}:save`, predictionEvents, 'outcome.saved')
        const links = outcome.resolves.map((one) =>
          typeof one === 'string'
            ? { predictionId: predictionOf(desk, one) }
            : {
                predictionId: predictionOf(desk, one.claim),
                resolution: one.resolution,
                overrideReason: one.why,
              },
        )
        return linkPredictions(ctx, { id, revision: payload.revision, links })
      },
    },
    { key: `${name}:submit`, at: later(at, 10), by, run: (ctx, desk) => submitOutcome(ctx, linked(desk)) },
  ]
  if (decided) steps.push({ key: `${name}:approve`, ...decided, run: (ctx, desk) => approveOutcome(ctx, linked(desk)) })
  return steps
}

function contentOf({ statement, on, value, note, source }: DemoOutcome): OutcomeContent {
  const days = typeof on === 'string' ? { from: on, to: on } : on
  return {
    statement,
    hasHappened: on !== null,
    days: days && { ...days, precision: 'day' },
    value: value?.value ?? null,
    valueTo: null,
    unit: value?.unit ?? null,
    note: note ?? null,
    sources: [source],
  }
}

/** A prediction whose condition failed: void, by two people. */
export const declareVoid = (
  claim: string,
  reason: string,
  proposed: { at: Date; by: PersonKey },
  approved: { at: Date; by: PersonKey },
): Step[] => [
  {
    key: `void:${claim}:propose`,
    ...proposed,
    run: (ctx, desk) => proposeJudgement(ctx, { predictionId: predictionOf(desk, claim), kind: 'void', reason }),
  },
  {
    key: `void:${claim}:approve`,
    ...approved,
    run: (ctx, desk) => {
      const { judgementId } = desk.told(`void:${claim}:propose`, predictionEvents, 'judgement.proposed').payload
      return approveJudgement(ctx, { judgementId })
    },
  },
]
