import type { z } from 'zod'
import { recordEvent } from '@/lib/audit/commands'
import { canonicalForm } from '@/lib/audit/rules'
import type { Context } from '@/lib/core/context'
import { dayInZone } from '@/lib/core/days'
import { AppError, type FieldErrors } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { assertRevision } from '@/lib/core/revisions'
import type { ArticleCopy } from '@/lib/evidence/commands/article-copies'
import { foldedText } from '@/lib/evidence/rules/excerpts'
import { inTransaction, isUniqueViolation, type Tx } from '@/lib/platform/db'
import type { Outcome } from '@/lib/platform/generated/client'
import { requireSettings } from '@/lib/settings/queries'
import { predictionEvents } from '../events'
import { canApprovePredictions, canWritePredictions } from '../policy'
import { columnsOfOutcome, contentOfOutcome } from '../queries/content'
import {
  DropOutcomeInput,
  LinkPredictionsInput,
  type OutcomeContent,
  RevisionInput,
  SaveOutcomeInput,
  SendBackInput,
} from '../schema'
import { readNewsCopy, reopenNewsOfIn, takeNewsAsSourceIn } from './deciding-news'
import { assertAllowed, lockOutcome, moveOutcome, personOf } from './guards'
import { type LinkWish, refreshLinksIn, writeLinksIn } from './links'
import { copySourcesIn, setOutcomeSourcesIn } from './sources'

export type SavedOutcome = { id: string; revision: number }

export const NOT_SUBMITTED = {
  state: 'draft',
  submittedById: null,
  submittedAt: null,
  submittedRevision: null,
} as const

/**
 * Stores what a person writes about what happened, with its sources; linked predictions get the rules' proposals for it anew.
 * A save after submitting takes the submission back. A first save also links its predictions, or stores nothing; sent again
 * with the same id it changes nothing. Throws STALE with the other text in `details.theirs`.
 */
export async function saveOutcome(ctx: Context, given: SaveOutcomeInput): Promise<SavedOutcome> {
  const input = SaveOutcomeInput.parse(given)
  const article = input.newsId === null ? null : await readNewsCopy(ctx, input.newsId)
  try {
    return await inTransaction((tx) => saveOutcomeIn(tx, ctx, input, article))
  } catch (error) {
    // the same first save, sent twice at once: the second one finds what the first one made
    if (input.revision !== null || !isUniqueViolation(error)) throw error
    return inTransaction((tx) => saveOutcomeIn(tx, ctx, input, article))
  }
}

type Input = z.output<typeof SaveOutcomeInput>

async function saveOutcomeIn(tx: Tx, ctx: Context, input: Input, article: ArticleCopy | null): Promise<SavedOutcome> {
  const { id, revision, content, predictionIds } = input
  const before = id === null ? null : await findOutcome(tx, id, revision)
  assertAllowed(ctx, canWritePredictions)
  const { zone } = await requireSettings(tx)
  const today = dayInZone(ctx.now, zone)
  if (before && revision === null && (await isSavedAlready(tx, ctx, before, content)))
    return { id: before.id, revision: before.revision }
  assertHappenedByNow(content, today)
  const saved = await writeOutcome(tx, ctx, { id, before, revision, content })
  if (before === null && input.fromId !== null) await copySourcesIn(tx, ctx, input.fromId, saved.id)
  if (!input.isSourcesKept) await setOutcomeSourcesIn(tx, ctx, saved.id, content.sources, { today, article })
  if (before === null && input.newsId !== null) await takeNewsAsSourceIn(tx, ctx, input.newsId, saved.id)
  await refreshLinksIn(tx, saved, today)
  await keepSave(tx, ctx, saved)
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'outcome.saved',
    entityId: saved.id,
    payload: { revision: saved.revision },
  })
  if (before !== null || predictionIds.length === 0) return { id: saved.id, revision: saved.revision }
  const links = predictionIds.map((predictionId) => ({ predictionId, resolution: null, overrideReason: null }))
  return linkPredictionsIn(tx, ctx, saved, links, today)
}

