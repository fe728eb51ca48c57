import { z } from 'zod'
import { Id } from '@/lib/core/ids'

/** What somebody looks at, if anything, and the things on their page about which they want to know. */
export const PresenceInput = z.object({
  at: Id.nullable(),
  shown: z.array(Id).max(100),
})
export type PresenceInput = z.input<typeof PresenceInput>

/** Names by the id of the thing that is looked at; without whoever asks. */
export type PresentPeople = Record<string, string[]>
