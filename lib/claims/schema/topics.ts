import { z } from 'zod'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

export const MOST_TOPICS = 10
export const TopicName = textField(60, { label: 'The topic' })
export const SetTopicsInput = z.object({ claimId: Id, topics: z.array(TopicName).max(MOST_TOPICS) })
export type SetTopicsInput = z.input<typeof SetTopicsInput>
export const ChangeTopicInput = z.object({ claimId: Id, topic: TopicName })
export type ChangeTopicInput = z.input<typeof ChangeTopicInput>
