import type { TagTone } from '@/app/_ui/tag'
import type { RunProgress } from '@/lib/jobs/schema'

const number = (n: number): string => n.toLocaleString('en')

/** "1,200 done, 3 refused, of 2,000" */
export function countWords({ done, refused, total }: Pick<RunProgress, 'done' | 'refused' | 'total'>): string {
  const handled = refused === 0 ? `${number(done)} done` : `${number(done)} done, ${number(refused)} refused`
  return total === null ? handled : `${handled}, of ${number(total)}`
}

/** 0..100, rounded down so that 100 means all; null as long as nobody knows how many there are. */
export function percentOf({ done, refused, total }: Pick<RunProgress, 'done' | 'refused' | 'total'>): number | null {
  if (total === null) return null
  return total === 0 ? 100 : Math.floor((100 * (done + refused)) / total)
}

export const STATE_WORDS: Readonly<Record<RunProgress['state'], string>> = {
  running: 'Running',
  cancelling: 'Stopping …',
  cancelled: 'Cancelled',
  finished: 'Finished',
  failed: 'Failed',
}

export const STATE_TONES: Readonly<Record<RunProgress['state'], TagTone>> = {
  running: 'accent',
  cancelling: 'watch',
  cancelled: 'watch',
  finished: 'good',
  failed: 'bad',
}
