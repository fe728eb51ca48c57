import Link from 'next/link'
import { StateTag } from '@/app/_parts/claim/tags'
import { Button } from '@/app/_ui/button'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import type { ClaimSummary } from '@/lib/claims/queries'
import { ConfirmForm } from './confirm-form'

type Props = { externalVerdictId: string; words: string; found: ClaimSummary[]; confirmedIds: ReadonlySet<string> }

/** For editors: finds the claim of ours that it is about, also where it is not proposed there. */
export function SameClaim({ externalVerdictId, words, found, confirmedIds }: Props) {
  const open = found.filter(({ id }) => !confirmedIds.has(id)).slice(0, 8)
  return (
    <div className="flex flex-col gap-4">
      <form action={`/desk/external/${externalVerdictId}`} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-56 sm:max-w-measure">
          <label htmlFor="find" className={labelClasses}>
            Look for a claim that it is about
          </label>
          <input id="find" name="find" type="search" defaultValue={words} maxLength={300} className={inputClasses} />
        </div>
        <Button type="submit">Search</Button>
      </form>
      {open.length === 0 ? <p className="text-ink-soft">No further claim says nearly this. Try fewer words.</p> : null}
      <ul className="flex flex-col divide-y divide-rule border-rule border-y empty:hidden">
        {open.map(({ id, statement, shortForm, state }) => (
          <li key={id} className="flex flex-col gap-2 py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Link href={`/desk/claims/${id}#others`} className="statement text-ink no-underline hover:underline">
                {statement}
              </Link>
              <StateTag state={state} />
            </p>
            <ConfirmForm externalVerdictId={externalVerdictId} claimId={id} about={shortForm} />
          </li>
        ))}
      </ul>
    </div>
  )
}
