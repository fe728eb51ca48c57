/**
 * One reading for all who ask within `forMs` milliseconds, in this process: what many viewers of a stream see costs one. Ask
 * before whether they may see it. A reading that failed is not kept.
 */
export function sharedRead<A extends unknown[], T>(forMs: number, read: (...asked: A) => Promise<T>) {
  let latest: { at: number; answer: Promise<T> } | null = null
  return (...asked: A): Promise<T> => {
    if (latest !== null && performance.now() - latest.at < forMs) return latest.answer
    const mine = { at: performance.now(), answer: read(...asked) }
    latest = mine
    mine.answer.catch(() => {
      if (latest === mine) latest = null
    })
    return mine.answer
  }
}
