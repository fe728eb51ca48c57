import { Notice } from '@/app/_ui/notice'
import { dayInZone } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'

/** On top of a page whose verdict was withdrawn, or was another one before. */
export function ChangedNotice({
  corrections,
  versions,
  isWithdrawn,
  zone,
}: {
  corrections: PublicCorrection[]
  versions: PublishedVersion[]
  isWithdrawn: boolean
  zone: string
}) {
  const on = (correction: PublicCorrection) => formatDay(dayInZone(new Date(correction.publishedAt), zone))
  if (isWithdrawn) {
    const withdrawal = corrections.find(({ level }) => level === 'withdrawal')
    return (
      <Notice kind="warn" title={withdrawal ? `Withdrawn ${on(withdrawal)}` : 'Withdrawn'}>
        {withdrawal ? `${withdrawal.note} ` : ''}There is no verdict in force. What was published stays readable below.
      </Notice>
    )
  }
  const change = corrections.find(({ level }) => level === 'verdict_changing')
  if (!change) return null
  const label = (ordinal: number | null) => versions.find((one) => one.ordinal === ordinal)?.frozen.rating.label
  const [from, to] = [label(change.previousOrdinal), label(change.ordinal)]
  return (
    <Notice kind="warn" title={`Corrected ${on(change)}`}>
      {from && to && from !== to ? `The verdict changed from “${from}” to “${to}”. ` : 'The verdict changed. '}
      <a href="#corrections">What was wrong</a>
    </Notice>
  )
}
