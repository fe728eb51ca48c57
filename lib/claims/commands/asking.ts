import { recordEvent } from '@/lib/audit/commands'
import { getLastEvent } from '@/lib/audit/queries'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError } from '@/lib/core/errors'
import { extract } from '@/lib/extraction/rules'
import { type Db, db, inTransaction, lockRow } from '@/lib/platform/db'
import { askModel, type ModelAnswer, ModelError, type ModelFailure, modelName } from '@/lib/platform/language-model'
import { log } from '@/lib/platform/log'
import { requireSettings } from '@/lib/settings/queries'
import { claimEvents } from '../events'
import { canExtract, canTriage } from '../policy'
import {
  gate,
  isAwaitingModel,
  LONGEST_ASKING_MS,
  MODEL_EVENTS,
  type ModelProposal,
  newAmong,
  PROMPT_VERSION,
  piecesOf,
  promptFor,
} from '../rules/asking'
import { candidateFromSelection } from '../rules/extracting'
import { AskModelInput } from '../schema'
import { storeCandidates } from './extraction'

/**
 * Queues the question to the language model about an article's current text. Throws MOVE_REFUSED where none is configured
 * and while an earlier question has no answer yet.
 */
export async function requestModelProposals(ctx: Context, given: AskModelInput): Promise<void> {
  const { articleId } = AskModelInput.parse(given)
  const model = modelName()
  await inTransaction(async (tx) => {
    if (!(await lockRow(tx, 'article', articleId))) throw new AppError('NOT_FOUND')
    if (!canTriage(ctx.actor)) throw new AppError('FORBIDDEN')
    if (model === null)
      throw new AppError('MOVE_REFUSED', {
        text: 'No language model is configured (LM_URL and LM_MODEL), so none was asked. Claims can be marked by hand.',
      })
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { currentSnapshotId: true } })
    const snapshotId = article?.currentSnapshotId
    if (!snapshotId) throw new AppError('NOT_FOUND')
    if (isAwaitingModel(await getLastEvent(tx, 'snapshot', snapshotId, MODEL_EVENTS), ctx.now))
      throw new AppError('MOVE_REFUSED', {
        text: 'The language model is being asked already. Its proposals will appear here.',
      })
    await recordEvent(tx, ctx, claimEvents, {
      type: 'model.asked',
      entityId: snapshotId,
      payload: { articleId, model, promptVersion: PROMPT_VERSION },
    })
  })
}

type Asked = { articleId: string; body: string; publishedOn: string | null; publisher: string; country: string | null }

async function readAsked(client: Db, snapshotId: string): Promise<Asked | null> {
  const row = await client.snapshot.findUnique({
    where: { id: snapshotId },
    select: { articleId: true, body: true, article: { select: { publishedOn: true, publisher: true } } },
  })
  if (row === null) return null
  const { publishedOn, publisher } = row.article
  return { ...row, publishedOn, publisher: publisher.name, country: publisher.country }
}

/**
 * Asks the language model about a text, piece by piece, and stores as candidates what passes the gate and is not marked
 * yet. Does nothing when the last question was answered already; ends soon after `stop`. A failure is an answer too: the desk shows why.
 */
export async function takeModelProposals(ctx: Context, snapshotId: string, stop: AbortSignal): Promise<void> {
  if (!canExtract(ctx.actor)) throw new AppError('FORBIDDEN')
  const question = await getLastEvent(db(), 'snapshot', snapshotId, MODEL_EVENTS)
  const asked = await readAsked(db(), snapshotId)
  if (question?.type !== 'model.asked' || asked === null) return
  const { zone } = await requireSettings()
  // outside the transaction: an answer takes seconds, and nobody should wait for the row
  const told = await askAbout(asked, dayInZone(ctx.now, zone), stop)
  await inTransaction(async (tx) => {
    await lockRow(tx, 'article', asked.articleId)
    const last = await getLastEvent(tx, 'snapshot', snapshotId, MODEL_EVENTS)
    if (last?.id !== question.id) return
    const { articleId } = asked
    const by = {
      articleId,
      ...claimEvents['model.asked'].payload.pick({ model: true, promptVersion: true }).parse(question.payload),
    }
    if (told.failure !== null && told.answers.length === 0)
      return recordEvent(tx, ctx, claimEvents, {
        type: 'model.failed',
        entityId: snapshotId,
        payload: { ...by, reason: told.failure },
      })
    const marked = await tx.candidate.findMany({ where: { snapshotId }, select: { start: true, end: true } })
    const fresh = newAmong(told.proposals, marked)
    const fields = fresh.map((proposal) => candidateOf(asked, proposal))
    const madeBy = `${by.model} prompt@${by.promptVersion}`
    await storeCandidates(tx, ctx, { articleId, snapshotId, origin: 'model' }, fields, madeBy)
    const counts = { added: fresh.length, known: told.proposals.length - fresh.length }
    await recordEvent(tx, ctx, claimEvents, {
      type: 'model.answered',
      entityId: snapshotId,
      payload: { ...by, ...counts, ...told.dropped, unread: told.unread, ...bill(told.answers) },
    })
  })
}

type Told = {
  proposals: ModelProposal[]
  dropped: { invented: number; unusable: number }
  answers: ModelAnswer[]
  failure: ModelFailure | null
  /** Characters of the text about which there is no answer. */
  unread: number
}

/** Asks piece by piece and stops at the first failure: what was answered until then is kept. */
async function askAbout({ body, ...facts }: Asked, today: string, stop: AbortSignal): Promise<Told> {
  const told: Told = {
    proposals: [],
    dropped: { invented: 0, unusable: 0 },
    answers: [],
    failure: null,
    unread: body.length,
  }
  for (const piece of piecesOf(body)) {
    if (bill(told.answers).latencyMs > LONGEST_ASKING_MS) break
    try {
      const answer = await askModel(promptFor(body.slice(piece.start, piece.end), { ...facts, today }), stop)
      const gated = gate(body, piece, answer.content)
      if (gated === null) throw new ModelError('unreadable', 'not the JSON that was asked for')
      told.answers.push(answer)
      told.proposals.push(...gated.kept)
      told.dropped.invented += gated.invented
      told.dropped.unusable += gated.unusable
      told.unread -= piece.end - piece.start
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      log().warn({ err: error }, 'a piece of a text got no proposals')
      return { ...told, failure: error.reason }
    }
  }
  return told
}

/** What a proposal is as a candidate: its kind and speaker, and all else as our own rules read its words. */
function candidateOf({ body, publishedOn, publisher, country }: Asked, { span, kind, speaker }: ModelProposal) {
  const read = extract({ text: body.slice(span.start, span.end), publishedOn, publisher, country })
  const fields = candidateFromSelection(body, span, kind, read, 'model')
  return { ...fields, speakerText: speaker ?? fields.speakerText }
}

/** What the answers cost together; counts are null where one of them is not known. */
function bill(answers: readonly ModelAnswer[]) {
  const sum = (of: (answer: ModelAnswer) => number | null) =>
    answers.reduce<number | null>((total, answer) => {
      const one = of(answer)
      return total === null || one === null ? null : total + one
    }, 0)
  return {
    latencyMs: sum((answer) => answer.latencyMs) ?? 0,
    tokensIn: sum((answer) => answer.tokensIn),
    tokensOut: sum((answer) => answer.tokensOut),
    cost: sum((answer) => answer.cost),
  }
}