/** The outcome, locked; null when a first save is to make it. */
async function findOutcome(tx: Tx, id: string, revision: number | null): Promise<Outcome | null> {
  if (revision === null && (await tx.outcome.count({ where: { id } })) === 0) return null
  return lockOutcome(tx, id)
}

const isSavedAlready = async (tx: Tx, ctx: Context, before: Outcome, content: OutcomeContent): Promise<boolean> =>
  before.authorId === ctx.actor.id &&
  canonicalForm(alike(await storedContent(tx, before.id))) === canonicalForm(alike(content))

/** An excerpt is stored as it stands in its copy, which may have other quotation marks, dashes and spaces than were typed. */
const alike = (content: OutcomeContent): OutcomeContent => ({
  ...content,
  sources: content.sources.map((cited) => ({ ...cited, excerpt: foldedText(cited.excerpt) })),
})

function assertHappenedByNow({ days }: OutcomeContent, today: string): void {
  if (days === null) return
  if (days.from > today)
    throw new AppError('BAD_INPUT', {
      fields: { days: 'That day has not come yet. Record it once it has happened.' },
    })
  if (days.precision !== 'day' && days.to > today)
    throw new AppError('BAD_INPUT', {
      fields: { days: `That ${days.precision} is not over yet. Give the day, or a shorter time that is over.` },
    })
}

type Writing = { id: string | null; before: Outcome | null; revision: number | null; content: OutcomeContent }

async function writeOutcome(tx: Tx, ctx: Context, { id, before, revision, content }: Writing): Promise<Outcome> {
  const data = { ...columnsOfOutcome(content), ...NOT_SUBMITTED }
  if (before === null)
    return tx.outcome.create({ data: { ...data, id: id ?? newId(), authorId: personOf(ctx), createdAt: ctx.now } })
  moveOutcome(before.state, 'save')
  assertRevision(before.revision, revision ?? 0, await storedContent(tx, before.id))
  return tx.outcome.update({ where: { id: before.id }, data: { ...data, revision: { increment: 1 } } })
}

export async function storedContent(tx: Tx, id: string): Promise<OutcomeContent> {
  const include = { sources: { orderBy: { position: 'asc' } } } as const
  return contentOfOutcome(await tx.outcome.findUniqueOrThrow({ where: { id }, include }))
}

/** Who saved what, with the links as they then stood: nobody in here may approve. */
export async function keepSave(tx: Tx, ctx: Context, { id, revision }: SavedOutcome): Promise<void> {
  const links = await tx.outcomeLink.findMany({ where: { outcomeId: id }, orderBy: { predictionId: 'asc' } })
  const content = { ...(await storedContent(tx, id)), links }
  await tx.outcomeSave.create({
    data: { id: newId(), outcomeId: id, revision, savedById: personOf(ctx), savedAt: ctx.now, content },
  })
}

/**
 * Says which predictions the outcome resolves (all of them, each time). Each gets the resolution that the rules propose, with
 * the rule in words; another one takes a reason. Throws BAD_INPUT for one that is not opened or is resolved already.
 */
export async function linkPredictions(ctx: Context, input: LinkPredictionsInput): Promise<SavedOutcome> {
  const { id, revision, links } = LinkPredictionsInput.parse(input)
  return inTransaction(async (tx) => {
    const before = await lockOutcome(tx, id)
    assertAllowed(ctx, canWritePredictions)
    moveOutcome(before.state, 'save')
    assertRevision(before.revision, revision, await storedContent(tx, id))
    const { zone } = await requireSettings(tx)
    return linkPredictionsIn(tx, ctx, before, links, dayInZone(ctx.now, zone))
  })
}

