import { dayInZone } from '@/lib/core/days'
import type { PublicCorrection, PublishedVersion } from '@/lib/verdicts/queries'
import { VerdictChangedNotice, WithdrawnNotice } from './changed-notice'

/** On top of a page whose verdict was withdrawn, or was another one before. Nothing where neither is so. */
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
  const on = ({ publishedAt }: PublicCorrection) => dayInZone(new Date(publishedAt), zone)
  if (isWithdrawn) {
    const withdrawal = corrections.find(({ level }) => level === 'withdrawal')
    return <WithdrawnNotice on={withdrawal ? on(withdrawal) : null} note={withdrawal?.note ?? null} />
  }
  const change = corrections.find(({ level }) => level === 'verdict_changing')
  if (!change) return null
  const label = (ordinal: number | null) => versions.find((one) => one.ordinal === ordinal)?.frozen.rating.label
  return <VerdictChangedNotice on={on(change)} from={label(change.previousOrdinal)} to={label(change.ordinal)} />
}
