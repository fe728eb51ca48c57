import { type Proposal, type RecordedOutcome, resolve } from '@/lib/predictions/rules/resolution'
import { instantOf, toDay } from './chance'
import type { Desk, Row, Rows } from './desk'
import type { Newsroom, RecordedEvent, SimulatedPrediction } from './newsroom'

export const TARGET = 40
/** What a numeric event came to. */
const REACHED = 42
const MISSED = 31

/** What the desk recorded of an event. */
export function outcomeOf({ course, kind, sayings }: RecordedEvent): RecordedOutcome {
  const day = course.day === null ? null : toDay(course.day)
  const isNumeric = kind === 'numeric' && day !== null
  const value = sayings[0]?.isTrue || course.isReached ? REACHED : MISSED
  return {
    ...{ hasHappened: day !== null, firstOn: day, lastOn: day, precision: 'day' },
    ...{ value: isNumeric ? String(value) : null, valueTo: null, unit: isNumeric ? 'percent' : null },
  }
}

/** The resolution of a prediction by its event's outcome, as the app's own rules have it; partly is what people say. */
export function resolutionOf(prediction: SimulatedPrediction, on: number): Proposal & { override: string | null } {
  const { event, phrase } = prediction
  const isNumeric = event.kind === 'numeric'
  const rule = resolve(
    {
      ...{ saidOn: toDay(prediction.saidOn), dueFrom: toDay(prediction.from), dueTo: toDay(prediction.to) },
      ...{ graceDays: event.graceDays, isNegated: prediction.isNegated },
      ...{ comparator: isNumeric ? 'at_least' : null, targetValue: isNumeric ? String(TARGET) : null },
      ...{ targetUnit: isNumeric ? 'percent' : null, tolerance: null },
    },
    outcomeOf(event),
    toDay(on),
  )
  if (!event.course.isPartly) return { ...rule, override: null }
  return { ...rule, resolution: 'partly', override: `Only a part opened (${phrase.words ?? 'no such words'}).` }
}

/** Outcomes as drafts with their parts, how each is approved and perhaps undone, and the resolutions that come of it. */
export function outcomeRows({ predictions, newId }: Newsroom, desk: Desk): Rows {
  const byEvent = new Map<RecordedEvent, SimulatedPrediction[]>()
  for (const one of predictions.filter(isOpened)) byEvent.set(one.event, [...(byEvent.get(one.event) ?? []), one])
  const rows = { outcome: [], outcome_source: [], outcome_link: [], resolution: [], judgement: [], approval: [] }
  const found: Record<keyof typeof rows, Row[]> = rows
  for (const prediction of predictions.filter(({ state }) => state === 'too_vague')) {
    const at = instantOf(prediction.openedOn)
    const said = { prediction_id: prediction.id, outcome_id: null, kind: 'too_vague', reason: 'It names no day.' }
    found.resolution.push({
      ...said,
      id: newId(at),
      author_id: desk.authorId,
      approver_id: desk.approverId,
      created_at: at,
    })
  }
  for (const [event, resolved] of byEvent) {
    const { ending } = event
    if (ending.is === 'none') continue
    const { on } = ending
    const at = instantOf(on, 0)
    if (ending.is !== 'outcome') {
      for (const prediction of resolved) judged(found, { prediction, kind: ending.is, at, desk, newId })
      continue
    }
    if (event.wasUndone) {
      const wrong = newId(at)
      record(found, { event, outcomeId: wrong, resolved, on, at, desk, newId, isUndone: true })
    }
    record(found, { event, outcomeId: event.outcomeId, resolved, on, at, desk, newId, isUndone: false })
  }
  return found
}

export const isOpened = ({ state }: SimulatedPrediction): boolean => state === 'opened'

type Found = Record<'outcome' | 'outcome_source' | 'outcome_link' | 'resolution' | 'judgement' | 'approval', Row[]>
type Common = { at: Date; desk: Desk; newId: (at: Date) => string }

function judged(
  found: Found,
  { prediction, kind, at, desk, newId }: Common & { prediction: SimulatedPrediction; kind: 'void' | 'too_vague' },
): void {
  const [id, reason] = [newId(at), kind === 'void' ? 'Its condition failed.' : 'Nobody can say what would count.']
  const said = { prediction_id: prediction.id, kind, reason, author_id: desk.authorId, created_at: at }
  found.resolution.push({ ...said, id, outcome_id: null, approver_id: desk.approverId })
  found.judgement.push({ ...said, id: newId(at), resolution_id: id })
}

type Recording = Common & {
  event: RecordedEvent
  outcomeId: string
  resolved: readonly SimulatedPrediction[]
  on: number
  isUndone: boolean
}

function record(found: Found, { event, outcomeId, resolved, on, at, desk, newId, isUndone }: Recording): void {
  const { firstOn, lastOn, precision, ...rest } = outcomeOf(event)
  const statement = `The ${event.thing} of ${event.place} ${rest.hasHappened ? 'opened' : 'did not open'}.`
  found.outcome.push({
    ...{ id: outcomeId, state: 'draft', statement, has_happened: rest.hasHappened, first_on: firstOn, last_on: lastOn },
    ...{ precision, value: rest.value, unit: rest.unit, author_id: desk.authorId, revision: 1, created_at: at },
  })
  found.approval.push({
    ...{
      id: outcomeId,
      submitted_by_id: desk.authorId,
      submitted_at: at,
      approver_id: desk.approverId,
      approved_at: at,
    },
    ...{ undone_at: isUndone ? at : null, undone_by_id: isUndone ? desk.authorId : null },
    undone_reason: isUndone ? 'It was another one of that name.' : null,
  })
  found.outcome_source.push({
    ...{ id: newId(at), outcome_id: outcomeId, source_id: desk.sourceId, url: 'https://records.example/openings' },
    ...{ title: 'Record of openings', excerpt: statement, position: 1 },
  })
  for (const prediction of resolved) {
    const { resolution, rule, override } = resolutionOf(prediction, on)
    const link = { outcome_id: outcomeId, prediction_id: prediction.id, resolution, rule, override_reason: override }
    found.outcome_link.push(link)
    const said = { prediction_id: prediction.id, outcome_id: outcomeId, author_id: desk.authorId, created_at: at }
    found.resolution.push({
      ...said,
      id: newId(at),
      kind: resolution,
      reason: override ?? rule,
      approver_id: desk.approverId,
    })
    if (isUndone)
      found.resolution.push({ ...said, id: newId(at), kind: 'open', reason: 'It was another one.', approver_id: null })
  }
}
