import { INTERVALS } from '@/lib/articles/rules/limits'

/** "every 15 minutes", "every hour", "every 3 hours", "once a day". */
export function intervalWords(minutes: number): string {
  if (minutes === 1440) return 'once a day'
  if (minutes === 10_080) return 'once a week'
  if (minutes === 60) return 'every hour'
  return minutes % 60 === 0 ? `every ${minutes / 60} hours` : `every ${minutes} minutes`
}

/** The intervals on offer, with the one that a feed has. */
export const intervalOptions = (own: number): { minutes: number; words: string }[] =>
  [...new Set<number>([...INTERVALS, own])]
    .sort((a, b) => a - b)
    .map((minutes) => ({ minutes, words: intervalWords(minutes) }))
