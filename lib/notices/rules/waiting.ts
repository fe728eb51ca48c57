/** One thing that waits: what it is called, why, and where it is at the desk. */
export type WaitingItem = { title: string; why: string | null; path: string }
/** One queue of a person: `count` things, as far as they are counted, and where all of them are. */
export type WaitingQueue = { title: string; count: number; isMore: boolean; path: string; items: WaitingItem[] }

/** So many are read of each: one more than is counted. */
export const COUNT_BOUND = 100
const SHOWN = 5

export function queue(title: string, path: string, all: readonly WaitingItem[]): WaitingQueue {
  const count = Math.min(all.length, COUNT_BOUND - 1)
  return { title, path, count, isMore: all.length > count, items: all.slice(0, SHOWN) }
}
