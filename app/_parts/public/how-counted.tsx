import type { ReactNode } from 'react'
import { DataLinks } from './data-links'
import { Section } from './section'

/** In the margin of a record: of what it is, where the rules stand, and the same as data (`path`, without its ending). */
export function HowCounted({ path, children }: { path: string; children: ReactNode }) {
  return (
    <Section id="counting" title="How this is counted" isMargin>
      <p className="text-ink-soft">{children}</p>
      <p className="text-13">
        <a href="/methodology#records">The rules of track records</a>
      </p>
      <DataLinks path={path} />
    </Section>
  )
}
