import type { Day } from '@/lib/core/days'
import { formatDay } from '@/lib/core/windows'

/** Who published what, when; the desk of one person says so. */
export function Byline({
  verb = 'Published',
  on,
  authorName,
  approverName,
  isSolo,
}: {
  verb?: string
  on: Day
  authorName: string
  approverName: string
  isSolo: boolean
}) {
  if (isSolo)
    return (
      <>
        {`${verb} ${formatDay(on)} by ${authorName}, who also approved it: `}
        <a href="/methodology">a one-person desk</a>
      </>
    )
  return <>{`${verb} ${formatDay(on)} by ${authorName}, approved by ${approverName}`}</>
}
