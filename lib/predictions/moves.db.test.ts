import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, type Context, contextOf, systemActor } from '@/lib/core/context'
import { isAppError } from '@/lib/core/errors'
import { db, disconnect } from '@/lib/platform/db'
import {
  content,
  editor,
  opened,
  openOutcomeDesk,
  prediction,
  publisherId,
  recorded,
  reviewer,
  secondEditor,
  source,
} from '@/lib/testing/outcomes'
import { makeClaim, makePerson, NOON } from '@/lib/testing/predictions'
import { approveJudgement, proposeJudgement, refuseJudgement, undoResolution } from './commands/judgements'
import { approveOpening, proposePrediction, savePrediction, sendBackPrediction } from './commands/opening'
import { approveOutcome, undoOutcome } from './commands/outcome-approval'
import { addOutcomeSource, changeOutcomeSource, removeOutcomeSource } from './commands/outcome-sources'
import { dropOutcome, linkPredictions, saveOutcome, sendBackOutcome, submitOutcome } from './commands/outcomes'
import {
  afterMove,
  JUDGEMENT_MOVES,
  JUDGEMENT_STATES,
  type JudgementState,
  judgementState,
  type Move,
  OUTCOME_MOVES,
  type OutcomeMove,
  PREDICTION_MOVES,
  type PredictionMove,
} from './rules/moves'
import { OUTCOME_STATES, type OutcomeState, PREDICTION_STATES, type PredictionState } from './schema'

/** Every state, every move, every role, through the commands: what the tables allow leads where they say; all else changes nothing. */

const ROLES = ['a reader', 'a person without roles', 'a reviewer', 'an editor', 'an admin', 'a process'] as const
type Role = (typeof ROLES)[number]
let actors: Record<Role, Context>
beforeAll(async () => {
  await openOutcomeDesk()
  actors = {
    'a reader': contextOf(ANONYMOUS, NOON),
    'a person without roles': await makePerson('Nora', []),
    'a reviewer': await makePerson('Rune', ['reviewer']),
    'an editor': await makePerson('Ella', ['editor']),
    'an admin': await makePerson('Abel', ['admin']),
    'a process': contextOf(systemActor('worker'), NOON),
  }
})
afterAll(disconnect)

const mayAs = (role: Role, who: string): boolean =>
  role === 'an editor' || (role === 'a reviewer' && who === 'reviewer')
const REASON = { reason: 'Not so.' }
const CODES = ['FORBIDDEN', 'MOVE_REFUSED', 'NOT_FOUND']

/** Tries one thing; answers the code of the refusal, null when it was done. */
const tried = async (work: () => Promise<unknown>): Promise<string | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (isAppError(error)) return error.code
    throw error
  }
}

/** All moves of one state, for every role: `make` is asked for another one once a move was made. */
async function tryAll<S extends string, Made>(the: {
  state: S
  table: Record<string, Move<S>>
  make: () => Promise<Made>
  send: Record<string, (ctx: Context, made: Made) => Promise<unknown>>
  read: (made: Made) => Promise<{ state: S; row: unknown }>
}): Promise<void> {
  let made = await the.make()
  for (const [move, send] of Object.entries(the.send))
    for (const role of ROLES) {
      const name = move.split(' ')[0] ?? move
      const to = afterMove(the.table, the.state, name)
      const isAllowed = to !== null && mayAs(role, the.table[name]?.who ?? '')
      const before = await the.read(made)
      const code = await tried(() => send(actors[role], made))
      const after = await the.read(made)
      const where = `${the.state}, ${move}, ${role}`
      if (isAllowed) {
        expect([where, code, after.state]).toEqual([where, null, to])
        made = await the.make()
      } else {
        expect([where, CODES.includes(code ?? '')]).toEqual([where, true])
        expect(after).toEqual(before)
      }
    }
}

describe('a prediction', () => {
  const vague = { ...prediction, window: null, windowWords: null, windowBasis: null, vagueReason: 'It names no act.' }
  const claim = () => makeClaim({ statement: 'The crane will be sold', publisherId, publishedOn: '2025-02-07' })
  const MAKE: Record<PredictionState, (isVague: boolean) => Promise<string>> = {
    draft: async (isVague) =>
      (
        await savePrediction(reviewer, {
          claimId: await claim(),
          revision: null,
          content: isVague ? vague : prediction,
        })
      ).id,
    proposed: async (isVague) => {
      const id = await MAKE.draft(isVague)
      await proposePrediction(reviewer, { id, revision: 1 })
      return id
    },
    opened: () => opened(),
    too_vague: async () => {
      const id = await MAKE.proposed(true)
      await approveOpening(editor, { id, revision: 1 })
      return id
    },
  }
  type Row = { id: string; revision: number; claimId: string }
  const row = (id: string) => db().prediction.findUniqueOrThrow({ where: { id } })
  const SEND: Record<PredictionMove, (ctx: Context, made: Row) => Promise<unknown>> = {
    save: (ctx, { claimId, revision }) => savePrediction(ctx, { claimId, revision, content: prediction }),
    propose: (ctx, { id, revision }) => proposePrediction(ctx, { id, revision }),
    send_back: (ctx, { id, revision }) => sendBackPrediction(ctx, { id, revision, ...REASON }),
    open: (ctx, { id, revision }) => approveOpening(ctx, { id, revision }),
    mark_too_vague: (ctx, { id, revision }) => approveOpening(ctx, { id, revision }),
  }
  const cases = PREDICTION_STATES.flatMap((state) => [false, true].map((isVague) => [state, isVague] as const))
  test.each(cases.filter(([state, isVague]) => state !== (isVague ? 'opened' : 'too_vague')))(
    '%s (too vague: %s)',
    async (state, isVague) => {
      const { open, mark_too_vague, ...others } = SEND
      await tryAll({
        ...{ state, table: PREDICTION_MOVES, send: isVague ? { ...others, mark_too_vague } : { ...others, open } },
        make: async () => row(await MAKE[state](isVague)),
        read: async ({ id }) => {
          const now = await row(id)
          return { state: now.state, row: now }
        },
      })
    },
    120_000,
  )
})

