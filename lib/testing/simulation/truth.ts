import { closesOn } from '@/lib/predictions/rules/resolution'
import type { ScoredPrediction } from '@/lib/predictions/rules/scoring/clusters'
import { DEFAULT_CERTAINTY } from '@/lib/settings/rules'
import { toDay } from './chance'
import type { Voice } from './events'
import type { Newsroom, SimulatedPrediction } from './newsroom'
import { resolutionOf } from './outcome-rows'

const PROBABILITIES = new Map(DEFAULT_CERTAINTY.map(({ words, probability }) => [words, probability]))

/** What a record has to count, told from the drawing alone: each opened prediction once, whatever copies say it over. */
export const countable = ({ predictions }: Newsroom): SimulatedPrediction[] =>
  predictions.filter(({ state, copyOf }) => (state === 'opened' || state === 'too_vague') && copyOf === null)

/** A prediction as it stood at the end of the newsroom's day. */
export function scoredOf(prediction: SimulatedPrediction): ScoredPrediction {
  const { event, state, phrase } = prediction
  const { ending, graceDays } = event
  const isVague = state === 'too_vague'
  const dueTo = isVague ? null : toDay(prediction.to)
  const probability = PROBABILITIES.get(phrase.words ?? '') ?? null
  const hasOutcome = !isVague && ending.is === 'outcome'
  const judgedAs = ending.is === 'outcome' || ending.is === 'none' ? null : ending.is
  const proposed = hasOutcome ? resolutionOf(prediction, ending.on).resolution : judgedAs
  return {
    ...{ predictionId: prediction.id, saidOn: toDay(prediction.saidOn), dueTo },
    ...{
      closesOn: dueTo && closesOn({ dueTo, graceDays }),
      openedOn: toDay(prediction.openedOn),
      probability,
      phrase: probability === null ? null : phrase.words,
    },
    resolution: isVague ? 'too_vague' : proposed === 'open' ? null : proposed,
    outcomeId: hasOutcome ? event.outcomeId : null,
    outcomeFirstOn: hasOutcome && event.course.day !== null ? toDay(event.course.day) : null,
  }
}

/** The predictions that a voice made first, or said again while nobody could know: those as of the day on which it did. */
export function saidBy(newsroom: Newsroom, isOne: (voice: Voice, publisher: number) => boolean): SimulatedPrediction[] {
  const kept = new Set(countable(newsroom))
  const saidOn = new Map<SimulatedPrediction, number>()
  for (const { mentions } of newsroom.articles) {
    for (const { prediction, voice, publisher, on } of mentions) {
      if (!kept.has(prediction) || !isOne(voice, publisher)) continue
      const isFirst = on === prediction.saidOn && publisher === prediction.publisher
      if (isFirst || isInTime(prediction, on)) saidOn.set(prediction, Math.min(on, saidOn.get(prediction) ?? on))
    }
  }
  return [...saidOn].map(([prediction, on]) => ({ ...prediction, saidOn: on }))
}

function isInTime(prediction: SimulatedPrediction, on: number): boolean {
  const { event, state, to } = prediction
  const happenedOn = state === 'opened' && event.ending.is === 'outcome' ? event.course.day : null
  return (state === 'too_vague' || on <= to) && on < (happenedOn ?? Number.POSITIVE_INFINITY)
}
