/** A number of waiting things; `isMore` when there are more than could be counted cheaply. */
export type Count = { n: number; isMore: boolean }

/** Of a count that stopped behind its bound. */
export const bounded = (n: number, bound: number): Count => ({ n: Math.min(n, bound), isMore: n > bound })

/** "12", "1,000+". */
export const countText = ({ n, isMore }: Count): string => `${n.toLocaleString('en')}${isMore ? '+' : ''}`

/** What is left of a count after so many were taken from it. One that goes on beyond its bound stays as it is. */
export const lessBy = (count: Count, by: number): Count =>
  count.isMore ? count : { n: Math.max(0, count.n - by), isMore: false }
