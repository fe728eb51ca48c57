import type { z } from 'zod'
import type { EventDefinitions } from '@/lib/audit/events'
import type { Context } from '@/lib/core/context'
import type { Calendar } from './calendar'
import type { Dates } from './dates'
import type { PersonKey } from './roster'

/**
 * One thing that somebody did at the demo desk: one command, at one instant. Its key goes into the audit log as the id of the
 * request, in the transaction of the command itself; so a load that was cut short knows exactly what is done already.
 */
export type Step = {
  key: string
  at: Date
  by: PersonKey | 'set-up' | 'worker'
  run: (ctx: Context, desk: Desk) => Promise<unknown>
  /** Several commands of which each checks what is left: a load that goes on runs it again. */
  isRepeatable?: true
}

/** What the steps so far told the audit log: where later steps find the ids and revisions they go on from. */
export type Desk = {
  has: (step: string, type: string) => boolean
  /** The first event of that type which the step recorded. Throws when the step was not done. */
  told: <D extends EventDefinitions, T extends keyof D & string>(
    step: string,
    definitions: D,
    type: T,
  ) => { entityId: string; payload: z.output<D[T]['payload']> }
}

/** Minutes later, for the steps of one piece of work. */
export const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)

export type Story = (calendar: Calendar, dates: Dates) => Step[]
