import type { Context } from '@/lib/core/context'
import type { Day } from '@/lib/core/days'
import { addComment } from '@/lib/discussion/commands'
import { addEvidence } from '@/lib/evidence/commands'
import { uploadCopy } from '@/lib/evidence/commands/copies'
import type { AddEvidence } from '@/lib/evidence/schema'
import { approveVerdict, sendBackVerdict } from '@/lib/verdicts/commands/approval'
import { approveWithdrawal, proposeWithdrawal, startCorrection } from '@/lib/verdicts/commands/corrections'
import { saveVerdict, startVerdict, submitVerdict } from '@/lib/verdicts/commands/drafts'
import { verdictEvents } from '@/lib/verdicts/events'
import { getWorkspace } from '@/lib/verdicts/queries/workspace'
import { type CorrectionLevel, EMPTY_CONTENT, type VerdictContent } from '@/lib/verdicts/schema'
import type { CommentWay } from '@/lib/verdicts/schema/comments'
import { pdfOf } from '../document'
import type { PersonKey } from '../roster'
import { later, type Step } from '../step'
import { claimOf } from './triage'

type Found = { against: string; text: string; value: number; unit: string; asOfOn?: Day }

export type DemoEvidence = Pick<AddEvidence, 'title' | 'kind' | 'stance' | 'excerpt' | 'note'> & {
  url: string
  publisherName: string
  publishedOn: Day
  retrievedOn: Day
  /** A figure to compare with the claim's figure that has the words `against`. */
  found?: Found
}

/** Pieces of evidence, added ten minutes apart. */
export const gather = (claim: string, evidence: DemoEvidence[], at: Date, by: PersonKey): Step[] =>
  evidence.map(({ found, ...source }, index) => ({
    key: `evidence:${claim}:${index + 1}`,
    at: later(at, 10 * index),
    by,
    run: async (ctx, desk) => {
      const claimId = claimOf(desk, claim)
      const workspace = found && (await getWorkspace(ctx, claimId))
      const quantity = workspace?.claim.quantities.find(({ text }) => found && text.includes(found.against))
      if (found && !quantity) throw new Error(`the claim ${claim} has no figure ${found.against}`)
      const copyId = source.kind === 'primary' ? await keepCopy(ctx, source) : null
      return addEvidence(ctx, {
        claimId,
        ...source,
        copyId,
        quantityId: quantity?.id,
        foundText: found?.text,
        foundValue: found?.value,
        foundUnit: found && (quantity?.unit ?? found.unit),
        foundModifier: found && 'exact',
        foundAsOfOn: found?.asOfOn,
      })
    },
  }))

/** What the desk has of an invented source: nothing lies at its address, so somebody uploaded it. */
async function keepCopy(ctx: Context, { title, publisherName, publishedOn, excerpt }: DemoEvidence): Promise<string> {
  const foot = 'This file belongs to the demo desk: the source, its publisher and its figures are invented.'
  const bytes = pdfOf([title, `${publisherName}, ${publishedOn}`, excerpt, foot])
  return (await uploadCopy(ctx, { bytes, name: `${title}.pdf` })).copyId
}

/** Content of a verdict; whether the speaker was asked comes as one of two. */
export type DemoContent = {
  rating: string
  summary: string
  rationale: string
  asOfOn: Day
  recheckOn?: Day
  searchDescription?: string
} & ({ asked: { on: Day; whom: string; way: CommentWay; answer: string } } | { notAsked: string })

const contentOf = (demo: DemoContent): VerdictContent => ({
  ...EMPTY_CONTENT,
  rating: demo.rating,
  summary: demo.summary,
  rationale: demo.rationale,
  asOfOn: demo.asOfOn,
  recheckOn: demo.recheckOn ?? null,
  searchDescription: demo.searchDescription ?? null,
  wasCommentAsked: 'asked' in demo,
  commentRequests:
    'asked' in demo
      ? [{ askedOn: demo.asked.on, whom: demo.asked.whom, way: demo.asked.way, answer: demo.asked.answer }]
      : [],
  noCommentReason: 'notAsked' in demo ? demo.notAsked : null,
})

