import type { PublishedVersion } from '@/lib/verdicts/queries'
import { Folded, Part } from './section'
import { VerdictView } from './verdict-view'

/** Every published version but the one in force; each stays readable. */
export function Versions({ versions }: { versions: PublishedVersion[] }) {
  const earlier = versions.filter(({ isCurrent }) => !isCurrent)
  if (earlier.length === 0) return null
  return (
    <Part title="Earlier versions">
      {earlier.map(({ id, ordinal, frozen }) => (
        <Folded key={id} label={`Version ${ordinal}: ${frozen.rating.label}`}>
          <VerdictView frozen={frozen} title="Not in force" />
        </Folded>
      ))}
    </Part>
  )
}
