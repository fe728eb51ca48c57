import { counted } from '@/lib/core/counts'
import { inQuotes } from '@/lib/core/quotes'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'

type Counted = Pick<TrackRecord, 'predictions' | 'held' | 'n' | 'unresolved'>

/** "When the news says “is expected to”, it happened 14 of 18 times." Counts alone, as long as they are few. */
export function phraseLead(words: string, { predictions, held, n, unresolved }: Counted): string {
  const said = inQuotes(words)
  if (predictions === 0)
    return unresolved === 0
      ? `No window of a prediction with ${said} has closed yet.`
      : `${counted(unresolved, 'window')} of predictions with ${said} closed, and none is settled yet.`
  const outcomes = n === predictions ? '' : `, of ${counted(n, 'separate outcome')}`
  return `When the news says ${said}, it happened ${held.toLocaleString('en')} of ${counted(predictions, 'time')}${outcomes}.`
}
