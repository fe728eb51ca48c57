/** What was just done with the whole claim, carried in the address; whether it holds is asked of the claim itself. */
export const DONE = ['absorbed', 'unmerged', 'split', 'hidden', 'unhidden'] as const
export type Done = (typeof DONE)[number]
