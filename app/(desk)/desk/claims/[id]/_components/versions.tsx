import Link from 'next/link'
import { Folded } from '@/app/_ui/folded'
import type { PublishedVersion } from '@/lib/verdicts/queries'
import { compareHref } from './history'
import { Part } from './section'
import { VerdictView } from './verdict-view'

/** Every published version but the one in force; each stays readable, and is compared with the one that followed. */
export function Versions({ claimId, versions }: { claimId: string; versions: PublishedVersion[] }) {
  const earlier = versions.filter(({ isCurrent }) => !isCurrent)
  if (earlier.length === 0) return null
  return (
    <Part title="Earlier versions">
      {earlier.map(({ id, ordinal, frozen }) => (
        <Folded key={id} label={`Version ${ordinal}: ${frozen.rating.label}`}>
          <VerdictView frozen={frozen} title="Not in force" />
          {versions.some((one) => one.ordinal === ordinal + 1) ? (
            <p className="pt-2 text-13">
              <Link href={compareHref(claimId, { from: `v${ordinal}`, to: `v${ordinal + 1}` })}>
                What changed in version {ordinal + 1}
              </Link>
            </p>
          ) : null}
        </Folded>
      ))}
    </Part>
  )
}
