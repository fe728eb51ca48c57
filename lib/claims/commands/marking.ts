import { recordEvent } from '@/lib/audit/commands'
import type { Context } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { type Span, spansTouch } from '@/lib/core/text'
import { extract } from '@/lib/extraction/rules'
import { inTransaction, lockRow, type Tx } from '@/lib/platform/db'
import { claimEvents } from '../events'
import { canTriage } from '../policy'
import { type CandidateFields, candidateFromSelection, trimSpan } from '../rules/extracting'
import { isWrongSpan, rejectionText } from '../rules/rejections'
import { AdjustInput, type ClaimKind, SelectionInput } from '../schema'
import { storeCandidates } from './extraction'
import type { CandidateRow } from './making'
import { beginMove, decide } from './triage'

/**
 * A claim that a person marked in the text. The words must stand there exactly as the person saw them. Throws ALREADY_EXISTS
 * (with the candidate's id in `details`) when these very words are a candidate already.
 */
export async function createCandidateFromSelection(
  ctx: Context,
  given: SelectionInput,
): Promise<{ candidateId: string }> {
  const input = SelectionInput.parse(given)
  return inTransaction(async (tx) => {
    if (!canTriage(ctx.actor)) throw new AppError('FORBIDDEN')
    const place = await readPlaceIn(tx, input)
    await lockRow(tx, 'article', place.article.id)
    const same = await findMarkedIn(tx, place)
    if (same) throw markedAlready(same.id)
    const [candidateId = ''] = await storeAt(tx, ctx, place, readAt(place, input.kind))
    const { span, quote } = place
    await recordEvent(tx, ctx, claimEvents, {
      type: 'candidate.marked',
      entityId: candidateId,
      payload: { articleId: place.article.id, snapshotId: place.snapshotId, ...span, quote },
    })
    return { candidateId }
  })
}

/**
 * An undecided claim with other first and last words. What was proposed is rejected as marked wrongly and stays with its
 * history, so that no later reading proposes it anew; a person's candidate takes its place, its figures and window read from
 * the new words. Back to words that were given up in this way takes that candidate up again. Throws MOVE_REFUSED once
 * somebody has decided (what was decided on never changes its words), ALREADY_EXISTS as above.
 */
export async function adjustCandidate(ctx: Context, given: AdjustInput): Promise<{ candidateId: string }> {
  const input = AdjustInput.parse(given)
  return inTransaction(async (tx) => {
    const place = await readPlaceIn(tx, input)
    await lockRow(tx, 'article', place.article.id)
    const candidate = await beginMove(tx, ctx, input.candidateId, 'reject')
    const before = await placeOfIn(tx, candidate, place.snapshotId)
    const { start, end } = place.span
    if (before === null || !spansTouch(before, place.span))
      throw wrongWords(
        'These words are not those of the claim. Mark them as a claim of their own; nothing was changed.',
      )
    if (before.start === start && before.end === end) throw wrongWords('The claim has these very words already.')
    const candidateId = await takePlaceIn(tx, ctx, candidate, place)
    const note = `Replaced by: ${place.quote.slice(0, 400).toWellFormed()}`
    await decide(tx, ctx, candidate.id, 'rejected', rejectionText('wrong_span', note))
    await recordEvent(tx, ctx, claimEvents, {
      type: 'candidate.rejected',
      entityId: candidate.id,
      payload: { reason: 'wrong_span', note },
    })
    return { candidateId }
  })
}

