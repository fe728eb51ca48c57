import type { StoredEvent } from '@/lib/audit/events'

/** What was just done with the whole claim, carried in the address. */
export const DONE = ['absorbed', 'unmerged', 'split', 'hidden', 'unhidden'] as const
export type Done = (typeof DONE)[number]

type Event = Pick<StoredEvent, 'type' | 'payload'>
type Asked = {
  done: Done | undefined
  claimId: string
  /** The claim's history, and that of the other one that the address names, the oldest first. */
  events: readonly Event[]
  otherEvents: readonly Event[]
}

const WHOLE: readonly string[] = ['claim.merged', 'claim.unmerged', 'claim.hidden', 'claim.unhidden']

const told = (event: Event | undefined, name: string): unknown =>
  typeof event?.payload === 'object' && event.payload !== null ? Reflect.get(event.payload, name) : undefined

/** What the address says was done, where the history says so as well: anybody can write an address, or keep an old one. */
export function doneOf({ done, claimId, events, otherEvents }: Asked): Done | undefined {
  const last = events.findLast(({ type }) => WHOLE.includes(type))
  const holds: Record<Done, () => boolean> = {
    absorbed: () =>
      told(
        otherEvents.findLast(({ type }) => WHOLE.includes(type)),
        'intoClaimId',
      ) === claimId,
    unmerged: () => last?.type === 'claim.unmerged' && told(last, 'fromClaimId') === claimId,
    split: () => otherEvents.some((one) => one.type === 'claim.occurrence_left' && told(one, 'toClaimId') === claimId),
    hidden: () => last?.type === 'claim.hidden',
    unhidden: () => last?.type === 'claim.unhidden',
  }
  return done && holds[done]() ? done : undefined
}
