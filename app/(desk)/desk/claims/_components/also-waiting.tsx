import Link from 'next/link'
import type { Context } from '@/lib/core/context'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import {
  listApprovableJudgements,
  listApprovableOpenings,
  listApprovableOutcomes,
} from '@/lib/predictions/queries/approvals'

/** What else waits for this person's approval: predictions to open, resolutions, outcomes. */
export async function AlsoWaiting({ ctx }: { ctx: Context }) {
  const [openings, judgements, outcomes] = await Promise.all([
    listApprovableOpenings(ctx),
    listApprovableJudgements(ctx),
    listApprovableOutcomes(ctx),
  ])
  const rows = [
    ...openings.map(({ id, claim, isTooVague, byName }) => ({
      id,
      href: `/desk/predictions/${claim.id}`,
      words: claim.shortForm,
      what: `${isTooVague ? 'Prediction, as too vague' : 'Prediction to open'}, by ${byName}`,
    })),
    ...judgements.map(({ id, claim, kind, byName }) => ({
      id,
      href: `/desk/predictions/${claim.id}`,
      words: claim.shortForm,
      what: `Resolution “${RESOLUTION_WORDS[kind].toLowerCase()}”, by ${byName}`,
    })),
    ...outcomes.map(({ id, statement, byName }) => ({
      id,
      href: `/desk/outcomes/${id}`,
      words: statement,
      what: `Outcome, by ${byName}`,
    })),
  ]
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="also-waiting" className="flex flex-col gap-2">
      <h2 id="also-waiting" className="font-semibold text-17">
        Predictions and outcomes
      </h2>
      <ul className="flex flex-col divide-y divide-rule border-rule border-y">
        {rows.map(({ id, href, words, what }) => (
          <li key={id} className="py-2.5">
            <p className="text-13 text-ink-soft">{what}</p>
            <Link href={href} className="link-quiet statement text-17">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
