import { counted } from '@/lib/core/counts'
import { inQuotes } from '@/lib/core/quotes'
import { heldUpWords, holdsMore } from '@/lib/predictions/present/records'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'

type Counted = Pick<TrackRecord, 'predictions' | 'held' | 'n' | 'unresolved' | 'heldUp'>

/**
 * "When the news says “is expected to”, it happened as said 14 of 18 times; 2 more windows closed and are not settled." Counts
 * alone, which need no interval; where more than what came true counts, what that is.
 */
export function phraseLead(words: string, { predictions, held, n, unresolved, heldUp }: Counted): string {
  const said = inQuotes(words)
  if (predictions === 0)
    return unresolved === 0
      ? `No window of a prediction with ${said} has closed yet.`
      : `${counted(unresolved, 'window')} of predictions with ${said} closed, and none is settled yet.`
  const what = holdsMore(heldUp) ? `it held up (${heldUpWords(heldUp)})` : 'it happened as said'
  const outcomes = n === predictions ? '' : `, of ${counted(n, 'separate outcome')}`
  const waiting =
    unresolved === 0
      ? ''
      : `; ${counted(unresolved, 'more window')} closed and ${unresolved === 1 ? 'is' : 'are'} not settled`
  return `When the news says ${said}, ${what} ${held.toLocaleString('en')} of ${counted(predictions, 'time')}${outcomes}${waiting}.`
}
