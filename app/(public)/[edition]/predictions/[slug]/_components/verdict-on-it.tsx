import { Byline } from '@/app/_parts/public/byline'
import { VerdictBand } from '@/app/_parts/public/verdict-band'
import { VerdictBody } from '@/app/_parts/public/verdict-body'
import { dayInZone } from '@/lib/core/days'
import type { FrozenVerdict } from '@/lib/verdicts/schema'

/** A verdict that was given on a prediction besides its resolution. */
export function VerdictOnIt({ verdict, zone }: { verdict: FrozenVerdict; zone: string }) {
  return (
    <>
      <VerdictBand rating={verdict.rating} summary={verdict.summary}>
        <p className="text-13 text-ink-soft">
          <Byline {...verdict} on={dayInZone(new Date(verdict.publishedAt), zone)} />
        </p>
      </VerdictBand>
      <VerdictBody verdict={verdict} />
    </>
  )
}
