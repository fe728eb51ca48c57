import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { maybe, Place, TopicSlug, words } from './queues'

/** What waits to be opened, what is watched, and what came of it. */
export const PREDICTION_VIEWS = [
  'to_open',
  'no_criteria',
  'no_window',
  'waiting',
  'open',
  'due_soon',
  'due',
  'overdue',
  'resolved',
  'too_vague',
] as const
export type PredictionView = (typeof PREDICTION_VIEWS)[number]

/** What lists and calendars of predictions may be narrowed to. `whose`: those that one wrote, opened or takes care of. */
export const PredictionFilter = z.object({
  words,
  speaker: words,
  publisher: maybe(Id),
  topic: maybe(TopicSlug),
  whose: maybe(z.literal('mine')),
})
export type PredictionFilter = z.output<typeof PredictionFilter>

/** `sort`: by the day, the longest ago first unless the latest are asked for; only where a list goes by the day. */
export const PredictionQueueQuery = PredictionFilter.extend({
  view: z.enum(PREDICTION_VIEWS).catch('to_open'),
  sort: maybe(z.literal('latest')),
  after: maybe(Place),
})
export type PredictionQueueQuery = z.output<typeof PredictionQueueQuery>