export type DemoVerdict = {
  claim: string
  content: DemoContent
  at: Date
  by: PersonKey
  /** Who decides on it, and how; left out: it stays a draft. `waits`: it stays submitted. */
  decided?: { by: PersonKey; at: Date; sendBack?: string } | 'waits'
}

/** A first verdict: begun, written two hours later, submitted, decided on. */
export function judge({ claim, content, at, by, decided }: DemoVerdict): Step[] {
  const name = `verdict:${claim}`
  const start: Step = {
    key: `${name}:start`,
    at,
    by,
    run: (ctx, desk) => startVerdict(ctx, { claimId: claimOf(desk, claim) }),
  }
  return [start, ...write(name, claim, contentOf(content), later(at, 120), by, decided)]
}

/** What a draft goes through once it is begun. The verdict and its revision are read from the step before. */
function write(
  name: string,
  claim: string,
  content: VerdictContent,
  at: Date,
  by: PersonKey,
  decided: DemoVerdict['decided'],
): Step[] {
  const save: Step = {
    key: `${name}:save`,
    at,
    by,
    run: async (ctx, desk) => {
      const version = (await getWorkspace(ctx, claimOf(desk, claim)))?.version
      if (!version) throw new Error(`${name} has no draft`)
      const { correctionLevel, correctionNote } = version.content
      return saveVerdict(ctx, {
        id: version.id,
        revision: version.revision,
        ...content,
        correctionLevel,
        correctionNote,
      })
    },
  }
  if (decided === undefined) return [save]
  const submit: Step = {
    key: `${name}:submit`,
    at: later(at, 15),
    by,
    run: (ctx, desk) => {
      const { verdictId: id, revision } = desk.told(`${name}:save`, verdictEvents, 'verdict.saved').payload
      return submitVerdict(ctx, { id, revision })
    },
  }
  if (decided === 'waits') return [save, submit]
  const decide: Step = {
    key: `${name}:decide`,
    at: decided.at,
    by: decided.by,
    run: (ctx, desk) => {
      const { verdictId: id, revision } = desk.told(`${name}:submit`, verdictEvents, 'verdict.submitted').payload
      return decided.sendBack
        ? sendBackVerdict(ctx, { id, revision, reason: decided.sendBack })
        : approveVerdict(ctx, { id, revision })
    },
  }
  return [save, submit, decide]
}

export type DemoCorrection = DemoVerdict & { number: number; level: CorrectionLevel; note: string }

/** A correction of a published verdict: the editor begins and writes it, another editor approves. */
export function correct({ claim, number, level, note, content, at, by, decided }: DemoCorrection): Step[] {
  const name = `correction:${claim}:${number}`
  const start: Step = {
    key: `${name}:start`,
    at,
    by,
    run: (ctx, desk) => startCorrection(ctx, { claimId: claimOf(desk, claim), level, note }),
  }
  return [start, ...write(name, claim, contentOf(content), later(at, 20), by, decided)]
}

export const withdraw = (
  claim: string,
  note: string,
  proposed: { at: Date; by: PersonKey },
  approved: { at: Date; by: PersonKey },
): Step[] => [
  {
    key: `withdrawal:${claim}:propose`,
    ...proposed,
    run: (ctx, desk) => proposeWithdrawal(ctx, { claimId: claimOf(desk, claim), note }),
  },
  {
    key: `withdrawal:${claim}:approve`,
    ...approved,
    run: (ctx, desk) => {
      const told = desk.told(`withdrawal:${claim}:propose`, verdictEvents, 'verdict.withdrawal_proposed')
      return approveWithdrawal(ctx, { correctionId: told.payload.correctionId })
    },
  },
]

/** A comment of the desk on a claim. `number` tells several apart. */
export const remark = (claim: string, number: number, body: string, at: Date, by: PersonKey): Step => ({
  key: `comment:${claim}:${number}`,
  at,
  by,
  run: (ctx, desk) => addComment(ctx, { subjectType: 'claim', subjectId: claimOf(desk, claim), body }),
})