/** What stands at the new words from now on: a candidate of the person's, or the one that was given up for others before. */
async function takePlaceIn(tx: Tx, ctx: Context, from: CandidateRow, place: Place): Promise<string> {
  const same = await findMarkedIn(tx, place)
  if (same && !(same.state === 'rejected' && isWrongSpan(same.decisionReason ?? ''))) throw markedAlready(same.id)
  if (same) {
    const data = { state: 'new', decisionReason: null, decidedById: null, decidedAt: null } as const
    await tx.candidate.update({ where: { id: same.id }, data })
    const payload = { from: 'rejected', claimId: null } as const
    await recordEvent(tx, ctx, claimEvents, { type: 'candidate.reopened', entityId: same.id, payload })
    return same.id
  }
  const read = readAt(place, from.kind)
  // who says it often stands outside the words themselves
  const said = { speakerText: read.speakerText ?? from.speakerText, relayText: read.relayText ?? from.relayText }
  const [id = ''] = await storeAt(tx, ctx, place, { ...read, ...said })
  const { span, quote, snapshotId, article } = place
  await recordEvent(tx, ctx, claimEvents, {
    type: 'candidate.adjusted',
    entityId: id,
    payload: { articleId: article.id, snapshotId, fromId: from.id, ...span, quote },
  })
  return id
}

type Place = {
  snapshotId: string
  body: string
  span: Span
  quote: string
  article: { id: string; publishedOn: string | null; publisher: { name: string; country: string | null } }
}

/** The words in the text, without blanks at their ends. Throws BAD_INPUT when the text does not say exactly this there. */
async function readPlaceIn(tx: Tx, given: Span & { snapshotId: string; quote: string }): Promise<Place> {
  const snapshot = await tx.snapshot.findUnique({
    where: { id: given.snapshotId },
    select: {
      body: true,
      article: { select: { id: true, publishedOn: true, publisher: { select: { name: true, country: true } } } },
    },
  })
  if (snapshot === null) throw new AppError('NOT_FOUND')
  const { body, article } = snapshot
  const span = trimSpan(body, given)
  const isVerbatim = given.end <= body.length && body.slice(given.start, given.end) === given.quote
  if (span === null || !isVerbatim || !given.quote.isWellFormed())
    throw wrongWords('The text does not say exactly this at that place. Select the words again; nothing was stored.')
  return { snapshotId: given.snapshotId, body, span, quote: body.slice(span.start, span.end), article }
}

const wrongWords = (quote: string): AppError => new AppError('BAD_INPUT', { fields: { quote } })

const markedAlready = (candidateId: string): AppError =>
  new AppError('ALREADY_EXISTS', {
    text: 'These very words are marked already. Nothing was changed.',
    details: { candidateId },
  })

/** What the extractor reads in the words. */
function readAt({ body, span, quote, article }: Place, kind: ClaimKind): CandidateFields {
  const { publishedOn, publisher } = article
  const read = extract({ text: quote, publishedOn, publisher: publisher.name, country: publisher.country })
  return candidateFromSelection(body, span, kind, read)
}

const storeAt = (tx: Tx, ctx: Context, { article, snapshotId }: Place, fields: CandidateFields): Promise<string[]> =>
  storeCandidates(tx, ctx, { articleId: article.id, snapshotId, origin: 'person' }, [fields])

/** Where a candidate stands in a text: its own, or a later one that says its words still. */
async function placeOfIn(tx: Tx, candidate: CandidateRow, snapshotId: string): Promise<Span | null> {
  if (candidate.snapshotId === snapshotId) return candidate
  const carried = await tx.carriedPlace.findUnique({
    where: { candidateId_snapshotId: { candidateId: candidate.id, snapshotId } },
  })
  return carried?.start == null || carried.end === null ? null : { start: carried.start, end: carried.end }
}

/** The candidate at exactly these words, of this text or carried to it. */
async function findMarkedIn(tx: Tx, { snapshotId, span }: Place) {
  const select = { id: true, state: true, decisionReason: true } as const
  const own = await tx.candidate.findFirst({ where: { snapshotId, ...span }, select })
  if (own) return own
  const carried = await tx.carriedPlace.findFirst({
    where: { snapshotId, outcome: 'found', ...span },
    select: { candidate: { select } },
  })
  return carried?.candidate ?? null
}
