import { Ruling } from '@/app/_parts/external/ruling'
import type { Context } from '@/lib/core/context'
import { listRulingsOnCandidate } from '@/lib/verdicts/queries/external/matching'

/** What other desks ruled on something that says nearly the same, where a candidate is decided. */
export async function OthersRuled({ ctx, candidateId }: { ctx: Context; candidateId: string }) {
  const rulings = await listRulingsOnCandidate(ctx, candidateId)
  if (rulings.length === 0) return null
  return (
    <section aria-labelledby="others-ruled" className="flex flex-col gap-3 border-rule border-y py-3">
      <h3 id="others-ruled" className="font-semibold text-15">
        Others ruled
      </h3>
      <ul className="flex flex-col gap-3">
        {rulings.map((ruling) => (
          <li key={ruling.id}>
            <Ruling ruling={ruling}>
              {ruling.match && ruling.match.differences.length > 0 ? (
                <p className="text-13 text-ink-soft">But {ruling.match.differences.join('; ')}.</p>
              ) : null}
            </Ruling>
          </li>
        ))}
      </ul>
    </section>
  )
}