async function linkPredictionsIn(
  tx: Tx,
  ctx: Context,
  before: Outcome,
  links: readonly LinkWish[],
  today: string,
): Promise<SavedOutcome> {
  const { id } = before
  await writeLinksIn(tx, before, links, today)
  const saved = await tx.outcome.update({ where: { id }, data: { ...NOT_SUBMITTED, revision: { increment: 1 } } })
  await keepSave(tx, ctx, saved)
  const written = await tx.outcomeLink.findMany({ where: { outcomeId: id }, orderBy: { predictionId: 'asc' } })
  await recordEvent(tx, ctx, predictionEvents, {
    type: 'outcome.linked',
    entityId: id,
    payload: { revision: saved.revision, links: written },
  })
  return { id, revision: saved.revision }
}

/** Hands the exact revision to a second person. Needs a source and a prediction, and a resolution for each. */
export async function submitOutcome(ctx: Context, input: RevisionInput): Promise<void> {
  const { id, revision } = RevisionInput.parse(input)
  await inTransaction(async (tx) => {
    const outcome = await lockOutcome(tx, id)
    assertAllowed(ctx, canWritePredictions)
    const state = moveOutcome(outcome.state, 'submit')
    assertRevision(outcome.revision, revision, await storedContent(tx, id))
    await assertWhole(tx, id)
    await tx.outcome.update({
      where: { id },
      data: {
        state,
        submittedById: personOf(ctx),
        submittedAt: ctx.now,
        submittedRevision: revision,
        sentBackById: null,
        sentBackReason: null,
      },
    })
    await recordEvent(tx, ctx, predictionEvents, { type: 'outcome.submitted', entityId: id, payload: { revision } })
  })
}

async function assertWhole(tx: Tx, outcomeId: string): Promise<void> {
  const fields: FieldErrors = {}
  const sources = await tx.outcomeSource.count({ where: { outcomeId } })
  if (sources === 0) fields.sources = 'Add at least one source: an outcome rests on what can be looked up.'
  const links = await tx.outcomeLink.findMany({ where: { outcomeId }, select: { resolution: true } })
  if (links.length === 0) fields.links = 'Choose at least one prediction that this resolves.'
  if (links.some((link) => link.resolution === 'open'))
    fields.links =
      'The rules leave a prediction open. Choose a resolution for it with a reason, or take it off the list.'
  if (Object.keys(fields).length > 0)
    throw new AppError('BAD_INPUT', {
      text: 'Something is missing. What you saved is kept; add it and submit again.',
      fields,
    })
}

/**
 * Drops a draft that was begun by mistake, with the reason. Its row, its saves and its list stay as they were; the predictions
 * on the list are free for another outcome. Throws MOVE_REFUSED for one that is submitted or decided, STALE when somebody
 * saved in between.
 */
export async function dropOutcome(ctx: Context, input: DropOutcomeInput): Promise<void> {
  const { id, revision, reason } = DropOutcomeInput.parse(input)
  await inTransaction(async (tx) => {
    const outcome = await lockOutcome(tx, id)
    assertAllowed(ctx, canWritePredictions)
    const state = moveOutcome(outcome.state, 'drop')
    assertRevision(outcome.revision, revision, await storedContent(tx, id))
    await tx.outcome.update({
      where: { id },
      data: { state, droppedById: personOf(ctx), droppedAt: ctx.now, droppedReason: reason },
    })
    await reopenNewsOfIn(tx, ctx, id)
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'outcome.dropped',
      entityId: id,
      payload: { revision, reason },
    })
  })
}

/** Gives a submitted outcome back to its author with a reason. */
export async function sendBackOutcome(ctx: Context, input: SendBackInput): Promise<void> {
  const { id, revision, reason } = SendBackInput.parse(input)
  await inTransaction(async (tx) => {
    const outcome = await lockOutcome(tx, id)
    assertAllowed(ctx, canApprovePredictions)
    moveOutcome(outcome.state, 'send_back')
    assertRevision(outcome.revision, revision, await storedContent(tx, id))
    await tx.outcome.update({
      where: { id },
      data: { ...NOT_SUBMITTED, sentBackById: personOf(ctx), sentBackReason: reason },
    })
    await recordEvent(tx, ctx, predictionEvents, {
      type: 'outcome.sent_back',
      entityId: id,
      payload: { revision, reason },
    })
  })
}