describe('an outcome', () => {
  type Made = { id: string; revision: number; citedId: string; predictionId: string }
  const at = async (saved: { id: string; revision: number }, predictionId: string): Promise<Made> => {
    const cited = await db().outcomeSource.findFirst({ where: { outcomeId: saved.id } })
    return { ...saved, citedId: cited?.id ?? '', predictionId }
  }
  const MAKE: Record<OutcomeState, () => Promise<Made>> = {
    draft: async () => {
      const predictionId = await opened()
      return at(await recorded([{ predictionId }]), predictionId)
    },
    submitted: async () => {
      const made = await MAKE.draft()
      await submitOutcome(reviewer, made)
      return made
    },
    approved: async () => {
      const made = await MAKE.submitted()
      await approveOutcome(editor, made)
      return made
    },
    undone: async () => {
      const made = await MAKE.approved()
      await undoOutcome(editor, { id: made.id, ...REASON })
      return made
    },
    dropped: async () => {
      const made = await MAKE.draft()
      await dropOutcome(reviewer, { ...made, ...REASON })
      return made
    },
  }
  const words = { copyId: null, excerptStart: null, excerptEnd: null }
  const SEND: Record<OutcomeMove | `save ${string}`, (ctx: Context, made: Made) => Promise<unknown>> = {
    save: (ctx, { id, revision }) => saveOutcome(ctx, { id, revision, content }),
    'save its list': (ctx, { predictionId, ...made }) => linkPredictions(ctx, { ...made, links: [{ predictionId }] }),
    'save a source more': (ctx, { id, revision }) =>
      addOutcomeSource(ctx, {
        ...source,
        ...words,
        id,
        revision,
        sourceId: null,
        kind: 'primary',
        archiveUrl: null,
        retrievedOn: '2026-01-02',
      }),
    'save another excerpt': (ctx, made) => changeOutcomeSource(ctx, { ...made, ...words, excerpt: 'She came ashore.' }),
    'save a source less': (ctx, made) => removeOutcomeSource(ctx, made),
    submit: (ctx, { id, revision }) => submitOutcome(ctx, { id, revision }),
    drop: (ctx, { id, revision }) => dropOutcome(ctx, { id, revision, ...REASON }),
    send_back: (ctx, { id, revision }) => sendBackOutcome(ctx, { id, revision, ...REASON }),
    approve: (ctx, { id, revision }) => approveOutcome(ctx, { id, revision }),
    undo: (ctx, { id }) => undoOutcome(ctx, { id, ...REASON }),
  }
  const include = { sources: true, links: true, resolutions: true } as const
  test.each([...OUTCOME_STATES])(
    '%s',
    (state) =>
      tryAll({
        ...{ state, table: OUTCOME_MOVES, make: MAKE[state], send: SEND },
        read: async ({ id }) => {
          const now = await db().outcome.findUniqueOrThrow({ where: { id }, include })
          return { state: now.state, row: now }
        },
      }),
    120_000,
  )
})

describe('a judgement', () => {
  type Made = { predictionId: string; judgementId: string }
  const none = async (): Promise<Made> => ({ predictionId: await opened(), judgementId: '' })
  const waiting = async (): Promise<Made> => {
    const predictionId = await opened()
    const { id } = await proposeJudgement(reviewer, { predictionId, kind: 'void', ...REASON })
    return { predictionId, judgementId: id }
  }
  const MAKE: Record<JudgementState, () => Promise<Made>> = {
    none,
    waiting,
    approved: async () => {
      const made = await waiting()
      await approveJudgement(secondEditor, made)
      return made
    },
    refused: async () => {
      const made = await waiting()
      await refuseJudgement(secondEditor, { judgementId: made.judgementId, ...REASON })
      return made
    },
  }
  const SEND = {
    propose: (ctx: Context, { predictionId }: Made) => proposeJudgement(ctx, { predictionId, kind: 'void', ...REASON }),
    approve: (ctx: Context, { judgementId }: Made) => approveJudgement(ctx, { judgementId }),
    refuse: (ctx: Context, { judgementId }: Made) => refuseJudgement(ctx, { judgementId, ...REASON }),
    undo: (ctx: Context, { predictionId }: Made) => undoResolution(ctx, { predictionId, ...REASON }),
  }
  const { propose, approve, refuse, undo } = SEND
  const OF: Record<JudgementState, typeof SEND | Partial<typeof SEND>> = {
    none: { propose, undo },
    waiting: { approve, refuse, undo },
    approved: { approve, refuse, undo },
    // of a refused one another may be proposed: that is a judgement of its own
    refused: { approve, refuse, undo },
  }
  test.each([...JUDGEMENT_STATES])(
    '%s',
    (state) =>
      tryAll({
        ...{ state, table: JUDGEMENT_MOVES, make: MAKE[state], send: OF[state] },
        read: async ({ predictionId }) => {
          const now = await db().prediction.findUniqueOrThrow({
            where: { id: predictionId },
            include: { judgements: true, resolutions: true },
          })
          const [last] = now.judgements
          const isUndone = last && judgementState(last) === 'approved' && now.currentResolutionId === null
          return { state: last === undefined || isUndone ? 'none' : judgementState(last), row: now }
        },
      }),
    120_000,
  )
})
