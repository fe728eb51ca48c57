import { z } from 'zod'
import { optional } from '@/lib/core/fields'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'
import { CALENDAR_NAME_MAX } from '../rules/calendars'
import { TopicSlug } from './queues'

const words = (label: string) => optional(textField(120, { label }))

/**
 * A calendar narrowed as the list of predictions is; without filters it is the whole newsroom's. A filter that cannot be used
 * is refused here, where a list leaves it out: the calendar would hold more than was asked for.
 */
export const MakeCalendar = z.object({
  name: textField(CALENDAR_NAME_MAX, { label: 'The name' }),
  words: words('The words'),
  speaker: words('The speaker'),
  publisher: optional(Id),
  topic: optional(TopicSlug),
  whose: optional(z.literal('mine', { error: 'Choose one of the list.' })),
})
/** Its filter as it is kept: what cannot be read any more is nothing, and never the whole newsroom's. */
export const KeptFilter = MakeCalendar.omit({ name: true }).strict()
export type MakeCalendar = { name: string } & Partial<
  Record<'words' | 'speaker' | 'publisher' | 'topic' | 'whose', string | null>
>
export const CalendarInput = z.object({ calendarId: Id })
export type CalendarInput = z.input<typeof CalendarInput>
